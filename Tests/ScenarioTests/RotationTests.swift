import Policy
import PolicySearch
import Records
import Scenarios
import Testing

/// Rotation, in searches and in files.
@Suite struct RotationTests {
  private func search(_ policy: PolicySelection, rotations: Int = 2) throws -> ExplorationRecord {
    var exploration = Exploration(scope: Matrix.rotationScope, policy: policy)
    exploration.scope.rotations = rotations
    exploration.isForAll = true
    return try exploration.run()
  }

  @Test func underTheIntactPolicyKeysRotateAndNothingFalls() throws {
    let report = try search(.intact)
    #expect(report.outcome == .holds && report.milestones.contains(.rotated) && report.missing.isEmpty)
    let without = try search(.intact, rotations: 0)
    #expect(without.states < report.states && !without.milestones.contains(.rotated))
    #expect(!(try without.json(.met)).contains("rotations"), "a record of a search without rotation is as it always was")
    #expect(try report.json(.met).contains("\"rotations\" : 2"))
  }

  @Test(arguments: [
    ("rotation.authorised", ["rotation-agreed 3"]),
    ("rotation.active-key-only", ["rotation-agreed 4", "retired-keys 5"]),
    ("rotation.deactivated-opens", ["data-opens 3"]),
    ("rotation.oldest-dropped", ["dropped-keys 7"]),
  ]) func eachRuleMatters(rule: String, falls: [String]) throws {
    let report = try search(PolicySelection(without: [rule]))
    #expect(report.attacks.map { "\($0.property.rawValue) \($0.operations)" } == falls)
    #expect(report.attacks.allSatisfy { $0.refusedBy == rule }, "the intact policy stops each by that rule")
  }

  @Test func aKeyIsDroppedByTheSecondRotation() throws {
    let once = try search(PolicySelection(without: ["rotation.oldest-dropped"]), rotations: 1)
    #expect(once.outcome == .holds, "after one rotation there is no key to be dropped")
  }

  @Test func oneOperatorsTwoSignaturesAreEnoughWhereSignaturesAreCounted() throws {
    let report = try search(PolicySelection(with: ["rotation.authorised.signatures-counted"]))
    #expect(report.attacks.map(\.property) == [.rotationAgreed])
  }

  @Test func tooManyRotationsAreNoScope() {
    #expect { try search(.intact, rotations: 5) } throws: { "\($0)" == "`--rotations` is 5; it should be at most 4" }
    #expect { try search(.intact, rotations: -1) } throws: { "\($0)".contains("`--rotations` is -1") }
  }

  private func played(_ steps: String) throws -> [String] {
    let head = """
      scenario: s
      title: t
      n: 2
      operators: {alice: honest, bob: honest}
      hsms: {h1: genuine}
      trusts:
        T0: {operators: [alice, bob], hsms: [h1], hosts: [], quorum: 2}
        T1: {parent: T0}
      steps:
        - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
        - add-key: {hsm: h1, token: t0, handle: k, as: t1}

      """
    return try ScenarioRunner.run(try Scenario(yaml: head + steps + "\nend: holds\n", file: "s.yaml"), suite: .kms).lines
      .dropFirst(2).map(\.outcome)
  }

  /// Whatever is asked for is carried out, refused or impossible.
  @Test(arguments: [
    ("handle: k", "accepted"), ("handle: j", "impossible"), ("handle: k, version: 0", "refused by rotation.active-key-only"),
    ("handle: k, version: 2", "refused by rotation.active-key-only"),
    ("handle: k, version: 1000000", "refused by rotation.active-key-only"),
    ("handle: k, keep: 0", "refused by rotation.deactivated-opens"),
    ("handle: k, keep: 64", "refused by rotation.oldest-dropped"),
  ]) func aRotationOfWhatIsNotActiveIsRefused(words: String, outcome: String) throws {
    #expect(try played("  - rotate-key: {hsm: h1, token: t1, \(words), signed-by: [alice, bob], as: t2}") == [outcome])
  }

  @Test func anOrderIsForOneTrustAndAKeyMovesWithItsVersions() throws {
    let steps = """
        - rotate-key: {hsm: h1, token: t1, handle: k, signed-by: [alice], as: t2}
        - rotate-key: {hsm: h1, token: t1, handle: k, signed-by: [alice, bob], as: t3}
        - update: {hsm: h1, token: t3, to: T1, signed-by: [alice, bob], as: t4}
        - rotate-key: {hsm: h1, token: t4, handle: k, version: 1, signed-by: [alice, bob], as: t5}
        - rotate-key: {hsm: h1, token: t4, handle: k, version: 2, signed-by: [alice, bob], as: t6}
      """
    #expect(
      try played(steps) == [
        "refused by rotation.authorised", "accepted", "accepted", "refused by rotation.active-key-only", "accepted",
      ])
  }

  @Test(arguments: [
    ("rotate-key: {hsm: h1, token: t1, handle: k, signed-by: [{reuse: alice, from: T0}], as: t2}", "an endorsement of an order"),
    ("rotate-key: {hsm: h1, token: t1, handle: k, keep: -1, as: t2}", "`steps[2].rotate-key.keep`"),
    ("rotate-key: {hsm: h1, token: t1, handle: k, version: -1, as: t2}", "`steps[2].rotate-key.version`"),
    ("rotate-key: {hsm: h1, token: t9, handle: k, as: t2}", "there is no token made before this step, of the name `t9`"),
    ("corrupt: {}", "one `operator` or one `hsm` is corrupted"),
    ("corrupt: {operator: h1}", "there is no operator `h1`"),
  ]) func mistakesAreToldWithTheirPlace(step: String, message: String) {
    #expect { try played("  - \(step)") } throws: { "\($0)".contains("line 12") && "\($0)".contains(message) }
  }

  /// A corrupted operator signs without rules, and what it signs is nobody's consent; each is corrupted once.
  @Test func whoIsCorruptedIsTheAdversarysFromThenOn() throws {
    let report = try ScenarioRunner.run(try Folder.scenario("removed-operator-stolen.yaml"))
    #expect(report.quorumAssumption.standing == .fails, "the removed operator counts")
    #expect(report.lines.first { $0.label == "corrupt bob" }?.notes.first?.hasPrefix("outside the theorem") == true)
    var before = try Folder.scenario("removed-operator-stolen.yaml")
    before.steps.removeAll { if case .corrupt = $0.command { true } else { false } }
    #expect(try ScenarioRunner.run(before).broken.isEmpty, "twin: nobody is corrupted")
    #expect { try played("  - corrupt: {hsm: h1}\n  - corrupt: {hsm: h1}") } throws: {
      "\($0)".contains("in the adversary's hands")
    }
  }

  @Test func anOpenedModuleReadsAndSignsWhatItHolds() throws {
    let report = try ScenarioRunner.run(try Folder.scenario("hsm-opened-later.yaml"), suite: .kms)
    let notes = try #require(report.lines.last?.notes)
    #expect(notes.contains { $0.contains("`early`") } && !notes.contains { $0.contains("`late`") })
    #expect(
      try played("  - corrupt: {hsm: h1}\n  - forge: {as: f, trust: T0, keys: [k], signer: h1, signature: own}") == [
        "accepted", "accepted",
      ])
    #expect { try played("  - forge: {as: f, trust: T0, keys: [k], signer: h1, signature: own}") } throws: {
      "\($0)".contains("the adversary has no key of `h1`")
    }
  }
}
