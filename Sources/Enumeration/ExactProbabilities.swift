internal import Coins
public import Referee

/// What an experiment does over all coins: every probability that a run of the referee estimates, as a fraction.
public struct ExactProbabilities: Sendable {
  /// The paths through the tree of draws.
  public private(set) var paths = 0
  /// The bad event in the left world, or the win.
  public let bad: Rational
  /// The adversary says 1 in the left world, and in the right one.
  public let left: Rational
  public let right: Rational
  /// The reduction wins.
  public let reduction: Rational
  /// The bad event and the reduction's win do not coincide.
  public let disagreement: Rational
  /// Lockstep is violated: 0 proves the hop for these parameters and this adversary.
  public let violation: Rational
  public let forfeit: Rational

  /// |Pr[1 right] − Pr[1 left]|.
  public var advantage: Rational { (right - left).magnitude }

  /// Plays `experiment` over all coins.
  /// - Throws: an error when a draw is too wide or there are more than `limit` paths; never a partial result.
  public init(_ experiment: AnyExperiment, limit: Int) throws(EnumerationError) {
    let tape = EnumeratingTape()
    let play = experiment.trials(on: tape)
    var (all, bad, left, right) = (Weight(), Weight(), Weight(), Weight())
    var (reduction, disagreement, violation, forfeit) = (Weight(), Weight(), Weight(), Weight())
    repeat {
      guard paths < limit else { throw .tooManyPaths(limit: limit) }
      let tally = play()
      let siblings = tape.siblings
      if let problem = tape.problem { throw .tape(problem) }
      paths += 1
      all.add(pathAmong: siblings)
      if tally.bad > 0 { bad.add(pathAmong: siblings) }
      if tally.bits.first > 0 { left.add(pathAmong: siblings) }
      if tally.bits.second > 0 { right.add(pathAmong: siblings) }
      if tally.reduction.second > 0 { reduction.add(pathAmong: siblings) }
      if tally.reduction.onlyFirst + tally.reduction.onlySecond > 0 { disagreement.add(pathAmong: siblings) }
      if tally.violations > 0 { violation.add(pathAmong: siblings) }
      if tally.forfeits > 0 { forfeit.add(pathAmong: siblings) }
    } while tape.advance()
    precondition(all.sum == 1, "the weights of all paths sum to \(all.sum)")
    (self.bad, self.left, self.right) = (bad.sum, left.sum, right.sum)
    (self.reduction, self.disagreement) = (reduction.sum, disagreement.sum)
    (self.violation, self.forfeit) = (violation.sum, forfeit.sum)
  }
}
