public import GameKit

extension HopFacts {
  public static let secrecyKeys = HopFacts(
    "secrecy-keys", "G₀ → G₁: no two entities have one identity", lemma: keyGeneratorFact,
    claim: """
      Right, an entity whose identity exists already is not made. It comes before the signature hops, because with real \
      signatures a rogue \
      key that equals a genuine one is a forgery:
          |Pr[A = 1 in G₁] − Pr[A = 1 in G₀]| ≤ Pr[two identities are equal] ≤ ε_coll
      """, badEvent: "key collision", bound: "ε_coll", source: sequenceSource)

  /// Where the steps of the sequence come from.
  public static let sequenceSource = "the paper's sequence of games for key secrecy; docs/model.md, section 3.6"
}
