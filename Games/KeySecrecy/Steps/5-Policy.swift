@_spi(Judge) internal import DomainManagement
public import GameKit

extension KeySecrecyStep {
  /// G₅: the policy is ideal: in an honest domain a successor is accepted only if all that it lists is genuine.
  static let policy = KeySecrecyStep(.secrecyPolicy, badEvent: .policyBreach) { $0.successors = .genuineOnly }
}

extension KeySecrecyGame {
  /// Notes that a path was accepted by the rules; the ideal policy refuses what is not genuine.
  mutating func accept(_ path: [Link<S>], after first: Trust<S>) throws(Refusal) {
    guard isHonest(first) else { return }
    for link in path {
      if setUp.registry.objection(to: link.trust) != nil {
        hasPolicyBreach = true
        if variant.successors == .genuineOnly { throw .rule("registry", reason: "a successor lists what is not genuine") }
        return
      }
      if !honest.contains(link.trust) { honest.append(link.trust) }
    }
  }
}

extension HopFacts {
  public static let secrecyPolicy = HopFacts(
    "secrecy-policy", "G₄ → G₅: the policy lets nothing in that is not genuine",
    claim: """
      Right, a successor in an honest domain is accepted only if all that it lists is genuine, by the registry that only \
      operators can read. Perfect under the quorum assumption, for every adversary and every trial.
      """, bound: 0, source: sequenceSource)
}
