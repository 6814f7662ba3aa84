internal import Coins
internal import GameKit
public import Records

/// A guessing game on two sealed coins of eight bits, with the right account and with planted ones: a run that lets chances judge
/// carries all of them.
private struct GuessingGame: WinnableGame {
  struct Query: GameQuery {
    enum Kind: Int, QueryKind {
      case guess
      var symbol: String { "q_guess" }
    }
    let coin: UInt64
    let value: UInt64
    var kind: Kind { .guess }
    var description: String { "guess(\(coin), \(value))" }
  }

  typealias Answer = Bool
  static let bits = 8
  private(set) var isWon = false
  private var coins = Coins.beforeTheFirstTrial

  static func coin(_ number: UInt64) -> SealedCoin { SealedCoin(Label("sealed", number), bits: bits) }

  mutating func restart(coins: Coins) { (self.coins, isWon) = (coins, false) }

  mutating func answer(_ query: Query) -> Bool {
    let hits = coins.bits(Self.bits, for: Self.coin(query.coin).label) == query.value
    isWon = isWon || hits
    return hits
  }

  struct Account: Ledger {
    typealias Query = GuessingGame.Query
    typealias Answer = Bool
    mutating func restart() {}
    mutating func note(_ query: Query, _ answer: Bool, in account: inout GameKit.Account) {
      account.guess(.signature, GuessingGame.coin(query.coin), query.value, succeeds: answer)
    }
    func most(within budget: Budget<Query.Kind>) -> Double { 2 * Self.guesses(budget[.guess] / 2, bits: GuessingGame.bits) }
  }

  /// Nearly exhausts one coin, and then the other: only so is forgetting of misses seen.
  struct Sweep: Adversary {
    typealias Query = GuessingGame.Query
    typealias Answer = Bool

    func play(_ oracle: inout some Oracle<Query, Bool>, coins: Coins) throws(Forfeit) -> Bool {
      for coin in 0..<2 as Range<UInt64> {
        for value in 0..<240 as Range<UInt64> {
          if try oracle.ask(Query(coin: coin, value: value)) { break }
        }
      }
      return false
    }
  }
}

extension Referee {
  /// The same for runs that chances judge: the right account must pass, and each planted one must be caught.
  public func chanceCanaries() async -> [CanaryRecord] {
    let judge = Judge(alpha: 1e-3)
    let referee = Referee(source: source.with(campaign: .max), judge: judge, threads: threads)
    var records: [CanaryRecord] = []
    for planted in [nil] + Account.Planted.allCases {
      var run = ChanceRun(
        WonGame { GuessingGame() }, adversary: GuessingGame.Sweep(), budget: Budget { _ in 480 }, ledger: GuessingGame.Account())
      run.planted = planted
      let outcome = await referee.run(
        chances: { [run] in run.run($0, source: $1) }, measure: .winning, bound: nil, rule: StoppingRule(trials: 300),
        blockSize: 50)
      let verdict = outcome.judgement.verdict.kind
      records.append(
        CanaryRecord(
          name: planted.map { "chances-\($0.rawValue)" } ?? "chances", expected: planted == nil ? .advantageShown : .invalid,
          observed: verdict))
    }
    return records
  }
}
