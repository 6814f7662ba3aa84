import Coins
import GameKit
import Synchronization

/// A hop to plant faults in: numbered draws of two bits each. Left a draw may repeat another, which is the bad event; right none
/// does. With four draws all values are used up.
struct Urn: Hop {
  enum Fault: Sendable {
    /// The left world keeps what was drawn in the trials before.
    case forgetsToRestart
    /// The left world answers with a number of its own.
    case hiddenRandomness
    /// The left world goes bad before anybody asks.
    case badFromTheStart
    /// The states are said to differ before anybody asks.
    case unrelatedFromTheStart
    /// An answer that is read back from a file is another one.
    case lossyAnswer
    /// Whether the left world goes bad depends on whether the right one was asked before.
    case sharedState
    /// The left world denies its bad event.
    case unflagged
    /// The left world draws from one range on first sight and from another one later.
    case twoRanges
  }

  struct Query: GameQuery {
    let index: UInt64
    enum Kind: Int, QueryKind {
      case draw
      var symbol: String { "q_draw" }
    }
    var kind: Kind { .draw }
    var description: String { "draw(\(index))" }
  }

  struct Answer: Hashable, Codable, Sendable, CustomStringConvertible {
    let value: UInt64
    var isLossy = false
    var description: String { "\(value)" }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(isLossy ? value & 1 : value)
    }
    init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(UInt64.self) }
    init(_ value: UInt64, isLossy: Bool = false) { (self.value, self.isLossy) = (value, isLossy) }
  }

  final class Shared: Sendable {
    let isRightAsked = Mutex(false)
    let asked = Mutex<UInt64>(0)
  }

  struct World: Game {
    let isRight: Bool
    let fault: Fault?
    let shared: Shared
    private var coins = Coins.beforeTheFirstTrial
    private(set) var drawn: [UInt64: UInt64] = [:]
    private(set) var isBad = false

    init(isRight: Bool, fault: Fault?, shared: Shared) { (self.isRight, self.fault, self.shared) = (isRight, fault, shared) }

    mutating func restart(coins: Coins) {
      self.coins = coins
      isBad = fault == .badFromTheStart
      if fault != .forgetsToRestart || isRight { drawn = [:] }
      shared.isRightAsked.withLock { $0 = false }
    }

    mutating func answer(_ query: Query) -> Answer {
      if fault == .hiddenRandomness, !isRight {
        return Answer(
          shared.asked.withLock { asked in
            asked &+= 1
            return asked
          })
      }
      if fault == .twoRanges, !drawn.isEmpty { _ = coins.uniform(below: 3, for: Label("draw", 0)) }
      var value = coins.bits(2, for: Label("draw", query.index))
      if let before = drawn[query.index] { return Answer(before) }
      if drawn.values.contains(value) {
        if fault != .unflagged, fault != .sharedState { isBad = true }
        if isRight { value = (0..<4).first { !drawn.values.contains($0) } ?? value }
      }
      if fault == .sharedState {
        if isRight { shared.isRightAsked.withLock { $0 = true } } else if shared.isRightAsked.withLock({ $0 }) { isBad = true }
      }
      drawn[query.index] = value
      return Answer(value, isLossy: fault == .lossyAnswer)
    }
  }

  var fault: Fault?
  private let shared = Shared()

  init(_ fault: Fault? = nil) { self.fault = fault }

  var left: World { World(isRight: false, fault: fault, shared: shared) }
  var right: World { World(isRight: true, fault: fault, shared: shared) }
  func isBad(_ left: borrowing World) -> Bool { left.isBad }
  func relation(_ left: borrowing World, _ right: borrowing World) -> Relation {
    if fault == .unrelatedFromTheStart, left.drawn.isEmpty { return .broken("draws") }
    return fault == .forgetsToRestart || left.drawn == right.drawn ? .holds : .broken("draws")
  }

  /// Draws so many, and says "right" if none repeats.
  struct Draw: Adversary {
    typealias Query = Urn.Query
    typealias Answer = Urn.Answer
    var draws = 3
    /// After so many trials it asks no more.
    var tiresAfter: Int?
    private let played = Shared()

    init(_ draws: Int, tiresAfter: Int? = nil) { (self.draws, self.tiresAfter) = (draws, tiresAfter) }

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      let plays = played.asked.withLock { asked in
        asked += 1
        return asked
      }
      if let tiresAfter, plays > tiresAfter { return false }
      var seen: Set<UInt64> = []
      for index in 0..<draws { seen.insert(try oracle.ask(Query(index: UInt64(index))).value) }
      return seen.count == draws
    }
  }
}
