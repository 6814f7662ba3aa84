import Coins
import GameKit

/// The peer's workload: forge a tag after Q tag queries on 16-byte messages, with a primitive that costs nothing, so that only
/// the harness is measured.
struct MacForgery: WinnableGame {
  enum Query: GameQuery {
    case tag(SIMD2<UInt64>)
    case forge(SIMD2<UInt64>, UInt64)

    enum Kind: Int, QueryKind {
      case tag, forge
      var symbol: String { self == .tag ? "q_tag" : "q_forge" }
    }

    @inline(__always) var kind: Kind { if case .tag = self { .tag } else { .forge } }
    var description: String { "\(self as Any)" }
  }

  private var key = SIMD2<UInt64>.zero
  private var asked = AppendLog<SIMD2<UInt64>>()
  private(set) var isWon = false

  mutating func restart(coins: Coins) {
    key = SIMD2(coins.bits(64, for: Label("mackey")), coins.bits(64, for: Label("mackey", 1)))
    asked.removeAll()
    isWon = false
  }

  mutating func answer(_ query: Query) -> UInt64 {
    switch query {
    case .tag(let message):
      asked.append(message)
      return tag(message)
    case .forge(let message, let tag):
      if tag == self.tag(message), !asked.contains(message) { isWon = true }
      return 0
    }
  }

  private func tag(_ message: SIMD2<UInt64>) -> UInt64 { message.x ^ key.x }

  /// Asks for `queries` tags, then submits a guess.
  struct Guesser: Adversary {
    typealias Query = MacForgery.Query
    typealias Answer = UInt64
    let queries: Int

    func play(_ oracle: inout some Oracle<MacForgery.Query, UInt64>, coins: Coins) throws(Forfeit) -> Bool {
      for index in 0..<UInt64(queries) { _ = try oracle.ask(.tag(SIMD2(index, 0))) }
      _ = try oracle.ask(.forge(SIMD2(.max, 0), 0))
      return false
    }
  }
}
