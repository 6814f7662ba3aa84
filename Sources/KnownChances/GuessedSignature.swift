import Coins
import GameKit
import Games
import Primitives

/// Guesses a signature on an unsigned message, candidate after candidate, and says "real" after a success, though only with
/// probability `honesty`/10.
struct GuessedSignature: Adversary {
  typealias Scheme = CalibratedSignature
  typealias Query = SignatureQuery<Scheme>
  typealias Answer = SignatureAnswer<Scheme>
  let scheme: Scheme
  let tries: Int
  var honesty: UInt64 = 10
  /// Whether it goes on after a success.
  var goesOn = false

  func play(
    _ oracle: inout some Oracle<Query, Answer>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    var hasSucceeded = false
    for index in 0..<UInt64(tries) where try oracle.accepts(scheme.candidate(index), of: Message(1), under: key) {
      hasSucceeded = true
      if !goesOn { break }
    }
    return !hasSucceeded || coins.uniform(below: 10, for: Label("honest")) >= honesty
  }
}
