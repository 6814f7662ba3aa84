import Coins
import GameKit

/// A game whose budgets are numbered from one on.
struct OddKinds: WinnableGame {
  struct Query: GameQuery {
    enum Kind: Int, QueryKind {
      case ask = 1
      var symbol: String { "q" }
    }
    var kind: Kind { .ask }
    var description: String { "ask()" }
  }

  var isWon: Bool { false }
  mutating func restart(coins: Coins) {}
  mutating func answer(_ query: Query) -> Bool { false }

  struct Silent: Adversary {
    typealias Query = OddKinds.Query
    typealias Answer = Bool
    func play(_ oracle: inout some Oracle<Query, Bool>, coins: Coins) throws(Forfeit) -> Bool { false }
  }
}
