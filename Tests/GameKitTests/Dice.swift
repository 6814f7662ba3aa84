@_spi(Harness) import Coins
import GameKit

/// A world small enough to predict: named rolls of a die, and a total.
struct Dice: WinnableGame {
  enum Query: GameQuery {
    case roll(UInt64)
    case total

    enum Kind: Int, QueryKind {
      case roll, total
      var symbol: String { self == .roll ? "q_roll" : "q_total" }
    }
    var kind: Kind { if case .roll = self { .roll } else { .total } }
    var description: String { if case .roll(let index) = self { "roll(\(index))" } else { "total()" } }
  }

  private var coins = CoinSource(seed: 0).coins(trial: 0, role: .challenger)
  private(set) var total = 0
  private(set) var asked = 0

  /// A six has been rolled.
  private(set) var isWon = false

  mutating func restart(coins: Coins) {
    self = Dice()
    self.coins = coins
  }

  mutating func answer(_ query: Query) -> Int {
    asked += 1
    guard case .roll(let index) = query else { return total }
    let roll = 1 + Int(coins.uniform(below: 6, for: Label("roll", index)))
    total += roll
    if roll == 6 { isWon = true }
    return roll
  }
}

/// Rolls `rolls` dice, adding a draw of its own, and answers whether the total is even.
struct Roller: Adversary {
  typealias Query = Dice.Query
  typealias Answer = Int
  var rolls = 4

  func play(_ oracle: inout some Oracle<Dice.Query, Int>, coins: Coins) throws(Forfeit) -> Bool {
    for index in 0..<UInt64(rolls) { _ = try oracle.ask(.roll(index)) }
    return (try oracle.ask(.total) + Int(coins.bits(1, for: Label("own")))) % 2 == 0
  }
}

/// Two equal dice, except for one planted thing.
struct DiceHop: Hop {
  enum Plant: Sendable {
    case nothing
    /// The right answer to this query is another one.
    case answer(at: Int)
    /// After this query the totals are said to differ.
    case relation(at: Int)
    /// At this query the left world flags the bad event, and the right answer differs from there on.
    case bad(at: Int)
    /// Each of these at its query.
    case badThenRelation(bad: Int, relation: Int)
  }

  typealias Query = Dice.Query
  typealias Answer = Int
  var plant = Plant.nothing

  struct Right: Game {
    var dice = Dice()
    let plant: Plant
    mutating func restart(coins: Coins) { dice.restart(coins: coins) }
    mutating func answer(_ query: Dice.Query) -> Int {
      let answer = dice.answer(query)
      switch plant {
      case .answer(let at): return dice.asked == at ? -answer : answer
      case .bad(let at): return dice.asked >= at ? -answer : answer
      default: return answer
      }
    }
  }

  var left: Dice { Dice() }
  var right: Right { Right(plant: plant) }

  func isBad(_ left: borrowing Dice) -> Bool {
    switch plant {
    case .bad(let at), .badThenRelation(let at, _): left.asked >= at
    default: false
    }
  }

  func relation(_ left: borrowing Dice, _ right: borrowing Right) -> Relation {
    switch plant {
    case .relation(let at), .badThenRelation(_, let at): if left.asked >= at { return .broken("totals") }
    default: break
    }
    return left.total == right.dice.total ? .holds : .broken("totals")
  }
}
