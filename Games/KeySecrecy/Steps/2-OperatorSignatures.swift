public import GameKit
public import Primitives
internal import Records

extension KeySecrecyStep {
  /// G₂: operators' signatures are ideal.
  static let operatorSignatures = KeySecrecyStep(.secrecyOperators, badEvent: .operatorForgery) { $0.operatorSignatures = .ideal }
}

extension KeySecrecyRules {
  public typealias ToForgery = KeySecrecyReduction<Base, SignatureForgery<KeySecrecyServices<Base>.Scheme>>

  /// To unforgeability of operators' signatures.
  public var toOperatorForgery: ToForgery {
    let scheme = ByteStringSigning(base.signing)
    return ToForgery(rules: self, stage: .operatorSignatures, exposed: .operators, inner: { SignatureForgery(scheme: scheme) }) {
      $0.operators = $1
    }
  }
}

extension HopFacts {
  public static let secrecyOperators = HopFacts(
    "secrecy-operators", "G₁ → G₂: operators' signatures are ideal", lemma: "PKSMK: ind_uf, uf_uf1",
    claim:
      "Identical until somebody forges an operator's signature:  |Pr[A = 1 in G₂] − Pr[A = 1 in G₁]| ≤ Pr[UF(B(A))] ≤ "
      + "q_ops·ε_sig",
    badEvent: "forgery under an operator's key", bound: "q_ops" * "ε_sig", source: sequenceSource)
}
