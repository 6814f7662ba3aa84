import DomainManagement
import Expectations
import Policy
import PolicySearch
import Records
import Reports
import Primitives
import Scenarios
import Testing
import Words

/// Rules and properties of somebody else.
@Suite struct AdditionTests {
  struct PositiveQuorum: Invariant {
    var name = "positive-quorum"
    let words = "every trust in force needs a signature to be replaced"

    func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
      guard case .entered(let trust, _, _) = event, trust.quorum == 0 else { return nil }
      return "a trust in force has the quorum 0"
    }
  }

  /// Two operators, neither dishonest: nothing but their own rules keeps them from signing.
  private static var scope: ExplorationScope {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.rogueOperators, scope.hsms, scope.hosts, scope.rogueHosts) = (2, 0, 0, 2, 0, 0)
    (scope.domains, scope.depth) = (1, 1)
    return scope
  }

  private static func explore(_ policy: PolicySelection) throws -> ExplorationRecord {
    try DomainAdditions(invariants: [PositiveQuorum()]).inForce {
      var exploration = Exploration(scope: scope, policy: policy)
      exploration.properties = [Property(rawValue: "positive-quorum")]
      return try exploration.run()
    }
  }

  @Test func aSearchFindsTheAttackOnAnAddedProperty() throws {
    let found = try Self.explore(.init(without: ["operator.quorum-kept"]))
    #expect(found.attacks.map(\.property.rawValue) == ["positive-quorum"])
    #expect(found.attacks.first?.refusedBy == "operator.quorum-kept")
    #expect(found.attacks.first?.replay?.lines.last?.violations.map(\.words) == ["a trust in force has the quorum 0"])
  }

  @Test func underTheIntactPolicyTheAddedPropertyHolds() throws {
    let found = try Self.explore(.intact)
    #expect(found.outcome == .holds)
  }

  @Test func whatWasFoundIsPlayedAndCheckedWhereThePropertyIsKnown() async throws {
    let file = try #require(Self.explore(.init(without: ["operator.quorum-kept"])).attacks.first?.scenario)
    let additions = try DomainAdditions(invariants: [PositiveQuorum()])
    let report = await additions.inForce {
      await PolicyCheck(read: { _ throws(InputError) in file }).run(["found.yaml"])
    }
    #expect(report.exitStatus == .met, "\(report.text)")
    #expect(report.cases.count { $0.kind == .expectation } == 2)
  }

  @Test func whereItWasNotAddedItsNameIsAnError() throws {
    let file = try #require(Self.explore(.init(without: ["operator.quorum-kept"])).attacks.first?.scenario)
    let error = try #require(throws: InputError.self) { try Scenario(yaml: file, file: "found.yaml") }
    #expect(error.message.contains("`positive-quorum`"))
  }

  @Test(arguments: [("consent", "the property `consent` stands twice"), ("No Name", "the property `No Name` needs a name")])
  func aPropertyNeedsANameOfItsOwn(name: String, words: String) throws {
    let error = try #require(throws: RowError.self) { try DomainAdditions(invariants: [PositiveQuorum(name: name)]) }
    #expect(error.description.hasPrefix(words))
  }

  /// A successor lists an HSM; the weaker form is content with a host.
  struct ListsAnHSM<Suite: DomainSuite>: LinkRule {
    var isWeak = false
    var identifier = "successor.lists-an-hsm"
    var weakens: String?

    var facts: RuleFacts {
      RuleFacts(identifier, "a successor lists an HSM", from: [.ours()], about: [.succeed], weakens: weakens)
    }

    func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
      link.trust.hsms.isEmpty && !(isWeak && !link.trust.hosts.isEmpty) ? deny("the successor lists no HSM") : .allow
    }
  }

  struct OwnRules: RuleAddition {
    var weakens: String? = "successor.lists-an-hsm"
    var weakName = "successor.lists-anything"

    func rules<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [RuleInForce(link: ListsAnHSM<S>())] }
    func weaker<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] {
      [RuleInForce(link: ListsAnHSM<S>(isWeak: true, identifier: weakName, weakens: weakens))]
    }
  }

  private static func emptying(hosts: String) throws -> Scenario {
    try Scenario(
      yaml: """
        scenario: emptying
        title: A successor without an HSM
        n: 2
        operators: {alice: honest, bob: honest}
        hsms: {h1: genuine}
        hosts: {web: genuine}
        trusts:
          T0: {operators: [alice, bob], hsms: [h1], quorum: 2}
          T1: {parent: T0, hsms: [], hosts: \(hosts)}
        steps:
          - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
          - update: {hsm: h1, token: t0, to: T1, signed-by: [alice, bob], as: t1}
        end: holds
        """, file: "emptying.yaml")
  }

  private static func rule(_ scenario: Scenario, _ policy: PolicySelection, _ suite: SuiteName) throws -> String? {
    try ScenarioRunner.run(scenario, policy: policy, suite: suite).lines.last?.rule
  }

  @Test(arguments: [SuiteName.symbolic, .modern])
  func anAddedRuleIsInForceAndItsWeakerTwinTakesItsPlace(suite: SuiteName) throws {
    let (empty, hosted) = (try Self.emptying(hosts: "[]"), try Self.emptying(hosts: "[web]"))
    #expect(try Self.rule(empty, .intact, suite) == nil)
    try DomainAdditions(rules: [OwnRules()]).inForce { () throws in
      let weak = PolicySelection(with: ["successor.lists-anything"])
      #expect(try Self.rule(hosted, .intact, suite) == "successor.lists-an-hsm")
      #expect(try Self.rule(hosted, weak, suite) == nil)
      #expect(try Self.rule(empty, weak, suite) == "successor.lists-anything")
      #expect(try Self.rule(empty, .init(without: ["successor.lists-an-hsm"]), suite) == nil)
    }
    #expect(throws: UnknownRule.self) { try Self.rule(empty, .init(without: ["successor.lists-an-hsm"]), suite) }
  }

  @Test(arguments: [
    (OwnRules(weakens: nil), "the weaker rule `successor.lists-anything` does not say which rule it weakens"),
    (
      OwnRules(weakens: "successor.nothing"),
      "the rule `successor.lists-anything` weakens `successor.nothing`, which is no rule of the intact policy"
    ), (OwnRules(weakName: "key.handle-is-fresh"), "the rule `key.handle-is-fresh` stands twice"),
  ])
  func aRuleThatFitsNowhereIsRefused(rules: OwnRules, words: String) throws {
    let error = try #require(throws: RowError.self) { try DomainAdditions(rules: [rules]) }
    #expect(error.description == words)
  }

  @Test func theSameRulesTwiceAreRefused() throws {
    let error = try #require(throws: RowError.self) { try DomainAdditions(rules: [OwnRules(), OwnRules()]) }
    #expect(error.description == "the rule `successor.lists-an-hsm` stands twice")
  }
}
