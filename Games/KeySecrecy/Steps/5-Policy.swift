public import GameKit

extension HopFacts {
  public static let secrecyPolicy = HopFacts(
    "secrecy-policy", "G₄ → G₅: the policy lets nothing in that is not genuine",
    claim: """
      Right, a successor in an honest domain is accepted only if all that it lists is genuine, by the registry that only \
      operators can \
      read. Perfect under the quorum assumption, for every adversary and every trial.
      """, bound: 0, source: sequenceSource)
}
