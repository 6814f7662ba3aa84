extension RunRecord {
  /// A name that is none of a verdict says nothing about the adversary.
  public var kind: Verdict.Kind { Verdict.Kind(rawValue: verdict) ?? .invalid }

  /// What was seen although it is assumed not to happen, in words; nil where nothing was, or where the bound has a number.
  public var brokenAssumption: String? {
    guard twin == nil, let bound, bound.value == nil else { return nil }
    if kind == .advantageShown { return "\(bound.expression) is assumed to be small, and `\(adversary)` shows an advantage" }
    guard lockstep.trials > 0, bad.lower > 0 else { return nil }
    return
      "\(bound.expression) is assumed to be small, and `\(adversary)` causes the bad event in \(bad.count) of \(trials) trials"
  }

  /// The one place that decides about the exit status of a run. A refuted reduction is never what was expected.
  func judgedOutcome(_ expected: ExpectedVerdict?) -> Outcome {
    if stopped == Self.interrupted { return .interrupted }
    if let reduction, reduction.verdict == .refuted {
      return .notMet("the reduction's inequality is refuted: \(reduction.reason)")
    }
    if let expected {
      if expected.isMet(by: kind, bound: bound?.value) { return .met }
      let why = "verdict `\(expected.name)` was expected, the run ends with `\(verdict)`"
      return kind == .inconclusive ? .inconclusive(why) : .notMet(why)
    }
    switch kind {
    case .boundExceeded, .invalid, .forfeit: return .notMet(reason)
    case .inconclusive: return .inconclusive(reason)
    case .advantageShown, .noAdvantageShown, .withinBound, .boundAttained: break
    }
    if let brokenAssumption { return .notMet("\(brokenAssumption); with `--expect \(verdict)` it is as expected") }
    if kind.status == 1 { return .notMet(reason) }
    if kind == .noAdvantageShown, advantage.upper >= Self.half {
      return .inconclusive("too few trials: an advantage of 1/2 or more is not excluded")
    }
    if let reduction, reduction.verdict == .undecided {
      return .inconclusive("the reduction's inequality is undecided: \(reduction.reason)")
    }
    if let twin {
      return .inconclusive(
        "the planted defect `\(twin)` does not show under these settings\(defectShows.map { "; it does with `\($0)`" } ?? "")")
    }
    return .met
  }

  /// A run that leaves room for at least this advantage has shown nothing.
  private static let half = 0.5

  /// Why a run stopped that somebody interrupted.
  public static let interrupted = "interrupted"
}
