public import Coins
public import GameKit
public import Games
public import Primitives

/// `Idle` as a signature adversary: a type that names its scheme.
public struct IdleSigner<S: MessageScheme>: SignatureAdversary {
  public init() {}

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool { false }
}
