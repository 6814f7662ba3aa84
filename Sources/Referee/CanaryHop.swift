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
    /// A game that is won exactly as often as its bound says: it must be neither exceeded nor shown to be far from it.
    case level
    /// A game that is won exactly twice as often as its bound says: the bound must fall.
    case double
    /// Right differs in 1/4 of the trials, and 1/4 are forfeited, which may hide as many differences the other way: nothing must
    /// be concluded.
    case lapsed
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
    private var draw: UInt64 = 0

    init(_ kind: CanaryHop.Kind, isRight: Bool) { (self.kind, self.isRight) = (kind, isRight) }

    mutating func restart(coins: Coins) { draw = coins.bits(2, for: Label("canary")) }
    private var differs: Bool { kind != .silent && kind != .lost && draw == 0 }
    var isFlagged: Bool { kind == .loud && differs }
    var isWon: Bool { differs }
    mutating func answer(_ query: Query) -> Int { kind == .lapsed && draw == 1 ? Look.overdrawing : differs && isRight ? 1 : 0 }
  }

  let kind: Kind
  typealias Answer = Int
  var left: World { World(kind, isRight: false) }
  var right: World { World(kind, isRight: true) }
  func isBad(_ left: borrowing World) -> Bool { left.isFlagged }
  func relation(_ left: borrowing World, _ right: borrowing World) -> Relation { .holds }

  /// Answers with what it sees, and asks once too often where it sees `overdrawing`.
  struct Look: Adversary {
    typealias Query = CanaryHop.Query
    typealias Answer = Int
    static let overdrawing = 2

    func play(_ oracle: inout some Oracle<CanaryHop.Query, Int>, coins: Coins) throws(Forfeit) -> Bool {
      let answer = try oracle.ask(.look)
      return answer == Self.overdrawing ? try oracle.ask(.look) == 1 : answer == 1
    }
  }
}
