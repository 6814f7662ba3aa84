internal import BigInt
public import Coins
internal import Enumeration
internal import GameKit
public import Records
internal import Referee

/// Examines chances where everything is known: over all coins, in runs at few and at 64 bits, wrong on purpose, and in campaigns.
public struct ChanceSelftest: Sendable {
  private let campaigns: Int
  private let source: CoinSource

  /// - Parameter campaigns: simulated campaigns; runs have trials in proportion, up to 320,000 for 10,000 campaigns.
  public init(campaigns: Int, source: CoinSource) { (self.campaigns, self.source) = (campaigns, source) }

  /// - Parameter shouldStop: asked now and then, with what is being done; true ends it.
  public func run(shouldStop: (String) -> Bool) -> ChanceSelftestRecord {
    var isStopped = false
    func goesOn(_ words: String) -> Bool {
      isStopped = isStopped || shouldStop(words)
      return !isStopped
    }
    var (exact, measured): ([ChanceSelftestRecord.Exact], [ChanceSelftestRecord.Measured]) = ([], [])
    for (known, bad, advantage) in Self.overAllCoins where goesOn("over all coins: \(known.adversary)") {
      if let record = Self.exact(known, bad, advantage) { exact.append(record) }
    }
    for (known, trials) in Self.atFewBits where goesOn("\(known.adversary), \(known.bits) bits") {
      measured += counted(known, trials) + chances(known, trials)
    }
    for known in Self.at64Bits where goesOn("\(known.adversary), 64 bits") { measured += chances(known, 10_000) }
    let planted = goesOn("wrong on purpose") ? Self.planted : []
    let coverage =
      isStopped
      ? [] : ErrorRates.ofChances(campaigns, source: source) { !goesOn("campaigns: \($0) of \(campaigns)") }
    return ChanceSelftestRecord(
      seed: source.seed, exact: exact, measured: measured, planted: planted, coverage: coverage, isComplete: !isStopped)
  }

  // MARK: Over all coins

  private typealias Fraction = (Int, Int)

  private static var overAllCoins: [(known: KnownChance, bad: Fraction, advantage: Fraction)] {
    [
      (.guesses(2, tries: 3), (3, 4), (3, 4)), (.birthday(2, points: 4), (29, 32), (29, 32)),
      (.adaptive(2, least: 1, most: 3), (5, 16), (5, 16)), (.guesses(2, tries: 3, honesty: 7), (3, 4), (21, 40)),
      (.guessesThenCollides(2, tries: 2, points: 3), (13, 16), (5, 8)),
    ]
  }

  private static func exact(_ known: KnownChance, _ bad: Fraction, _ advantage: Fraction) -> ChanceSelftestRecord.Exact? {
    guard let exact = try? ExactChances(known.experiment, limit: 1_000_000) else { return nil }
    let (bad, advantage) = (
      Rational(BigInt(bad.0), over: BigInt(bad.1)), Rational(BigInt(advantage.0), over: BigInt(advantage.1))
    )
    return ChanceSelftestRecord.Exact(
      adversary: known.adversary, settings: known.settings, bits: known.bits, bad: "\(exact.bad)", chances: "\(exact.chances)",
      forcedBad: "\(exact.forcedBad)", advantage: "\(exact.shown)", forcedAdvantage: "\(exact.forcedShown)",
      isAsExpected: exact.holds && exact.bad == bad && exact.chances == bad && exact.shown == advantage)
  }

  // MARK: In runs

  private static var atFewBits: [(KnownChance, UInt64)] {
    [
      (.guesses(8, tries: 16), 120_000), (.birthday(10, points: 16), 20_000), (.adaptive(8, least: 4, most: 64), 320_000),
      (.guesses(8, tries: 16, honesty: 7), 320_000),
    ]
  }

  private static var at64Bits: [KnownChance] {
    [
      .guesses(64, tries: 16), .birthday(64, points: 16), .adaptive(64, least: 4, most: 64),
      .guesses(64, tries: 16, honesty: 7), .guessesThenCollides(64, tries: 8, points: 12),
    ]
  }

  private func scaled(_ trials: UInt64) -> UInt64 { max(1, min(trials, trials * UInt64(campaigns) / 10_000)) }

  private func counted(_ known: KnownChance, _ trials: UInt64) -> [ChanceSelftestRecord.Measured] {
    let tally = known.experiment.run(0..<scaled(trials), source: source)
    // A quarter of the error budget goes to each statement.
    let judgement = Judge(alpha: 4e-3).judge(tally, measure: .coupledWorlds, bound: nil)
    let bad = Estimate(
      estimate: judgement.bad.estimate, lower: judgement.bad.lower, upper: judgement.bad.upper, error: judgement.advantage.error)
    let differing = Double(tally.bits.onlyFirst + tally.bits.onlySecond) / Double(tally.trials)
    func spread(_ mean: Double, _ square: Double) -> Double? { mean > 0 ? (square - mean * mean).squareRoot() / mean : nil }
    return [
      row(known, tally.trials, "bad event counted", known.bad, bad, spread(bad.estimate, bad.estimate)),
      row(
        known, tally.trials, "advantage sampled", known.advantage, judgement.advantage,
        spread(judgement.advantage.estimate, differing)),
    ]
  }

  private func chances(_ known: KnownChance, _ trials: UInt64) -> [ChanceSelftestRecord.Measured] {
    guard let chances = known.experiment.chances else { return [] }
    let tally = chances(Trials(0..<scaled(trials)), source)
    let judgement = Judge(alpha: 6e-3).judge(tally, measure: .coupledWorlds, bound: nil)
    return [
      row(known, tally.trials, "E[A]", known.bad, judgement.causes, judgement.spread.causes),
      row(known, tally.trials, "advantage forced", known.advantage, judgement.advantage, judgement.spread.advantage),
    ]
  }

  private func row(
    _ known: KnownChance, _ trials: UInt64, _ quantity: String, _ exact: Double, _ measured: Estimate, _ spread: Double?
  ) -> ChanceSelftestRecord.Measured {
    .init(
      adversary: known.adversary, settings: known.settings, bits: known.bits, trials: trials, quantity: quantity, exact: exact,
      measured: measured, spread: spread)
  }

  // MARK: Wrong on purpose

  private static var planted: [ChanceSelftestRecord.Planted] {
    func guesses(_ planted: Account.Planted?, goesOn: Bool = false) -> AnyExperiment {
      KnownChance.planted(planted, 3, tries: 4, goesOn: goesOn)
    }
    func sum(_ play: ChancePlay) -> Rational { play.moves.reduce(0) { $0 + $1.chance.exact } }
    let ways: [(String, AnyExperiment, Fraction, (ChancePlay) -> Rational?)] = [
      ("chances added up until the first success", guesses(nil), (1, 2), sum),
      ("counted on after a success", guesses(.afterSuccess, goesOn: true), (533, 840), sum),
      ("trials with a success thrown away", guesses(nil), (533, 840), { $0.hasCause ? nil : sum($0) }),
      ("misses forgotten (stale)", guesses(.stale), (13, 32), sum),
      (
        "1 − ∏(1 − c) on plays that stop at a success", guesses(nil), (13, 32),
        { play in 1 - play.moves.reduce(1) { $0 * (1 - $1.chance.exact) } }
      ),
    ]
    return ways.compactMap { way, experiment, expected, value in
      guard let mean = try? ExactChances.mean(of: experiment, limit: 1_000_000, value) else { return nil }
      return .init(
        way: way, value: "\(mean)", decimal: mean.value, truth: "1/2",
        isAsExpected: mean == Rational(BigInt(expected.0), over: BigInt(expected.1)))
    }
  }
}
