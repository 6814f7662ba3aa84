public import GameKit
internal import Records

extension HopFacts {
  public static let secrecyOperators = HopFacts(
    "secrecy-operators", "G₁ → G₂: operators' signatures are ideal", lemma: "PKSMK: ind_uf, uf_uf1",
    claim:
      "Identical until somebody forges an operator's signature:  |Pr[A = 1 in G₂] − Pr[A = 1 in G₁]| ≤ Pr[UF(B(A))] ≤ "
      + "q_ops·ε_sig",
    badEvent: "forgery under an operator's key", bound: "q_ops" * "ε_sig", source: sequenceSource)
}
