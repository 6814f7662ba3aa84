import Foundation
import Policy
import PolicySearch
import Records
import Reports
import Primitives
import Scenarios
import Testing

/// What a played scenario says of itself: whether it went as stated, whether the quorum assumption stands, and the same in every
/// rendering.
@Suite struct StatedScenarioTests {
  static let plain = """
    scenario: plain
    title: A key is made and used
    n: 1
    operators: {alice: honest}
    hsms: {h1: genuine}
    hosts: {web: genuine}
    trusts:
      T0: {operators: [alice], hsms: [h1], hosts: [web], quorum: 1}
    steps:
      - found: {hsm: h1, trust: T0, signed-by: [alice], as: t0}
      - add-key: {hsm: h1, token: t0, handle: k, as: t1}
      - install: {host: web, trust: T0}
      - encrypt: {host: web, hsm: h1, token: t1, handle: k, message: hello, as: c}
      - decrypt: {host: web, hsm: h1, token: t1, handle: k, ciphertext: c}
    end: holds
    """

  private func played(_ text: String, on suite: SuiteName = .symbolic) throws -> ScenarioRecord {
    try ScenarioRunner.run(try Scenario(yaml: text, file: "s.yaml"), suite: suite)
  }

  /// The text, the pictures and the record.
  private func renderings(_ report: ScenarioRecord) throws -> [String] {
    [report.text, report.mermaid, report.svg, try report.json]
  }

  @Test func aStepThatDiffersIsNamedWithWhatWasExpectedInEveryRendering() throws {
    let step = "add-key: {hsm: h1, token: t0, handle: k, as: t1}"
    let report = try played(Self.plain.replacing(step, with: step + "\n    expect: key.handle-is-fresh"))
    #expect(!report.isAsExpected && report.broken.isEmpty)
    #expect(report.surprises == ["step 2 was accepted, but should be refused by key.handle-is-fresh"])
    #expect(
      report.text.hasSuffix(
        "holds: no property is broken\nNOT AS EXPECTED: step 2 was accepted, but should be refused by key.handle-is-fresh\n"))
    for rendering in try renderings(report) { #expect(rendering.contains(report.surprises[0])) }
    let asStated = try played(Self.plain)
    #expect(asStated.isAsExpected && asStated.surprises.isEmpty)
    for rendering in try renderings(asStated) { #expect(!rendering.contains("NOT AS EXPECTED")) }
  }

  /// What is stated of all is stated of those, too, whom no trust lists, be they registered or not.
  @Test(arguments: [
    ("every x: Identity. genuineOperator(x) implies isOperator(x, trust)", true),
    ("every x: Identity. genuineHost(x) implies isHost(x, trust)", false),
    ("some x: Identity. some y: Identity. not x = y and not genuineOperator(x) and not genuineOperator(y)", false),
    ("some x: Identity. not (genuineOperator(x) or genuineHSM(x) or genuineHost(x))", false),
    ("every a: AgreementKey. every b: AgreementKey. some x: Identity. ownKey(x, a) or ownKey(x, b)", true),
  ]) func aPropertyOfOnesOwnLooksAtAll(_ formula: String, _ isBroken: Bool) throws {
    let file = "property: mine\nwords: what I say\nin-force: \"\(formula)\"\n"
    let text = Self.plain.replacing("alice: honest", with: "alice: honest, bob: honest")
    try StatedInvariant.inForce([try StatedInvariant(yaml: file, file: "mine.yaml")]) {
      let broken = try played(text).broken
      #expect(broken == (isBroken ? [Property(rawValue: "mine")] : []))
    }
  }

  @Test func anEndThatDiffersIsNamed() throws {
    let report = try played(Self.plain.replacing("end: holds", with: "end: keys-secret"))
    #expect(report.surprises == ["it holds: no property is broken, but should break keys-secret"])
  }

  /// One operator's honesty is all that differs between the two files.
  @Test func whatFallsOutsideTheQuorumAssumptionIsSaidToInEveryRendering() throws {
    let (below, at) = (try Folder.scenario("n-minus-one-dishonest.yaml"), try Folder.scenario("n-dishonest.yaml"))
    #expect(below.quorumAssumption.standing == .holds && at.quorumAssumption.standing == .fails)
    let (holds, falls) = (try ScenarioRunner.run(below), try ScenarioRunner.run(at))
    #expect(holds.text.contains("any 2 genuine operators include an honest one"))
    #expect(
      falls.text.contains(
        "the quorum assumption fails: 2 genuine operators are dishonest, where fewer than n = 2 should be"))
    #expect(!falls.text.contains("include an honest one"))
    for rendering in [falls.text, falls.mermaid, falls.svg] {
      #expect(rendering.contains("breaks genuine-members, keys-secret, consent, outside the quorum assumption"))
    }
    #expect(try falls.json.contains("\"standing\" : \"fails\"") && holds.json.contains("\"standing\" : \"holds\""))
    // Within the assumption a fallen property is the policy's fault.
    let weakened = try ScenarioRunner.run(below, policy: PolicySelection(without: ["operator.genuine-entities"]))
    #expect(weakened.verdict == "breaks genuine-members, keys-secret")
  }

  @Test func aSearchOutsideTheQuorumAssumptionSaysSoAndSoDoesWhatItKeeps() throws {
    var exploration = Exploration(scope: ExplorationTests.tiny)
    let holds = try exploration.run()
    #expect(holds.quorumAssumption.standing == .holds && !holds.text.contains("quorum assumption"))
    exploration.scope.dishonest = 2
    let falls = try exploration.run()
    #expect(
      falls.verdict.contains(", outside the quorum assumption (")
        && falls.text.contains("the quorum assumption fails: 2 genuine operators are dishonest"))
    #expect(
      falls.text.components(separatedBy: "the quorum assumption fails").count == 2 + falls.attacks.count,
      "of the scope once, and of each attack once: \(falls.text)")
    let kept = try #require(falls.attacks.first?.scenario)
    #expect(
      try Scenario(yaml: kept, file: "f").story.hasPrefix(
        "Outside the quorum assumption: no policy helps"))
  }

  @Test(arguments: SuiteName.allCases) func wrappedKeysAreNoData(suite: SuiteName) throws {
    let asData = Self.plain.replacing(
      "handle: k, ciphertext: c}", with: "handle: k, ciphertext: {wrapped-keys-of: t1}}\n    expect: impossible")
    let report = try played(asData, on: suite)
    #expect(
      report.isAsExpected && report.lines.last?.reason == "the ciphertext is not authentic under this key", "\(report.text)")
    #expect(report.lines.last?.words == "web asks h1 to decrypt the wrapped keys of t1 under `k` of t1")
    let scenario = try Scenario(yaml: asData, file: "s")
    #expect(try Scenario(yaml: scenario.yaml, file: "s") == scenario)
    let unknown = asData.replacing("wrapped-keys-of: t1", with: "wrapped-keys-of: t9")
    #expect { try Scenario(yaml: unknown, file: "s") } throws: {
      "\($0)".contains("there is no token made before this step, of the name `t9`")
    }
  }
}
