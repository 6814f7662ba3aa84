public import GameKit

extension HopFacts {
  public static let secrecyEncryption = HopFacts(
    "secrecy-encryption", "G₅′ → G₆: zeros are wrapped in place of keys",
    claim: """
      The assumption on multi-recipient encryption; the protocol simulated around its left-or-right game is the reduction:
          |Pr[A = 1 in G₆] − Pr[A = 1 in G₅′]| ≤ ε_mrpke ≤ 2·ε_odh + ε_aead-multi
      """, bound: .defined("ε_mrpke", reduction.bound), source: sequenceSource)
}
