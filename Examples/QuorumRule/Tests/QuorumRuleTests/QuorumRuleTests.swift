import DomainManagement
import Policy
import QuorumRule
import Testing

/// The rule and its weaker twin, on successors that differ in one number.
@Suite struct QuorumRuleTests {
  private let suite = SymbolicSuite()

  private func trust(after parent: Trust<SymbolicSuite>? = nil, quorum: Int) -> Trust<SymbolicSuite> {
    Trust(
      parent: parent?.fingerprint, domain: parent?.domainName,
      operators: (1...4).map { Operator(isHonest: true, draw: $0, suite: suite).identity },
      hsms: [RogueHSM(draw: 10, suite: suite).member], hosts: [], quorum: quorum, suite: suite)
  }

  private func refusal(_ rule: some LinkRule<SymbolicSuite>, from: Int, to: Int) -> String? {
    let parent = trust(quorum: from)
    return rule.objection(to: Link(trust(after: parent, quorum: to), authorisation: []), after: parent).denial?.reason
  }

  @Test(arguments: [(3, 3, nil), (3, 4, nil), (3, 2, "it needs 2 signers after 3")])
  func fewerSignersAreRefused(from: Int, to: Int, reason: String?) {
    #expect(refusal(NeverFewerSigners(), from: from, to: to) == reason)
  }

  @Test func theWeakerTwinRefusesLess() {
    #expect(refusal(TwoSigners(), from: 3, to: 2) == nil)
    #expect(refusal(TwoSigners(), from: 3, to: 1) == "one signer is enough for it")
    #expect(TwoSigners<SymbolicSuite>().facts.weakens == NeverFewerSigners<SymbolicSuite>().facts.identifier)
  }
}
