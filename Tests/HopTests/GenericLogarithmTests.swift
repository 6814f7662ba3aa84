import Adversaries
import Arena
import BigInt
import Catalog
@_spi(Harness) import Coins
import Enumeration
import GameKit
import Games
import Primitives
import Referee
import Testing

/// A logarithm in a generic group: its chances over all exponents of small groups, and at 62 bits.
@Suite struct GenericLogarithmTests {
  private typealias Settings = [(name: String, value: Int)]

  private func exact(_ adversary: String, _ settings: Settings) throws -> ExactChances {
    try #require(try ExactChances(select("generic-logarithm", adversary, settings).experiment, limit: 100_000))
  }

  /// The exponents of 1 … p − 1 at which two of these are equal, by trying all.
  private func roots(_ expressions: [(Int, Int)], order: Int) -> Int {
    (1..<order).count { x in Set(expressions.map { ($0.0 + $0.1 * x) % order }).count < expressions.count }
  }

  @Test func ordersArePrimesJustAbovePowersOfTwo() {
    let orders = [1, 2, 3, 4, 5, 8, 10, 12, 16].map { GenericGroup(bits: $0).order }
    #expect(orders == [3, 5, 11, 17, 37, 257, 1031, 4099, 65537])
    #expect(GenericGroup(bits: 62).exponents >= 1 << 62)
  }

  @Test func aRootIsTheOnlyExponentAtWhichTwoExpressionsAreOneElement() {
    let group = GenericGroup(bits: 3)
    for a in 0..<11 as Range<UInt64> {
      for b in 0..<11 as Range<UInt64> {
        let (first, second) = (GenericGroup.Expression(constant: a, slope: b), GenericGroup.Expression(constant: 3, slope: 7))
        let equal = (1..<11 as Range<UInt64>).filter { group.value(of: first, at: $0) == group.value(of: second, at: $0) }
        #expect(first == second || equal == (group.root(first, second).map { [$0] } ?? []), "\(first)")
      }
    }
  }

  /// Groups of order 5, 11, 17 and 37.
  @Test(arguments: [2, 3, 4, 5], [1, 2, 5, 8])
  func overAllExponentsChancesAreThoseOfSuccess(_ bits: Int, _ operations: Int) throws {
    let settings: Settings = [("groupBits", bits), ("q_group", operations), ("q_log", 1)]
    let exponents = Int(GenericGroup(bits: bits).exponents)
    let covered = (operations + 2) / 2 * (operations + 2 - (operations + 2) / 2)
    let steps = try exact("baby-steps", settings)
    #expect(steps.holds && steps.chances == steps.bad && steps.shown == steps.bad)
    #expect(steps.bad == Rational(BigInt(min(exponents, covered + 1)), over: BigInt(exponents)))
    var chain = [(1, 0), (0, 1)]
    for index in 2..<operations + 2 {
      let (last, other) = (chain[index - 1], chain[max(0, index - 3)])
      chain.append(((last.0 + other.0) % (exponents + 1), (last.1 + other.1) % (exponents + 1)))
    }
    let distinct = chain.enumerated().filter { number, one in !chain[..<number].contains { $0 == one } }.map(\.element)
    let collisions = try exact("collide-handles", settings)
    #expect(collisions.holds && collisions.chances == collisions.bad && collisions.shown == collisions.bad)
    #expect(
      collisions.bad == Rational(BigInt(roots(distinct, order: exponents + 1)), over: BigInt(exponents)))
    for exact in [steps, collisions] {
      let bound = try #require(select("generic-logarithm", "idle", settings).boundValue)
      #expect(exact.bad.value <= min(1, bound) + 1e-12)
    }
    let read = try exact("read-handles", settings)
    #expect(read.holds && read.bad == Rational(1, over: BigInt(exponents)))
  }

  /// Each move excludes one more exponent, and pairs with one root are one move.
  @Test func at62BitsEveryRootIsOneMove() throws {
    let settings: Settings = [("groupBits", 62), ("q_group", 16), ("q_log", 4)]
    let exponents = UInt128(GenericGroup(bits: 62).exponents)
    let experiment = try select("generic-logarithm", "baby-steps", settings).experiment
    let (moves, violation) = try #require(experiment.replayedChances?(0, CoinSource(seed: 1)))
    #expect(violation == nil && moves.count == 85)
    #expect(moves.map(\.chance) == (0..<85 as Range<UInt128>).map { Chance(1, of: exponents - $0) })
  }

  @Test(arguments: [("baby-steps", 85), ("collide-handles", 81), ("idle", 0)])
  func at62BitsTheShareOfTheBoundIsMeasured(_ adversary: String, _ roots: Int) throws {
    let selection = try select("generic-logarithm", adversary, [("groupBits", 62), ("q_group", 16), ("q_log", 4)])
    let chances = try #require(selection.experiment.chances), exact = Double(roots) * 0x1p-62
    let tally = chances(Trials(0..<1000), CoinSource(seed: 5))
    let judgement = Judge(alpha: 6e-3).judge(tally, measure: .coupledWorlds, bound: selection.boundValue)
    #expect(tally.violations == 0 && judgement.logEvidenceAgainstReports < 3)
    for estimate in [judgement.causes, judgement.bad, judgement.advantage] {
      #expect(estimate.lower <= exact && exact <= estimate.upper)
      #expect(abs(estimate.estimate - exact) <= 1e-5 * exact, "a chain has no spread")
    }
    #expect(exact <= (try #require(selection.boundValue)))
  }

  /// Counted and forced agree where both can be seen.
  @Test func countsAgreeWithChancesAtTenBits() throws {
    let selection = try select("generic-logarithm", "collide-handles", [("groupBits", 10), ("q_group", 16)])
    let counted = tally(selection, 20_000), chances = try #require(selection.experiment.chances)
    let judgement = Judge(alpha: 6e-3).judge(
      chances(Trials(0..<4000), CoinSource(seed: 5)), measure: .coupledWorlds, bound: nil)
    #expect(counted.violations == 0)
    #expect(isNear(Double(counted.bad) / 20_000, judgement.bad.estimate, trials: 20_000))
    #expect(isNear(abs(counted.difference), judgement.advantage.estimate, trials: 20_000))
  }

  /// Whoever may try all exponents comes to their harmonic number, whatever else is left of the budget.
  @Test func noBudgetIsTooLargeForTheMostThatChancesAddUpTo() {
    for bits in [1, 2, 3, 4, 10] {
      let ledger = GenericLedger(GenericGroup(bits: bits)), exponents = GenericGroup(bits: bits).exponents
      let all = (1...exponents).reduce(0) { $0 + 1 / Double($1) }, most = ledger.most(within: .unlimited)
      #expect(all <= most && most < all + 0.5, "\(bits) bits: \(most) for \(all)")
    }
    #expect(GenericLedger(GenericGroup(bits: 62)).most(within: .unlimited) == 63 * (1 + 0x1p-40))
    let few = GenericLedger(GenericGroup(bits: 62)).most(within: Budget { $0 == .operation ? 1000 : 1 })
    #expect(abs(few * 0x1p62 - (1002 * 1001 / 2 + 1)) < 1)
  }

  // MARK: Planted

  /// No statistics of answers show it, for the worlds leak alike: the bound is exceeded, and the account refuted.
  @Test func handlesThatLeakAreCaught() throws {
    let settings: Settings = [("groupBits", 62)]
    let leaking = try select("generic-logarithm", "read-handles", settings, twin: "leaking-handles")
    let counted = tally(leaking, 100)
    #expect(counted.bad == 100 && counted.violations == 0 && counted.difference == 1)
    let sound = try select("generic-logarithm", "read-handles", settings)
    let play = try #require(leaking.experiment.chances), soundPlay = try #require(sound.experiment.chances)
    let caught = play(Trials(0..<20), CoinSource(seed: 1))
    #expect(caught.violations == 20 && caught.first?.violation == .chanceKnowsItsCoin)
    #expect(soundPlay(Trials(0..<20), CoinSource(seed: 1)).violations == 0)
  }

  /// Those that averages tell; the others are told by a replay (ChanceGuardTests) and by moves after a success (ChanceTests).
  @Test(arguments: [Account.Planted.half, .double, .stale])
  func aWrongAccountIsWrongOverAllExponents(_ planted: Account.Planted) throws {
    let group = GenericGroup(bits: 4), hop = GenericLogarithm(group: group)
    let budget = Budget<GenericQuery.Kind> { $0 == .operation ? 4 : 2 }
    func exact(_ planted: Account.Planted?) throws -> ExactChances {
      let adversary = BabySteps(group: group)
      var run = ChanceRun(HopWorlds(hop), adversary: adversary, budget: budget, ledger: GenericLedger(group))
      run.planted = planted
      let experiment = AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: budget)).accounted(run)
      return try #require(try ExactChances(experiment, limit: 100_000))
    }
    #expect(try exact(nil).holds, "the right one")
    let wrong = try exact(planted)
    #expect(!wrong.holds && wrong.chances != wrong.successes)
  }

  @Test func aHandleThatNobodyWasGivenIsUnknown() {
    var game = GenericLogarithm(group: GenericGroup(bits: 4)).left
    game.restart(coins: CoinSource(seed: 1).coins(trial: 0, role: .challenger))
    #expect(game.answer(.multiply(0, 0)) == .unknown && game.answer(.generator) == .element(0))
    #expect(game.answer(.divide(0, by: 7)) == .unknown && game.answer(.divide(0, by: 0)) == .element(1))
    #expect(game.answer(.multiply(0, 1)) == .element(0), "the neutral element")
  }
}
