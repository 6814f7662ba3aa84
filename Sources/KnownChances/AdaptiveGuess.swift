import Coins
import GameKit
import Games
import Primitives

/// Sees a signature s on another message, and tries s, s + 1, …: `most` of them if 4 divides s, `least` otherwise. After `least`
/// it asks for a third signature, and stops if that is odd. It says "real" after a success.
struct AdaptiveGuess: Adversary {
  typealias Scheme = CalibratedSignature
  typealias Query = SignatureQuery<Scheme>
  typealias Answer = SignatureAnswer<Scheme>
  let scheme: Scheme
  let least, most: Int

  func play(
    _ oracle: inout some Oracle<Query, Answer>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    guard let seen = try oracle.sign(Message(0), under: key)?.value else { return true }
    for index in 0..<(seen % 4 == 0 ? most : least) {
      if index == least, let third = try oracle.sign(Message(2), under: key)?.value, third & 1 == 1 { return true }
      if try oracle.accepts(scheme.candidate(seen &+ UInt64(index)), of: Message(1), under: key) { return false }
    }
    return true
  }
}
