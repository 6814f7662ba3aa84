public import GameKit

extension HopFacts {
  public static let secrecyChain = HopFacts(
    "secrecy-chain", "G₃ → G₄: a fingerprint belongs to one trust", lemma: "CRHash: ind_cr",
    claim: "Identical until two trusts have one fingerprint:  |Pr[A = 1 in G₄] − Pr[A = 1 in G₃]| ≤ Pr[collision] ≤ ε_cr",
    badEvent: "two trusts, one fingerprint", bound: "ε_cr", source: sequenceSource)
}
