import DomainManagement
import Policy
import PolicySearch
import Records
import Scenarios
import Testing

/// A search judges like candidates for a successor once. That changes nothing but the time, for every policy of the catalogue.
@Suite struct LinkVerdictTests {
  static let scopes = {
    var (hosted, deep, shared) = (ExplorationScope(), ExplorationScope(), Matrix.smallScope)
    (hosted.operators, hosted.hsms, hosted.rogueHosts, hosted.depth) = (2, 2, 0, 1)
    (deep.operators, deep.rogueOperators, deep.rogueHSMs, deep.hsms, deep.rogueHosts) = (2, 0, 0, 1, 0)
    shared.depth = 1
    return [hosted, deep, shared]
  }()

  private func isSame(_ scope: ExplorationScope, _ policy: PolicySelection) throws -> Bool {
    var exploration = Exploration(scope: scope, policy: policy)
    exploration.isForAll = true
    let remembering = try exploration.run()
    exploration.remembersVerdicts = false
    return try exploration.run() == remembering
  }

  @Test(arguments: ScopeSweepTests.policies.indices) func everyPolicyIsSearchedToTheSameRecord(number: Int) throws {
    let policy = ScopeSweepTests.policies[number]
    #expect(try isSame(Self.scopes[number % 3], policy))
  }

  /// Refuses successors without HSMs or with the hosts of their parent, and says or hides that it looks at them.
  private struct OtherHosts<Suite: DomainSuite>: LinkRule {
    let isFrank: Bool
    var facts: RuleFacts {
      RuleFacts(
        "lab.other-hosts", "a successor lists HSMs and other hosts", from: [.ours()], about: [.succeed], looksAtServers: isFrank)
    }
    func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
      link.trust.hsms.isEmpty || link.trust.hosts == parent.hosts ? deny("no HSM, or the same hosts") : .allow
    }
  }

  private struct Lab: RuleAddition {
    let isFrank: Bool
    func rules<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [RuleInForce(link: OtherHosts(isFrank: isFrank))] }
  }

  /// Twins: a rule that hides what it looks at is found out, so the comparison can fail.
  @Test(arguments: [true, false]) func aRuleThatLooksAtHostsHasToSaySo(isFrank: Bool) throws {
    let same = try DomainAdditions(rules: [Lab(isFrank: isFrank)]).inForce { try isSame(Self.scopes[0], .intact) }
    #expect(same == isFrank)
  }
}
