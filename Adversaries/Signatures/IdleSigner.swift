public import Coins
public import GameKit
public import Games
public import Primitives

/// Asks nothing and answers `false`: the baseline that must have no advantage anywhere.
public struct IdleSigner<S: MessageScheme>: SignatureAdversary {
  public init() {}

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool { false }
}
