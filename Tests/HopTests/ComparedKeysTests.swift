import BigInt
import Coins
import Enumeration
import Foundation
import GameKit
import Referee
import Testing

/// A wrong report: one value is compared with two sealed keys, one by one, as if what one of them is not said nothing of the
/// other. Of keys that are drawn independently that is right. Of keys that are known to differ it is not: given that the first
/// is not x, one of three values is the other's chance to be x, and no longer one of four. Together they have m/(N − |E|).
@Suite struct ComparedKeysTests {
  private typealias Run = ChanceRun<WonGame<TwoKeys>, TwoKeys.Guesser, TwoKeys.OneByOne>

  private func run(areDistinct: Bool) -> Run {
    ChanceRun(
      WonGame { TwoKeys(areDistinct: areDistinct) }, adversary: TwoKeys.Guesser(), budget: Budget { _ in 2 },
      ledger: TwoKeys.OneByOne())
  }

  private func exact(areDistinct: Bool) throws -> ExactChances {
    let experiment = AnyExperiment(
      WinningExperiment({ TwoKeys(areDistinct: areDistinct) }, adversary: TwoKeys.Guesser(), budget: Budget { _ in 2 })
    ).accounted(run(areDistinct: areDistinct))
    return try #require(try ExactChances(experiment, limit: 100_000))
  }

  private func fraction(_ a: Int, _ b: Int) -> Rational { Rational(BigInt(a), over: BigInt(b)) }

  @Test func ofIndependentKeysItIsRight() throws {
    let exact = try exact(areDistinct: false)
    #expect(exact.holds && exact.chances == fraction(3, 4) && exact.bad == exact.chances && exact.forcedBad == exact.bad)
  }

  @Test func ofDistinctKeysItIsWrongOverAllCoins() throws {
    let exact = try exact(areDistinct: true)
    #expect(!exact.holds && exact.chances == fraction(103, 144))
    #expect(exact.successes == fraction(2, 4) + fraction(1, 2) * fraction(2, 3), "2 of 4, and then 2 of 3")
  }

  /// The same by the bets against the reported chances, which need no enumeration.
  @Test(arguments: [true, false]) func betsTellWhichItIs(_ areDistinct: Bool) {
    let tally = run(areDistinct: areDistinct).run(Trials(0..<4000), source: CoinSource(seed: 4))
    let judgement = Judge(alpha: 1e-3).judge(tally, measure: .winning, bound: nil)
    #expect((judgement.logEvidenceAgainstReports > log(1e6)) == areDistinct, "\(judgement.logEvidenceAgainstReports)")
    #expect((judgement.verdict.kind == .invalid) == areDistinct)
  }
}

/// Two sealed keys of two bits: a guess is answered by the number of the key that it is, or 0.
private struct TwoKeys: WinnableGame {
  struct Query: GameQuery {
    enum Kind: Int, QueryKind {
      case guess
      var symbol: String { "q_guess" }
    }
    let value: UInt64
    var kind: Kind { .guess }
    var description: String { "guess(\(value))" }
  }

  typealias Answer = UInt64
  static let bits = 2
  /// Whether a second key that equals the first is drawn again, from the other values.
  let areDistinct: Bool
  private var coins = Coins.beforeTheFirstTrial
  private(set) var isWon = false

  init(areDistinct: Bool) { self.areDistinct = areDistinct }

  static func label(_ key: UInt64) -> Label { Label("key", key) }

  mutating func restart(coins: Coins) { (self.coins, isWon) = (coins, false) }

  mutating func answer(_ query: Query) -> UInt64 {
    let first = coins.bits(Self.bits, for: Self.label(1))
    let answer: UInt64 = query.value == first ? 1 : query.value == second(first) ? 2 : 0
    isWon = isWon || answer > 0
    return answer
  }

  private func second(_ first: UInt64) -> UInt64 {
    let drawn = coins.bits(Self.bits, for: Self.label(2))
    guard areDistinct, drawn == first else { return drawn }
    let other = coins.uniform(below: 3, for: Label("again"))
    return other < first ? other : other + 1
  }

  struct OneByOne: Ledger {
    typealias Query = TwoKeys.Query
    typealias Answer = UInt64

    mutating func restart() {}
    mutating func note(_ query: Query, _ answer: UInt64, in account: inout Account) {
      for key in 1...2 as ClosedRange<UInt64> {
        let coin = SealedCoin(TwoKeys.label(key), bits: TwoKeys.bits)
        account.guess(.cipherKey, coin, query.value, succeeds: answer == key)
      }
    }
    func most(within budget: Budget<Query.Kind>) -> Double { 2 * Self.guesses(budget[.guess], bits: TwoKeys.bits) }
  }

  struct Guesser: Adversary {
    typealias Query = TwoKeys.Query
    typealias Answer = UInt64

    func play(_ oracle: inout some Oracle<Query, UInt64>, coins: Coins) throws(Forfeit) -> Bool {
      for value in 0..<2 as Range<UInt64> where try oracle.ask(Query(value: value)) > 0 { return true }
      return false
    }
  }
}
