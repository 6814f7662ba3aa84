public import GameKit
public import Primitives

extension KeySecrecyStep {
  /// G₄: the chain is ideal: a fingerprint belongs to one trust.
  static let chain = KeySecrecyStep(.secrecyChain, badEvent: .trustCollision) { $0.chain = .ideal }
}

extension KeySecrecyRules {
  public typealias Chain = HashChain<TrustHash<Base.Hash>, SimulatedGame<CollisionFinder<TrustHash<Base.Hash>>>>
  public typealias ToCollision = KeySecrecyReduction<Base, SimulatedGame<Chain>>

  /// To collisions of the hash function, by way of the chain (`hash-chain`) and of `ind_cr`'s reduction.
  public var toCollision: ToCollision {
    let function = TrustHash(base.hash)
    return ToCollision(
      rules: self, stage: .chain, exposed: .chain,
      inner: { SimulatedGame(Chain(), of: SimulatedGame(CollisionFinder(), of: HashCollision(function))) }
    ) { $0.chain = $1 }
  }
}

extension HopFacts {
  public static let secrecyChain = HopFacts(
    "secrecy-chain", "G₃ → G₄: a fingerprint belongs to one trust", lemma: "CRHash: ind_cr",
    claim: """
      The hop `hash-chain` under the protocol, whose trusts are the nodes. Identical until two trusts have one fingerprint:
          |Pr[A = 1 in G₄] − Pr[A = 1 in G₃]| ≤ Pr[collision] ≤ ε_cr
      """,
    badEvent: "two trusts, one fingerprint", bound: "ε_cr", source: sequenceSource)
}
