internal import Coins
public import Referee

/// What an experiment does over all coins: every probability that a run of the referee estimates, as a fraction.
public struct ExactProbabilities: Sendable {
  /// The paths through the tree of draws.
  public let paths: Int
  /// The bad event in the left world, or the win.
  public let bad: Rational
  /// The adversary says 1 in the left world, and in the right one.
  public let left: Rational
  public let right: Rational
  /// The reduction wins.
  public let reduction: Rational
  /// The bad event and the reduction's win do not coincide.
  public let disagreement: Rational
  /// The mean number of places at which the bad event, or the win, occurs beside the reduction.
  public let places: Rational
  /// Lockstep is violated: 0 proves the hop for these parameters and this adversary.
  public let violation: Rational
  /// Somebody forfeits; where each world is played by itself, in the world where that is likelier.
  public let forfeit: Rational

  /// |Pr[1 right] − Pr[1 left]|.
  public var advantage: Rational { (right - left).magnitude }

  /// Plays `experiment` over all coins: both worlds on one path of coins, as lockstep and reduction need it. Where only the bits
  /// count, each world is played by itself, over far fewer paths: a draw that one world makes is no branch of the other.
  /// - Parameter progress: told now and then how many paths of a pass are played; returns false to interrupt.
  /// - Throws: an error when a draw is too wide or there are more than `limit` paths; never a partial result.
  public init(
    _ experiment: AnyExperiment, limit: Int, progress: (_ paths: Int) -> Bool = { _ in true }
  ) throws(EnumerationError) {
    let tape = EnumeratingTape()
    if experiment.measure == .independentWorlds {
      let worlds = experiment.worlds(on: tape)
      precondition(worlds.count == 2, "two worlds are compared")
      let (left, right) = (try Self.world(worlds[0], tape, limit, progress), try Self.world(worlds[1], tape, limit, progress))
      paths = left.paths + right.paths
      (bad, self.left, self.right) = (left.bad, left.one, right.one)
      (reduction, disagreement, places, violation) = (0, 0, 0, 0)
      forfeit = max(left.forfeit, right.forfeit)
      return
    }
    var (bad, left, right) = (Weight(), Weight(), Weight())
    var (reduction, disagreement, places) = (Weight(), Weight(), Weight())
    var (violation, forfeit) = (Weight(), Weight())
    paths = try tape.walk(experiment.trials(on: tape), limit, progress) { tally, siblings in
      if tally.bad > 0 { bad.add(pathAmong: siblings) }
      if tally.bits.first > 0 { left.add(pathAmong: siblings) }
      if tally.bits.second > 0 { right.add(pathAmong: siblings) }
      if tally.reduction.second > 0 { reduction.add(pathAmong: siblings) }
      if tally.reduction.onlyFirst + tally.reduction.onlySecond > 0 { disagreement.add(pathAmong: siblings) }
      for _ in 0..<tally.places { places.add(pathAmong: siblings) }
      if tally.violations > 0 { violation.add(pathAmong: siblings) }
      if tally.forfeits > 0 { forfeit.add(pathAmong: siblings) }
    }
    (self.bad, self.left, self.right) = (bad.sum, left.sum, right.sum)
    (self.reduction, self.disagreement, self.places) = (reduction.sum, disagreement.sum, places.sum)
    (self.violation, self.forfeit) = (violation.sum, forfeit.sum)
  }

  /// One world over all coins.
  private static func world(
    _ play: () -> WorldPlay, _ tape: EnumeratingTape, _ limit: Int, _ progress: (Int) -> Bool
  ) throws(EnumerationError) -> (paths: Int, one: Rational, bad: Rational, forfeit: Rational) {
    var (one, bad, forfeit) = (Weight(), Weight(), Weight())
    let paths = try tape.walk(play, limit, progress) { outcome, siblings in
      switch outcome.ending {
      case .bit(let bit): if bit { one.add(pathAmong: siblings) }
      case .forfeit: forfeit.add(pathAmong: siblings)
      }
      if outcome.isBad { bad.add(pathAmong: siblings) }
    }
    return (paths, one.sum, bad.sum, forfeit.sum)
  }
}
