public import Coins
public import GameKit
public import Games
public import Primitives

/// Presents a signature that was produced, twice: legal, so both worlds accept. It catches an ideal world that forgets.
public struct Replay<S: MessageScheme>: SignatureAdversary {
  public init() {}

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    var accepted = true
    while oracle.budget[.sign] > 0, oracle.budget[.verify] > 1 {
      let message = Message(UInt64(oracle.budget[.sign]))
      guard let signature = try oracle.sign(message, under: key) else { return false }
      let first = try oracle.accepts(signature, of: message, under: key)
      let second = try oracle.accepts(signature, of: message, under: key)
      accepted = accepted && first && second
    }
    return accepted
  }
}
