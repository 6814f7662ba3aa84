public import Coins
public import GameKit
public import Games
public import Primitives

/// Has every key made, has a message signed under each, and presents what it got: all of it is legal, and nothing is forged. It
/// catches whoever takes a signature for a forgery.
public struct UseEveryKey<S: MessageScheme>: SignatureAdversary {
  public init() {}

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    var keys: [S.VerificationKey] = []
    while oracle.budget[.keygen] > 0 { keys.append(try oracle.keygen()) }
    var accepted = true
    for (number, key) in keys.enumerated() where oracle.budget[.sign] > 0 && oracle.budget[.verify] > 0 {
      let message = Message(UInt64(number))
      guard let signature = try oracle.sign(message, under: key) else { return false }
      accepted = try oracle.accepts(signature, of: message, under: key) && accepted
    }
    return accepted
  }
}
