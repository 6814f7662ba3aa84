public import Coins
public import GameKit
public import Games
public import Primitives

/// Presents a produced signature where it does not belong: for another message, and under another key.
public struct CrossMessage<S: MessageScheme>: SignatureAdversary {
  public init() {}

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    guard let signature = try oracle.sign(Message(0), under: key) else { return false }
    var accepted = try oracle.accepts(signature, of: Message(1), under: key)
    while oracle.budget[.keygen] > 0, oracle.budget[.verify] > 0 {
      let other = try oracle.keygen()
      if other != key, try oracle.accepts(signature, of: Message(0), under: other) { accepted = true }
    }
    return accepted
  }
}
