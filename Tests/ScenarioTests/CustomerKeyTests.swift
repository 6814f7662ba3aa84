import DomainManagement
import Policy
import PolicySearch
import Primitives
import Records
import Scenarios
import Testing

/// Customer keys in exported key tokens, in searches and in files.
@Suite struct CustomerKeyTests {
  private func search(
    _ policy: PolicySelection, _ change: (inout ExplorationScope) -> Void = { _ in }
  ) throws -> ExplorationRecord {
    var exploration = Exploration(scope: Matrix.customerKeyScope, policy: policy)
    change(&exploration.scope)
    exploration.isForAll = true
    return try exploration.run()
  }

  @Test func underTheIntactPolicyCustomerKeysAreWrappedAnewAndNothingFalls() throws {
    let report = try search(.intact)
    #expect(report.outcome == .holds && report.milestones.contains(.customerKeyWrapped) && report.missing.isEmpty)
    #expect(try report.json(.met).contains("\"customerKeys\" : 1"))
  }

  /// A search without customer keys is the one that it always was, in its states and in its record.
  @Test func withoutCustomerKeysNothingIsAdded() throws {
    let without = try search(.intact) { $0.customerKeys = 0 }
    #expect(without.states < (try search(.intact).states) && !without.milestones.contains(.customerKeyWrapped))
    #expect(without.states == 27 && without.transitions == 27)
    #expect(!(try without.json(.met)).contains("customerKeys"))
  }

  @Test(arguments: [
    (PolicySelection(without: ["key.tokens-apart-from-data"]), ["customer-keys 5"], "key.tokens-apart-from-data"),
    (PolicySelection(with: ["rotation.active-key-only.wraps-under-any"]), ["retired-keys 5"], "rotation.active-key-only"),
    (PolicySelection(with: ["rotation.oldest-dropped.too-late"]), ["dropped-keys 7"], "rotation.oldest-dropped"),
  ]) func eachRuleMatters(policy: PolicySelection, falls: [String], rule: String) throws {
    let report = try search(policy)
    #expect(report.attacks.map { "\($0.property.rawValue) \($0.operations)" } == falls)
    #expect(report.attacks.allSatisfy { $0.refusedBy == rule }, "the intact policy stops each by that rule")
  }

  /// The weaker rule is about customer keys alone: without them nothing is found.
  @Test func whereNothingIsWrappedNoTokenIsStale() throws {
    let report = try search(PolicySelection(with: ["rotation.active-key-only.wraps-under-any"])) { $0.customerKeys = 0 }
    #expect(report.outcome == .holds)
  }

  @Test func tooManyCustomerKeysAreNoScope() {
    #expect { try search(.intact) { $0.customerKeys = 2 } } throws: {
      "\($0)" == "`--customer-keys` is 2; it should be at most 1"
    }
    #expect { try search(.intact) { $0.customerKeys = -1 } } throws: { "\($0)".contains("`--customer-keys` is -1") }
  }

  /// Where a scenario has wrapped a customer key, the search goes on.
  @Test func movesBeginInAScenario() throws {
    let beginning = GuidedSearch.Beginning(try Folder.scenario("key-token-as-data.yaml"), after: 4)
    #expect(beginning.scope.customerKeys == 1)
    func moves(_ policy: PolicySelection) throws -> GuidedSearch {
      try GuidedSearch.after([], from: beginning, in: beginning.scope, under: policy)
    }
    let intact = try moves(.intact)
    #expect(intact.refusals.map(\.rule).contains("key.tokens-apart-from-data") && !intact.moves.contains { !$0.broken.isEmpty })
    let open = try moves(PolicySelection(without: ["key.tokens-apart-from-data"]))
    #expect(open.moves.contains { $0.broken == [.customerKeys] })
  }

  private func played(_ steps: String, without rules: [String] = [], on suite: SuiteName = .kms) throws -> ScenarioRecord {
    let head = """
      scenario: s
      title: t
      n: 2
      operators: {alice: honest, bob: honest}
      hsms: {h1: genuine}
      hosts: {web: genuine, own: rogue}
      trusts:
        T0: {operators: [alice, bob], hsms: [h1], hosts: [web], quorum: 2}
      steps:
        - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
        - add-key: {hsm: h1, token: t0, handle: k, as: t1}
        - add-key: {hsm: h1, token: t1, handle: j, as: t2}
        - install: {host: web, trust: T0}
        - create-key: {host: web, hsm: h1, token: t2, handle: k, as: e1}
        - rotate-key: {hsm: h1, token: t2, handle: k, signed-by: [alice, bob], as: t3}
        - create-key: {host: web, hsm: h1, token: t3, handle: k, as: e2}
        - encrypt: {host: web, hsm: h1, token: t3, handle: k, key-token: e1, message: hello, as: c1}

      """
    return try ScenarioRunner.run(
      try Scenario(yaml: head + steps + "\nend: holds\n", file: "s.yaml"), policy: PolicySelection(without: rules), suite: suite)
  }

  private static let t3 = "hsm: h1, token: t3, handle: k"

  private func outcomes(_ steps: String) throws -> [String] { try played(steps).lines.dropFirst(8).map(\.outcome) }

  /// Whatever is asked for is carried out, refused or impossible.
  @Test(arguments: [
    ("token: t3, handle: k, key-token: e1", "accepted"), ("token: t3, handle: k, version: 2, key-token: e1", "accepted"),
    ("token: t3, handle: k, key-token: e2", "accepted"),
    ("token: t3, handle: k, version: 1, key-token: e2", "refused by rotation.active-key-only"),
    ("token: t3, handle: k, version: 3, key-token: e1", "impossible"),
    ("token: t3, handle: k, version: 0, key-token: e1", "impossible"),
    ("token: t3, handle: k, version: 1000000, key-token: e1", "impossible"),
    ("token: t2, handle: k, key-token: e2", "impossible"), ("token: t3, handle: j, key-token: e1", "impossible"),
    ("token: t3, handle: x, key-token: e1", "impossible"),
  ]) func keyTokensAreWrappedAnewUnderTheActiveKey(words: String, outcome: String) throws {
    #expect(try outcomes("  - rewrap-key: {host: web, hsm: h1, \(words), as: e3}") == [outcome])
  }

  @Test(arguments: [
    ("decrypt: {host: web, \(Self.t3), key-token: e1, ciphertext: c1}", "accepted"),
    ("decrypt: {host: web, \(Self.t3), key-token: e2, ciphertext: c1}", "impossible"),
    ("decrypt: {host: web, \(Self.t3), ciphertext: c1}", "impossible"),
    ("decrypt: {host: web, \(Self.t3), ciphertext: {key-token: e1}}", "refused by key.tokens-apart-from-data"),
    ("create-key: {host: web, \(Self.t3), version: 1, as: e3}", "refused by rotation.active-key-only"),
    ("rewrap-key: {host: own, \(Self.t3), key-token: e1, as: e3}", "refused by hsm.requester-is-member-host"),
  ]) func keyTokensOpenAsWhatTheyAre(step: String, outcome: String) throws {
    #expect(try outcomes("  - \(step)") == [outcome])
  }

  @Test func aVersionThatThereIsNotIsNamed() throws {
    let report = try played("  - rewrap-key: {host: web, hsm: h1, token: t2, handle: k, key-token: e2, as: e3}")
    #expect(report.lines.last?.reason == "the token has no version 2 of the key `k`")
  }

  /// What was encrypted before is decrypted with the token that was wrapped anew.
  @Test func theCustomerKeyStaysTheSame() throws {
    let steps = """
        - rewrap-key: {host: web, hsm: h1, token: t3, handle: k, key-token: e1, as: e3}
        - decrypt: {host: web, hsm: h1, token: t3, handle: k, key-token: e3, ciphertext: c1}
      """
    let report = try played(steps)
    #expect(report.lines.last?.notes == ["the message is “hello”"] && report.broken.isEmpty)
    let scenario = try Folder.scenario("key-token-wrapped-anew.yaml")
    #expect(try Scenario(yaml: scenario.yaml, file: "s.yaml").steps == scenario.steps, "written and read again")
  }

  /// A host of the adversary that is served reads customers' data: with the key token, or with the key in it.
  @Test(arguments: ["key-token: e1, ciphertext: c1", "ciphertext: {key-token: e1}"])
  func whoIsServedReadsTheDataOfACustomer(asked: String) throws {
    let report = try played(
      "  - decrypt: {host: own, hsm: h1, token: t3, handle: k, \(asked)}",
      without: ["hsm.requester-is-member-host", "key.tokens-apart-from-data"], on: .symbolic)
    #expect(report.broken.contains(.dataSecret), "\(report.broken)")
    #expect(report.broken.contains(.customerKeys) == asked.hasPrefix("ciphertext"))
  }

  /// Whoever reads the domain's token reads all that its keys wrapped.
  @Test func whoKnowsADomainKeyKnowsTheCustomerKeys() throws {
    let report = try played("  - corrupt: {hsm: h1}")
    #expect(Set(report.broken) == [.keysSecret, .dataSecret])
  }

  @Test(arguments: [
    ("create-key: {host: web, hsm: h1, token: t9, handle: k, as: e3}", "there is no token made before this step"),
    ("create-key: {host: web, \(Self.t3), version: -1, as: e3}", "create-key.version`"),
    ("create-key: {host: web, \(Self.t3), as: e1}", "the name `e1` is taken"),
    ("rewrap-key: {host: web, \(Self.t3), as: e3}", "key-token"),
    ("rewrap-key: {host: web, \(Self.t3), key-token: c1, as: e3}", "there is no key token made before this step"),
    (
      "encrypt: {host: web, \(Self.t3), version: 1, key-token: e1, message: m, as: c2}", "`version` stands beside a `key-token`"
    ),
    ("decrypt: {host: web, \(Self.t3), ciphertext: {key-token: e1, wrapped-keys-of: t1}}", "keys to decrypt are"),
    ("decrypt: {host: web, \(Self.t3), ciphertext: {}}", "keys to decrypt are"),
  ]) func mistakesAreToldWithTheirPlace(step: String, message: String) {
    #expect { try played("  - \(step)") } throws: { "\($0)".contains("line 18") && "\($0)".contains(message) }
  }
}
