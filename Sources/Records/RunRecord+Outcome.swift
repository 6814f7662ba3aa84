internal import Words

extension RunRecord {
  /// The advantage as a part of the bound; nil if the bound says nothing, or so few trials nothing of the bound.
  public var share: Estimate? {
    guard let bound = bound?.value, bound > 0, bound < 1, advantage.upper <= 10 * bound else { return nil }
    return Estimate(
      estimate: advantage.estimate / bound, lower: advantage.lower / bound, upper: advantage.upper / bound, error: advantage.error
    )
  }

  /// What was seen although it is assumed not to happen, in words; nil where nothing was, or where the bound has a number.
  public var brokenAssumption: String? {
    guard twin == nil, let bound, bound.value == nil else { return nil }
    if verdict == .advantageShown { return "\(bound.expression) is assumed to be small, and `\(adversary)` shows an advantage" }
    guard lockstep.trials > 0, bad.lower > 0 else { return nil }
    return
      "\(bound.expression) is assumed to be small, and `\(adversary)` causes the bad event in \(bad.count) of \(trials) trials"
  }

  /// The one place that decides about the exit status of a run. A refuted reduction is never what was expected.
  func judgedOutcome(_ expected: ExpectedVerdict?) -> Outcome {
    if stopped == .interrupted { return .interrupted }
    if let reduction, reduction.verdict == .refuted {
      return .notMet("the reduction's inequality is refuted: \(reduction.reason)")
    }
    if let link = chain?.first(where: { $0.verdict == .refuted }) {
      return .notMet("the chain is refuted between \(link.from) and \(link.to): \(link.reason)")
    }
    if let expected {
      if expected.isMet(by: verdict, bound: bound?.value) { return .met }
      let why = "verdict `\(expected.name)` was expected, the run ends with `\(verdict)`"
      return verdict == .inconclusive ? .inconclusive(why) : .notMet(why)
    }
    switch verdict {
    case .boundExceeded, .invalid, .forfeit: return .notMet(reason)
    case .inconclusive: return .inconclusive(reason)
    case .advantageShown, .noAdvantageShown, .withinBound, .boundAttained: break
    }
    if let brokenAssumption {
      return .notMet("\(brokenAssumption); with `\(CommandWords.option("expect", verdict.rawValue))` it is as expected")
    }
    if verdict.status == 1 { return .notMet(reason) }
    if verdict == .noAdvantageShown, advantage.upper >= Self.half {
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
}
