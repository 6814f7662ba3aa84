internal import Coins
internal import GameKit

/// A guessing game on sealed coins of four bits, whose chances are known: so few that there are many successes in few guesses.
struct GuessingGame: WinnableGame {
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
  static let bits = 4
  /// Whether nobody guesses right.
  private let isIdeal: Bool
  private(set) var isWon = false
  private var coins = Coins.beforeTheFirstTrial

  init(isIdeal: Bool = false) { self.isIdeal = isIdeal }

  static func coin(_ number: UInt64) -> SealedCoin { SealedCoin(Label("sealed", number), bits: bits) }

  mutating func restart(coins: Coins) { (self.coins, isWon) = (coins, false) }

  mutating func answer(_ query: Query) -> Bool {
    let hits = !isIdeal && coins.bits(Self.bits, for: Self.coin(query.coin).label) == query.value
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
    /// How many coins are guessed at, each equally often.
    var coins = 2
    func most(within budget: Budget<Query.Kind>) -> Double {
      Double(coins) * Self.guesses(budget[.guess] / coins, bits: GuessingGame.bits)
    }
  }

  /// Nearly exhausts one coin, and then the other: only so is forgetting of misses seen.
  struct Sweep: Adversary {
    typealias Query = GuessingGame.Query
    typealias Answer = Bool

    func play(_ oracle: inout some Oracle<Query, Bool>, coins: Coins) throws(Forfeit) -> Bool {
      for coin in 0..<2 as Range<UInt64> {
        for value in 0..<15 as Range<UInt64> {
          if try oracle.ask(Query(coin: coin, value: value)) { break }
        }
      }
      return false
    }
  }
}
