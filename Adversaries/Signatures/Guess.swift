public import Coins
public import GameKit
public import Games
public import Primitives

/// Asks for one signature, then guesses the signature on another message: `tries` distinct candidates under one key.
///
/// On the calibrated suite it succeeds with probability exactly tries/2^t.
public struct Guess<S: MessageScheme>: SignatureAdversary {
  let scheme: S
  let tries: Int

  public init(scheme: S, tries: Int) { (self.scheme, self.tries) = (scheme, tries) }

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    _ = try oracle.sign(Message(0), under: key)
    var accepted = false
    for index in 0..<UInt64(tries) where try oracle.accepts(scheme.candidate(index), of: Message(1), under: key) {
      accepted = true
    }
    return accepted
  }
}
