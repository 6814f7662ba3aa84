import DomainManagement
import Policy
import PolicySearch
import Primitives
import Records
import Scenarios
import Testing

/// Quorum rules by role, in searches and in files.
@Suite struct RoleTests {
  private func search(
    _ policy: PolicySelection = .intact, _ change: (inout ExplorationScope) -> Void = { _ in }
  ) throws -> ExplorationRecord {
    var exploration = Exploration(scope: Matrix.roleScope, policy: policy)
    change(&exploration.scope)
    exploration.isForAll = true
    return try exploration.run()
  }

  // MARK: The assumption

  /// Two dishonest operators are as many as a quorum takes, and no quorum.
  @Test func byTheirNumberAloneTheDishonestOnesWouldDo() throws {
    let report = try search()
    #expect(report.outcome == .holds && report.missing.isEmpty && report.quorumAssumption.standing == .holds)
    #expect(report.quorumAssumption.words.hasPrefix("any genuine operators that authorise something by operations:1,security:1"))
    let counted = try search { ($0.roles, $0.quorum) = ([], 2) }
    #expect(counted.outcome == .falls && counted.quorumAssumption.standing == .fails, "twin: nobody has a role")
  }

  /// The intact policy falls exactly where dishonest operators among themselves meet a rule, whichever and for whichever command.
  @Test(arguments: [
    ("security:1,operations:1", 2, true), ("security:1,operations:1", 3, false), ("operations:2", 1, true),
    ("operations:2", 2, false), ("security:1", 2, true), ("2", 1, true), ("2", 2, false), ("3|security:1", 2, true),
    ("2|security:1", 2, false), ("update=security:1;rotate-key=operations:1", 1, false),
    ("update=security:1;found=operations:1", 1, false), ("update=security:1;rotate-key=operations:2", 1, true),
  ]) func theIntactPolicyFallsExactlyWhereTheAssumptionFails(quorum: String, dishonest: Int, isHeld: Bool) throws {
    let rules = try #require(QuorumRules(quorum))
    let report = try search { ($0.quorum, $0.dishonest, $0.hosts) = (rules, dishonest, 0) }
    #expect(report.quorumAssumption.standing == (isHeld ? .holds : .fails))
    #expect(report.outcome == (isHeld ? .holds : .falls), "\(report.verdict)")
  }

  /// What a rule authorises is what falls where it is met.
  @Test func aWeakRuleForOneCommandIsNoneForAnother() throws {
    func fallen(_ quorum: String) throws -> [String] {
      let rules = try #require(QuorumRules(quorum))
      return try search { ($0.quorum, $0.dishonest) = (rules, 1) }.attacks.map { "\($0.property.rawValue) \($0.operations)" }
    }
    #expect(try fallen("update=security:1;rotate-key=operations:1") == ["rotation-agreed 3"])
    #expect(try fallen("update=security:1;found=operations:1") == ["consent 1"])
  }

  // MARK: One number

  @Test func oneNumberIsSearchedAsEver() throws {
    let number = QuorumRule(anybody: 2)
    let spelled = QuorumRules([.found: [number], .update: [number], .rotateKey: [number]])
    let plain = try search { ($0.roles, $0.quorum, $0.dishonest) = ([], 2, 1) }
    #expect(try search { ($0.roles, $0.quorum, $0.dishonest) = ([], spelled, 1) } == plain)
    let json = try plain.json(.met)
    #expect(!json.contains("roles") && json.contains("\"quorum\" : 2"))
    let alike = try search { ($0.roles, $0.quorum, $0.dishonest) = (["r", "r", "r"], 2, 1) }
    #expect((alike.states, alike.transitions, alike.depth) == (plain.states, plain.transitions, plain.depth))
  }

  // MARK: Rules and twins

  @Test(arguments: [
    (PolicySelection(without: ["operator.role-registered"]), "operator.role-registered", ["genuine-members 2"]),
    (
      PolicySelection(with: ["successor.threshold-of-parent.roles-ignored"]), "successor.threshold-of-parent",
      ["genuine-members 2", "keys-secret 3", "consent 2"]
    ),
    (PolicySelection(with: ["founding.authorised.roles-ignored"]), "founding.authorised", ["consent 1"]),
    (PolicySelection(with: ["rotation.authorised.roles-ignored"]), "rotation.authorised", ["rotation-agreed 3"]),
  ]) func eachIsCaughtBySearching(policy: PolicySelection, rule: String, falls: [String]) throws {
    let report = try search(policy)
    #expect(report.attacks.map { "\($0.property.rawValue) \($0.operations)" } == falls)
    #expect(report.attacks.allSatisfy { $0.refusedBy == rule }, "the intact policy stops each by that rule")
  }

  /// Signatures instead of people in a role.
  @Test func whoSignsTwiceIsOnePersonInTheRole() throws {
    func fallen(_ policy: PolicySelection) throws -> [Property] {
      try search(policy) {
        ($0.operators, $0.dishonest, $0.roles) = (2, 1, ["operations", "operations"])
        $0.quorum = QuorumRules(QuorumRule(["operations": 2]))
      }.attacks.map(\.property)
    }
    #expect(try fallen(.intact).isEmpty)
    #expect(try fallen(PolicySelection(without: ["successor.quorum-distinct"])).contains(.keysSecret))
    #expect(try fallen(PolicySelection(with: ["rotation.authorised.signatures-counted"])) == [.rotationAgreed])
  }

  /// The reductions make no difference, and neither does remembering verdicts.
  @Test(arguments: [PolicySelection.intact, PolicySelection(without: ["operator.role-registered"])])
  func whatIsLeftOutOfTheSearchMakesNoDifference(policy: PolicySelection) throws {
    var exploration = Exploration(scope: Matrix.roleScope, policy: policy)
    (exploration.scope.hosts, exploration.scope.rotations, exploration.isForAll) = (0, 0, true)
    let reduced = try exploration.run()
    exploration.remembersVerdicts = false
    #expect(try exploration.run() == reduced)
    exploration.reductions = .none
    #expect(
      try exploration.run().attacks.map { "\($0.property) \($0.operations)" }
        == reduced.attacks.map { "\($0.property) \($0.operations)" })
  }

  @Test(arguments: [
    (["a", "b"], "security:1", "roles are dealt to 2 of 3 operators"),
    (["a", "b", "c"], "security:1", "a quorum of security:1 cannot be had from 3 operators who are a, b, c"),
    (["a", "b", "c"], "a:2", "a quorum of a:2 cannot be had"), (["a", "b", "c"], "a:0", "a quorum of a:0 cannot be had"),
    (["a", "b", "c"], "update=a:1;rotate-key=4", "cannot be had"), ([], "a:1", "a quorum of a:1 cannot be had from 3 operators"),
    (["a", "b", "c"], "a:9223372036854775807,b:9223372036854775807", "`--quorum` is 9223372036854775807"),
  ]) func whatCannotBeMetIsNoScope(roles: [String], quorum: String, message: String) throws {
    let rules = try #require(QuorumRules(quorum))
    #expect { try search { ($0.roles, $0.quorum) = (roles, rules) } } throws: { "\($0)".contains(message) }
  }

  // MARK: Files

  private func scenario(_ lines: String, quorum: String = "2", operators: String = "[alice, bob]") throws -> Scenario {
    try Scenario(
      yaml: """
        scenario: s
        title: t
        n: 2
        operators: {alice: honest, bob: honest, eve: rogue}
        \(lines)
        hsms: {h1: genuine}
        trusts:
          T0: {operators: \(operators), hsms: [h1], quorum: \(quorum)}
        steps:
          - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
        end: holds
        """, file: "s.yaml")
  }

  @Test func rulesAreReadAsTheyAreWritten() throws {
    let read = try scenario(
      "roles: {security: alice, operations: [bob, eve], audit: []}",
      quorum: "{update: [{security: 1, operations: 1}, 2], rotate-key: {operations: 1}}", operators: "[alice, {eve: security}]")
    #expect(read.entities.map(\.role) == ["security", "operations", "operations", nil])
    #expect(read.trusts[0].roles == ["eve": "security"])
    let text = "update=2|operations:1,security:1;found=2|operations:1,security:1;rotate-key=operations:1"
    #expect(read.trusts[0].quorum == QuorumRules(text))
    #expect(try Scenario(yaml: read.yaml, file: "f").trusts == read.trusts)
    #expect(try scenario("", quorum: "{update: 2}") == scenario(""), "one number, spelled out")
  }

  private static let roles = "roles: {security: [alice], operations: [bob]}"

  @Test(arguments: [
    ("roles: {security: [alice, bob], operations: [bob]}", "2", "[alice]", 5, "`bob` has a role already"),
    ("roles: {security: [carol]}", "2", "[alice]", 5, "there is no operator `carol`"),
    ("roles: {a b: [alice]}", "2", "[alice]", 5, "`a b` is no role"), ("roles: [alice]", "2", "[alice]", 5, "a mapping"),
    (roles, "{update: {securty: 1}}", "[alice]", 8, "there is no role `securty` (did you mean `security`?)"),
    (roles, "{update: {security: one}}", "[alice]", 8, "`one` is not a whole number"),
    (roles, "{update: {security: -1}}", "[alice]", 8, "`trusts.T0.quorum.update.security`: -1 is not within 0 … 64"),
    (roles, "{update: {security: 65}}", "[alice]", 8, "65 is not within 0 … 64"),
    (roles, "{update: 99999999999999999999}", "[alice]", 8, "is not a whole number"),
    (roles, "{found: 1}", "[alice]", 8, "the key `update` is missing"),
    (roles, "{update: 1, rotate-kye: 2}", "[alice]", 8, "unknown key `rotate-kye` (did you mean `rotate-key`?)"),
    (roles, "{update: {}}", "[alice]", 8, "the rule asks nobody"), (roles, "{update: []}", "[alice]", 8, "there is no rule"),
    (roles, "{update: [[1]]}", "[alice]", 8, "should be a word"), (roles, "[1]", "[alice]", 8, "should be a word"),
    (roles, "2", "[alice, {alice: operations}]", 8, "`alice` is listed with two roles"),
    (roles, "2", "[{alice: audit}]", 8, "there is no role `audit`"),
    (roles, "2", "[{carol: security}]", 8, "there is no operator `carol`"),
  ]) func mistakesAreToldWithTheirPlace(lines: String, quorum: String, operators: String, line: Int, message: String) {
    #expect { try scenario(lines, quorum: quorum, operators: operators) } throws: {
      "\($0)".contains("line \(line)") && "\($0)".contains(message)
    }
  }

  /// Whatever is asked for is carried out or refused.
  @Test(arguments: [
    ("{update: {security: 1, operations: 1}}", "accepted"), ("{update: {security: 2}}", "refused by founding.quorum-satisfiable"),
    ("{update: {audit: 1}}", "refused by founding.quorum-satisfiable"),
    ("{update: {security: 0}}", "refused by founding.quorum-satisfiable"),
    ("{update: 2, found: 0}", "refused by founding.quorum-satisfiable"),
    ("{update: 2, rotate-key: 64}", "refused by founding.quorum-satisfiable"),
    ("{update: {security: 1}, found: 2}", "refused by founding.authorised"),
  ]) func whatCannotBeMetIsRefusedWhereItIsPlayed(quorum: String, outcome: String) throws {
    let read = try scenario("roles: {security: [alice], operations: [bob], audit: []}", quorum: quorum)
    for suite in [SuiteName.symbolic, .kms] {
      #expect(try ScenarioRunner.run(read, suite: suite).lines.map(\.outcome) == [outcome])
    }
  }

  /// An operator who is corrupted on the way counts with the role that it has.
  @Test func corruptedOperatorsCountWithTheirRoles() throws {
    var scenario = try Folder.scenario("rotation-wrong-role.yaml")
    #expect(scenario.quorumAssumption.standing == .holds)
    scenario.steps.append(Step(.corrupt(.operator, "alice")))
    #expect(
      scenario.quorumAssumption.words
        == "the quorum assumption fails: 3 genuine operators are dishonest, and authorise found, update by "
        + "found=3|security:2;update=3|security:2;rotate-key=operations:2 alone")
  }

  @Test func theExplanationSaysWhoIsMissing() throws {
    let report = try ScenarioRunner.run(try Folder.scenario("wrong-role.yaml"), explaining: true)
    let line = try #require(report.lines.first { $0.rule == "successor.threshold-of-parent" })
    let words = "2 of the 2 endorsements count (operations:2), and operations:1,security:1 is needed"
    #expect(line.reason == words)
    let answer = line.explanation?.answers.first { $0.rule == "successor.threshold-of-parent" }
    #expect(answer?.objection == "2 count (operations:2), and operations:1,security:1 is needed")
  }
}
