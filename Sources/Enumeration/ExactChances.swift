import BigInt
internal import Coins
internal import GameKit
public import Referee

/// What the reported chances of an experiment add up to over all coins, beside what happens: both as fractions, for every kind of
/// move by itself.
public struct ExactChances: Sendable {
  public struct Kind: Sendable, Hashable {
    public let name: String
    /// The mean of the sum of its chances.
    public let chances: Rational
    /// The probability that the first success is one of its moves.
    public let successes: Rational
  }

  public let paths: Int
  public let kinds: [Kind]
  /// E[A], and the probability of a success; they are to be equal.
  public var chances: Rational { kinds.reduce(0) { $0 + $1.chances } }
  public var successes: Rational { kinds.reduce(0) { $0 + $1.successes } }
  /// The bad event, or the win: as it happens, and as forced successes show it.
  public let bad: Rational
  public let forcedBad: Rational
  /// Pr[1 right] − Pr[1 left], or the win: as it happens, and as forced successes show it.
  public let shown: Rational
  public let forcedShown: Rational
  /// Paths that contradict the account.
  public let violation: Rational
  public let forfeit: Rational

  /// Whether everything is what the theory says.
  public var holds: Bool {
    kinds.allSatisfy { $0.chances == $0.successes } && bad == forcedBad && shown == forcedShown && violation == 0
  }

  /// Plays `experiment` over all coins. Nil if its chances are not known.
  /// - Throws: as `ExactProbabilities`.
  public init?(_ experiment: AnyExperiment, limit: Int, progress: (_ paths: Int) -> Bool = { _ in true }) throws(EnumerationError)
  {
    guard let taped = experiment.tapedChances else { return nil }
    let tape = EnumeratingTape()
    var (bad, violation, forfeit): (Weight, Weight, Weight) = (Weight(), Weight(), Weight())
    var (forcedBad, forcedShown, shown): (Rational, Rational, Rational) = (0, 0, 0)
    var (chances, successes): ([String: Rational], [String: Weight]) = ([:], [:])
    paths = try tape.walk(taped(tape), limit, progress) { outcome, siblings in
      let weight = Rational(1, over: BigInt(siblings))
      for move in outcome.moves {
        chances[move.kind.words, default: 0] = (chances[move.kind.words] ?? 0) + weight * move.chance.exact
        if move.succeeds { successes[move.kind.words, default: Weight()].add(pathAmong: siblings) }
      }
      if outcome.isBad { bad.add(pathAmong: siblings) }
      shown = shown + weight * Rational(BigInt(outcome.shows))
      for forced in outcome.forced {
        let part = weight * outcome.moves[forced.move].chance.exact * Rational(1, over: BigInt(forced.values))
        if forced.isBad { forcedBad = forcedBad + part }
        forcedShown = forcedShown + part * Rational(BigInt(forced.shows))
      }
      if outcome.violation != nil { violation.add(pathAmong: siblings) }
      if outcome.isForfeited { forfeit.add(pathAmong: siblings) }
    }
    kinds = chances.keys.sorted().map {
      Kind(name: $0, chances: chances[$0] ?? 0, successes: successes[$0]?.sum ?? 0)
    }
    (self.bad, self.forcedBad, self.shown, self.forcedShown) = (bad.sum, forcedBad, shown, forcedShown)
    (self.violation, self.forfeit) = (violation.sum, forfeit.sum)
  }
}

extension ExactChances {
  /// The mean over all coins of what a play comes to, among the plays that come to something.
  public static func mean(
    of experiment: AnyExperiment, limit: Int, _ value: (ChancePlay) -> Rational?
  ) throws(EnumerationError) -> Rational? {
    guard let taped = experiment.tapedChances else { return nil }
    let tape = EnumeratingTape()
    var (sum, all): (Rational, Rational) = (0, 0)
    _ = try tape.walk(taped(tape), limit, { _ in true }) { play, siblings in
      guard let value = value(play) else { return }
      let weight = Rational(1, over: BigInt(siblings))
      (sum, all) = (sum + weight * value, all + weight)
    }
    guard all > 0 else { return nil }
    return Rational(sum.numerator * all.denominator, over: sum.denominator * all.numerator)
  }
}

extension Chance {
  package var exact: Rational { Rational(BigInt(numerator), over: BigInt(denominator)) }
}
