// Claim: a distinguisher of real and ideal signatures wins the unforgeability game exactly when it causes the bad event.
// Source: EasyCrypt, PKSMK, module MkAdvUF and lemma ind_uf.
public import Coins
public import GameKit
public import Primitives

/// B(A): hands every query on; a `verify` is an attempt to forge, and is answered with the scheme's own verdict.
public struct ForgerFromDistinguisher<S: SignatureScheme>: Reduction {
  public typealias Source = SignatureIdealization<S>.Real
  public typealias Target = SignatureForgery<S>

  public init() {}

  public func play<A: Adversary<SignatureQuery<S>, SignatureAnswer<S>>>(
    _ adversary: A, against oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    try adversary.play(&oracle, coins: coins)
  }
}
