public import Coins
public import GameKit
public import Games
public import Primitives

/// Makes keys of its own until one equals an honest key, and then signs with it.
///
/// On the calibrated suite each of its keys hits one of q distinct honest keys with probability q/2^κ.
public struct KeyCollision<S: MessageScheme>: SignatureAdversary {
  public init() {}

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    var honest = AppendLog<S.VerificationKey>()
    while oracle.budget[.keygen] > 0 { honest.append(try oracle.keygen()) }
    while oracle.budget[.rogueKeygen] > 0 {
      let key = try oracle.rogueKeygen()
      guard honest.contains(key), let signature = try oracle.rogueSign(Message(0), under: key) else { continue }
      return try oracle.accepts(signature, of: Message(0), under: key)
    }
    return false
  }
}
