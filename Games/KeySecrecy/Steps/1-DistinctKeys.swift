public import GameKit
public import Primitives

extension KeySecrecyStep {
  /// G₁: an entity whose identity exists already is not made.
  static let distinctKeys = KeySecrecyStep(.secrecyKeys, badEvent: .keyCollision) { $0.repeatedIdentity = .isRefused }
}

extension KeySecrecyGame {
  /// Whether an entity with this identity is made.
  mutating func enter(_ identity: S.Identity) -> Bool {
    guard identities.contains(identity) else {
      identities.append(identity)
      return true
    }
    hasKeyCollision = true
    return variant.repeatedIdentity == .isMade
  }
}

extension KeySecrecyRules {
  public typealias ToKeyCollision = KeySecrecyReduction<Base, KeyCollision<KeySecrecyServices<Base>.Scheme>>

  /// To equal keys among all that are generated.
  public var toKeyCollision: ToKeyCollision {
    let scheme = ByteStringSigning(base.signing)
    return ToKeyCollision(rules: self, stage: .distinctKeys, exposed: nil, inner: { KeyCollision(scheme: scheme) }) {
      services, port in
      services.operators = Port(ask: { port.ask(.operators($0)) })
      services.hsms = Port(ask: { port.ask(.hsms($0)) })
      services.hostKeys = Port(ask: { port.ask(.host($0)) })
    }
  }
}

extension HopFacts {
  public static let secrecyKeys = HopFacts(
    "secrecy-keys", "G₀ → G₁: no two entities have one identity", lemma: keyGeneratorFact,
    claim: """
      Right, an entity whose identity exists already is not made. It comes before the signature hops, because with real \
      signatures a rogue key that equals a genuine one is a forgery:
          |Pr[A = 1 in G₁] − Pr[A = 1 in G₀]| ≤ Pr[two identities are equal] ≤ ε_coll
      """, badEvent: "key collision", bound: "ε_coll", source: sequenceSource)
}
