import Coins
import GameKit

/// A game to plant faults in: a secret of two bits that may be guessed.
struct Lock: WinnableGame {
  enum Fault: Sendable {
    /// The secret stays as it was in the trials before.
    case staysOpen
    /// It is won before anybody guesses.
    case opensByItself
    /// The secret has one bit.
    case oneBit
  }

  struct Guess: GameQuery {
    let value: UInt64
    enum Kind: Int, QueryKind {
      case guess
      var symbol: String { "q_guess" }
    }
    var kind: Kind { .guess }
    var description: String { "guess(\(value))" }
  }

  var fault: Fault?
  private var secret: UInt64 = 0
  private(set) var isWon = false

  init(_ fault: Fault? = nil) { self.fault = fault }

  mutating func restart(coins: Coins) {
    if fault != .staysOpen { isWon = fault == .opensByItself }
    secret = coins.bits(fault == .oneBit ? 1 : 2, for: Label("secret"))
  }

  mutating func answer(_ query: Guess) -> Bool {
    if query.value == secret { isWon = true }
    return isWon
  }

  /// Guesses these.
  struct Try: Adversary {
    typealias Query = Guess
    typealias Answer = Bool
    let values: [UInt64]

    func play(_ oracle: inout some Oracle<Guess, Bool>, coins: Coins) throws(Forfeit) -> Bool {
      for value in values { _ = try oracle.ask(Guess(value: value)) }
      return true
    }
  }
}
