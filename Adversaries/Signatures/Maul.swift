public import Coins
public import GameKit
public import Games
public import Primitives

/// Makes another signature on a message out of a produced one: (r, s) ↦ (r, n − s) for ECDSA, s ↦ s + L for Ed25519.
///
/// Plain ECDSA accepts it, so this adversary wins the strong game with certainty; a canonical s, or Ed25519, stops it.
public struct Maul<S: MessageScheme>: SignatureAdversary {
  let scheme: S

  public init(scheme: S) { self.scheme = scheme }

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    guard let signature = try oracle.sign(Message(0), under: key) else { return false }
    return try oracle.accepts(scheme.maul(signature), of: Message(0), under: key)
  }
}
