// Claim of a canary: known beforehand. The referee must reach the known conclusion about it, in every run, before its conclusion
// about anything else is worth reading.
import Coins
import GameKit

/// A pair of games of one query. Left answers 0; right answers 1 in a quarter of the trials, or never.
struct CanaryHop: Hop {
  enum Kind: String, CaseIterable {
    /// Right differs in 1/4 of the trials and left flags it; judged against a bound of 1/16, which must fall.
    case loud
    /// The worlds are equal; judged against the same bound, which must stand.
    case silent
    /// Right differs in 1/4 of the trials and nothing is flagged: lockstep must object.
    case unflagged
    /// A game that is won in 1/4 of the trials: the bound must fall.
    case won
    /// A game that is never won: the bound must stand.
    case lost
  }

  enum Query: GameQuery {
    case look
    enum Kind: Int, QueryKind {
      case look
      var symbol: String { "q_look" }
    }
    var kind: Kind { .look }
    var description: String { "look()" }
  }

  struct World: WinnableGame {
    let isRight: Bool
    let kind: CanaryHop.Kind
    private(set) var differs = false

    init(_ kind: CanaryHop.Kind, isRight: Bool) { (self.kind, self.isRight) = (kind, isRight) }

    mutating func restart(coins: Coins) { differs = kind != .silent && kind != .lost && coins.bits(2, for: Label("canary")) == 0 }
    var isFlagged: Bool { kind == .loud && differs }
    var isWon: Bool { differs }
    mutating func answer(_ query: Query) -> Int { differs && isRight ? 1 : 0 }
  }

  let kind: Kind
  typealias Answer = Int
  var left: World { World(kind, isRight: false) }
  var right: World { World(kind, isRight: true) }
  func isBad(_ left: borrowing World) -> Bool { left.isFlagged }
  func relation(_ left: borrowing World, _ right: borrowing World) -> Relation { .holds }

  /// Answers with what it sees.
  struct Look: Adversary {
    typealias Query = CanaryHop.Query
    typealias Answer = Int
    func play(_ oracle: inout some Oracle<CanaryHop.Query, Int>, coins: Coins) throws(Forfeit) -> Bool { try oracle.ask(.look) == 1 }
  }
}
