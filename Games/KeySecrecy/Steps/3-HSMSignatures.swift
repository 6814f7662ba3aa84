public import GameKit
internal import Primitives
internal import Records

extension KeySecrecyStep {
  /// G₃: HSMs' signatures are ideal.
  static let hsmSignatures = KeySecrecyStep(.secrecyHSMs, badEvent: .hsmForgery) { $0.hsmSignatures = .ideal }
}

extension KeySecrecyRules {
  /// To unforgeability of HSMs' signatures.
  public var toHSMForgery: ToForgery {
    let scheme = ByteStringSigning(base.signing)
    return ToForgery(rules: self, stage: .hsmSignatures, exposed: .hsms, inner: { SignatureForgery(scheme: scheme) }) {
      $0.hsms = $1
    }
  }
}

extension HopFacts {
  public static let secrecyHSMs = HopFacts(
    "secrecy-hsms", "G₂ → G₃: HSMs' signatures are ideal", lemma: "PKSMK: ind_uf, uf_uf1",
    claim:
      "Identical until somebody forges an HSM's signature:  |Pr[A = 1 in G₃] − Pr[A = 1 in G₂]| ≤ Pr[UF(B(A))] ≤ q_hid·ε_sig",
    badEvent: "forgery under an HSM's key", bound: "q_hid" * "ε_sig", source: sequenceSource)
}
