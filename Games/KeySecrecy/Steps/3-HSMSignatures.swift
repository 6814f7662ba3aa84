public import GameKit
internal import Records

extension HopFacts {
  public static let secrecyHSMs = HopFacts(
    "secrecy-hsms", "G₂ → G₃: HSMs' signatures are ideal", lemma: "PKSMK: ind_uf, uf_uf1",
    claim:
      "Identical until somebody forges an HSM's signature:  |Pr[A = 1 in G₃] − Pr[A = 1 in G₂]| ≤ Pr[UF(B(A))] ≤ q_hid·ε_sig",
    badEvent: "forgery under an HSM's key", bound: "q_hid" * "ε_sig", source: sequenceSource)
}
