internal import Records

/// A run in the cells of a table.
enum RunCells {
  /// Empty where the worlds are not checked trial by trial: there is no event beside what is won or told apart.
  static func badEvent(_ run: RunRecord) -> String {
    run.lockstep.trials > 0
      ? "\(Number.text(run.bad.estimate)) \(Number.interval(run.bad.lower, run.bad.upper))" : ""
  }

  /// A small number as a power of two where chances judge.
  static func advantage(_ run: RunRecord) -> String {
    if run.chances != nil {
      return "\(Number.power(run.advantage.estimate)) \(Number.powers(run.advantage.lower, run.advantage.upper))"
    }
    return "\(Number.text(run.advantage.estimate)) \(Number.interval(run.advantage.lower, run.advantage.upper))"
  }

  static func bound(_ run: RunRecord) -> String {
    run.bound?.value.map { run.chances == nil ? Number.text($0) : Number.power($0) } ?? "assumed"
  }

  static func violations(_ run: RunRecord) -> String {
    run.lockstep.trials > 0 ? "\(run.lockstep.violations) of \(Number.grouped(run.lockstep.trials))" : ""
  }

  static func verdict(_ run: RunRecord) -> String {
    run.verdict.rawValue + (run.brokenAssumption == nil || run.verdict == .advantageShown ? "" : ", assumption broken")
  }
}
