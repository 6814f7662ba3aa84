import DomainManagement
import Expectations
import Policy
import PolicySearch
import Records
import Reports
import Scenarios
import Testing

/// What is found can be kept: written as a scenario file, read back, and checked.
@Suite struct KeptAttackTests {
  @Test(arguments: ShippedScenarioTests.files) func aScenarioIsReadBackAsItIs(file: String) throws {
    let scenario = try Folder.scenario(file)
    #expect(try Scenario(yaml: scenario.yaml, file: file) == scenario)
  }

  /// What a scalar can be spoilt by.
  @Test func everyTextIsReadBackAsItIs() throws {
    var scenario = try Folder.scenario("transplant.yaml")
    scenario.title = "a \"quoted\" \\ title: with # and “ ” {and} [more], - twice\tand a tab"
    #expect(try Scenario(yaml: scenario.yaml, file: "f") == scenario)
    scenario.name = " leading and trailing "
    #expect(try Scenario(yaml: scenario.yaml, file: "f") == scenario)
  }

  private func attacks(without rules: [String]) throws -> [ExplorationRecord.Attack] {
    var scope =
      rules == ["operator.role-registered"]
      ? Matrix.roleScope : rules.contains { $0.hasPrefix("rotation.") } ? Matrix.rotationScope : Matrix.smallScope
    scope.transparentWrap = rules == ["key.never-leaves-unwrapped"]
    var exploration = Exploration(scope: scope, policy: PolicySelection(without: rules))
    exploration.isForAll = true
    return try exploration.run().attacks
  }

  /// Every attack that is found without a rule, played again from its file: as stated with the rule and without it.
  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func whatIsFoundIsKeptAndPlayedAgain(rule: String) throws {
    for attack in try attacks(without: [rule]) {
      let scenario = try Scenario(yaml: try #require(attack.scenario), file: "found.yaml")
      // The host applies the rules of successors, and they are the ones that are named.
      #expect(rule == "host.successor-checked" ? attack.refusedBy?.hasPrefix("successor.") == true : attack.refusedBy == rule)
      let (intact, twin) = (
        try ScenarioRunner.run(scenario), try ScenarioRunner.run(scenario, policy: PolicySelection(without: [rule]))
      )
      #expect(intact.isAsExpected && !intact.broken.contains(attack.property), "\(intact.text)")
      #expect(twin.isAsExpected && twin.broken.contains(attack.property), "\(twin.text)")
    }
  }

  private func check(_ scenario: String) async -> CheckRecord {
    let expectations = "known-counterexamples: [found.yaml]\nexpectations:\n  - scenario: found.yaml\n    suite: symbolic\n"
    return await PolicyCheck { $0 == "e.yaml" ? expectations : $0 == "found.yaml" ? scenario : nil }.run(["e.yaml"]
    )
  }

  @Test func aKeptAttackIsAKnownCounterexampleAndATamperedOneIsNot() async throws {
    let kept = try #require(try attacks(without: ["token.wrap-bound-to-trust"]).first?.scenario)
    #expect(await check(kept).verdict == "met: 2 of 2 canaries, 1 of 1 known counterexamples, 1 of 1 expectations")
    let tampered = await check(kept.replacing("expect: token.wrap-bound-to-trust", with: "expect: token.signer-is-member"))
    #expect(tampered.exitStatus.code == 1)
    #expect(
      tampered.cases.first { $0.kind == .counterexample }?.message
        == "under the intact policy step 4 was refused by token.wrap-bound-to-trust, but should be refused by "
        + "token.signer-is-member"
    )
  }

  /// Under the intact policy there is no twin: the file states that it falls.
  @Test func anAttackOnTheIntactPolicyIsKeptWithoutATwin() throws {
    var exploration = Exploration(scope: ExplorationTests.tiny)
    exploration.scope.dishonest = 2
    exploration.properties = [.genuineMembers]
    let attack = try #require(try exploration.run().attacks.first)
    let scenario = try Scenario(yaml: try #require(attack.scenario), file: "found.yaml")
    #expect(attack.refusedBy == nil && scenario.twin == nil && scenario.end.contains(.genuineMembers))
    #expect(try ScenarioRunner.run(scenario).isAsExpected)
  }
}
