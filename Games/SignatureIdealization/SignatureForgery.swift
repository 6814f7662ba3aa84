// Claim to be broken: after seeing signatures on messages of its choice, an adversary submits a triple under a registered key
// that verifies and was never produced.
// Source: EasyCrypt, PKSMK, module UF. With a budget of one key it is the game UF₁.
public import Coins
public import GameKit
public import Primitives

/// Strong unforgeability with many keys; every `verify` is an attempt.
public struct SignatureForgery<S: SignatureScheme>: WinnableGame {
  private var real: SignatureIdealization<S>.Real

  public init(scheme: S) { real = SignatureIdealization(scheme: scheme).left }

  public var isWon: Bool { real.hasForgery }
  public var placesWon: Int { real.forgedKeys.count }

  public mutating func restart(coins: Coins) { real.restart(coins: coins) }

  public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> { real.answer(query) }
}
