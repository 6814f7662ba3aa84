public import Coins
public import GameKit
public import Games
public import Primitives

/// Guesses under every key that it may generate, `tries` distinct candidates each: what makes the factor q_gen in the bound real.
///
/// On the calibrated suite it succeeds with probability exactly 1 − (1 − tries/2^t)^q_gen, as long as no two keys collide.
public struct GuessAllKeys<S: MessageScheme>: SignatureAdversary {
  let scheme: S
  let tries: Int

  public init(scheme: S, tries: Int) { (self.scheme, self.tries) = (scheme, tries) }

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    var accepted = false
    while oracle.budget[.keygen] > 0 {
      let key = try oracle.keygen()
      for index in 0..<UInt64(tries) where try oracle.accepts(scheme.candidate(index), of: Message(1), under: key) {
        accepted = true
      }
    }
    return accepted
  }
}
