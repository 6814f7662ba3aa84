public import Records
internal import Reports

extension Assignment {
  /// What became of each thing that has to be shown: the one place that decides about points.
  ///
  /// Both are statements of the referee, whose error probability is the assignment's for all of them together: with that
  /// probability at most an adversary passes that does not have the advantage, or that the verdict is wrong about.
  public func demands(
    verdict found: Verdict.Kind, reason: String, advantage estimate: Estimate, bound: Double?
  ) -> [GradeRecord.Demand] {
    var demands: [GradeRecord.Demand] = []
    if let verdict {
      let outcome: Outcome =
        verdict.isMet(by: found, bound: bound)
        ? .met : found == .inconclusive ? .inconclusive(reason) : .notMet("the run ends with \(found.rawValue): \(reason)")
      demands.append(.init(name: "verdict", wanted: verdict.name, shown: found.rawValue, outcome: outcome))
    }
    if let advantage {
      let (lower, upper) = (estimate.lower, estimate.upper)
      let shown = "\(Number.text(estimate.estimate)) in \(Number.interval(lower, upper))"
      let outcome: Outcome =
        switch true {
        case [.invalid, .forfeit].contains(found): .notMet(reason)
        case lower >= advantage: .met
        case upper < advantage: .notMet("it is at most \(Number.text(upper, .up))")
        default: .inconclusive("at least \(Number.text(lower, .down)) is shown, and \(trials) trials do not exclude more")
        }
      demands.append(.init(name: "advantage", wanted: "at least \(advantage)", shown: shown, outcome: outcome))
    }
    return demands
  }

  /// The same after a run whose time was up with trials left, which show nothing: nobody passes by being slow.
  func demands(_ demands: [GradeRecord.Demand], after played: UInt64) -> [GradeRecord.Demand] {
    guard let timeLimit, played < trials else { return demands }
    let why = "after \(timeLimit) s, the time limit, \(played) of \(trials) trials were played: what was left shows nothing"
    return demands.map { .init(name: $0.name, wanted: $0.wanted, shown: $0.shown, outcome: .notMet(why)) }
  }
}
