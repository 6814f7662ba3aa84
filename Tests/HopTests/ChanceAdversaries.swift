import Coins
import GameKit
import Games
import Primitives

/// The adversaries whose chances are known as fractions. They say 1 for "ideal".
enum ChanceAdversaries {
  typealias Scheme = CalibratedSignature

  /// `tries` candidates on one unsigned message; 0 if one was accepted, and after a success only with probability `honesty`/10.
  struct Guesses: Adversary {
    typealias Query = SignatureQuery<Scheme>
    typealias Answer = SignatureAnswer<Scheme>
    let scheme: Scheme
    let tries: Int
    var honesty: UInt64 = 10

    func play(
      _ oracle: inout some Oracle<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>, coins: Coins
    ) throws(Forfeit) -> Bool {
      let key = try oracle.keygen()
      for index in 0..<UInt64(tries) where try oracle.accepts(scheme.candidate(index), of: Message(1), under: key) {
        return coins.uniform(below: 10, for: Label("honest")) >= honesty
      }
      return true
    }
  }

  /// Sees a signature s on another message; tries s, s + 1, …, `most` times if 4 divides s, `least` times otherwise; after
  /// `least` tries it asks for a third signature, and stops if that is odd.
  struct Adaptive: Adversary {
    typealias Query = SignatureQuery<Scheme>
    typealias Answer = SignatureAnswer<Scheme>
    let scheme: Scheme
    let least, most: Int

    func play(
      _ oracle: inout some Oracle<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>, coins: Coins
    ) throws(Forfeit) -> Bool {
      let key = try oracle.keygen()
      guard let seen = try oracle.sign(Message(0), under: key)?.value else { return true }
      let tries = seen % 4 == 0 ? most : least
      for index in 0..<tries {
        if index == least, let third = try oracle.sign(Message(2), under: key)?.value, third & 1 == 1 { return true }
        if try oracle.accepts(scheme.candidate(seen &+ UInt64(index)), of: Message(1), under: key) { return false }
      }
      return true
    }
  }
}
