import Expectations
import Policy
import Records
import Reports
import Scenarios
import Testing

/// A change of a policy that changes nothing is refused, wherever it stands: a policy that is told as another one than it is
/// proves nothing.
@Suite struct IdleChangeTests {
  private static let rule = "token.signer-is-member"
  private static let idle: [(without: [String], with: [String], words: String)] = [
    (["\(rule).hosts-only"], [], "`\(rule).hosts-only` is not in force: leaving it out changes nothing"),
    ([], [rule], "`\(rule)` is in force already, and no weaker rule: putting it in changes nothing"),
    ([rule], [rule], "`\(rule)` is left out and put in again: together that changes nothing"),
    (
      [rule], ["\(rule).hosts-only"],
      "`\(rule).hosts-only` takes the place of `\(rule)`: leaving that out besides changes nothing"
    ),
    ([], ["planted.never-refuses"], "`planted.never-refuses` refuses nothing: putting it in changes nothing"),
  ]

  @Test(arguments: idle.indices) func aChangeWithoutEffectIsRefused(number: Int) async throws {
    let (without, with, words) = Self.idle[number]
    #expect(throws: PolicyMistake.idle(words)) { try PolicySelection(without: without, with: with).validated() }
    let file = "without: [\(without.joined(separator: ", "))]\nwith: [\(with.joined(separator: ", "))]\n"
    #expect { try PolicySelection(yaml: file, file: "p.yaml") } throws: {
      "\($0)".hasPrefix("`p.yaml`, line ") && "\($0)".hasSuffix(words)
    }
    let policy = "{without: [\(without.joined(separator: ", "))], with: [\(with.joined(separator: ", "))]}"
    let result = try await check("  - scenario: lone-insider\n    policy: \(policy)\n    expect: holds\n")
    #expect(result.outcome == .error && result.message.hasSuffix(words), "\(result.message)")
  }

  @Test func aChangeWithAnEffectIsNot() throws {
    for policy in [
      PolicySelection(without: [Self.rule]), .init(with: ["\(Self.rule).hosts-only"]),
      .init(without: ["host.token-checked", "host.token-checked"]), .intact,
    ] {
      #expect(try policy.validated() == policy)
    }
    #expect(try PolicySelection(yaml: "{}", file: "p").isIntact && PolicySelection(yaml: "without: []", file: "p").isIntact)
  }

  /// In an expectation a policy without a rule is most often one whose rule was forgotten; `intact` says that it is not.
  @Test(arguments: [
    ("{without: []}", "the policy changes nothing: no rule is named (say `intact`"), ("{}", "the policy changes nothing"),
    ("{without: }", "there is no rule ``"),
  ])
  func aCaseWhosePolicyNamesNoRuleIsAnError(policy: String, words: String) async throws {
    let result = try await check("  - scenario: lone-insider\n    policy: \(policy)\n    expect: holds\n")
    #expect(result.outcome == .error && result.message.contains(words), "\(result.message)")
    #expect(try await check("  - scenario: lone-insider\n    policy: intact\n    expect: holds\n").outcome == .met)
  }

  private static let fallen =
    "  - explore: {operators: 2, dishonest: 1, hsms: 2, hosts: 0, depth: 1}\n    policy: {without: [key.handle-is-fresh]}\n    "
    + "expect: holds\n"

  @Test(arguments: [("[]", "a search looks at one property at least"), ("holds", "`holds` is none of genuine-members")])
  func aSearchForNothingIsAnError(properties: String, words: String) async throws {
    let result = try await check(Self.fallen + "    properties: \(properties)\n")
    #expect(result.outcome == .error && result.message.contains(words), "\(result.message)")
  }

  /// Nobody has to search again to see what was found.
  @Test func aSearchThatFallsAndShouldNotShowsItsAttack() async throws {
    let result = try await check(Self.fallen)
    #expect(
      result.outcome == .notMet
        && result.story?.contains("3. h1 is asked to add a key `k` to t1; the token is t2\n   → accepted\n") == true)
    #expect(try await check(Self.fallen.replacing("expect: holds", with: "expect: [handle-keeps-key]")).story == nil)
    #expect(await report(Self.fallen).text.contains("    3. h1 is asked to add a key `k` to t1; the token is t2\n"))
  }

  /// What `explore --format yaml` writes, in the place of an expectation file: it ends as it says, under the intact policy and
  /// under its twin's.
  @Test func aScenariosFileIsCheckedByWhatItStates() async throws {
    let check = PolicyCheck { path in
      path == "kept/found.yaml"
        ? StatedScenarioTests.plain + "\ntwin: {without: [key.handle-is-fresh], end: holds}\n"
        : path == "tampered.yaml" ? StatedScenarioTests.plain.replacing("end: holds", with: "end: consent") : nil
    }
    let met = await check.run(["kept/found.yaml"])
    #expect(met.exitStatus.code == 0 && met.verdict == "met: 2 of 2 canaries, 2 of 2 expectations")
    #expect(met.cases.map(\.name).suffix(2) == ["plain, the intact policy", "plain, the policy without key.handle-is-fresh"])
    let tampered = await check.run(["tampered.yaml"])
    #expect(
      tampered.exitStatus.code == 1 && tampered.cases.last?.message == "it holds: no property is broken, but should break consent"
    )
  }

  private func check(_ text: String) async throws -> CheckRecord.Case {
    try #require(await report(text).cases.first { $0.kind == .expectation })
  }

  private func report(_ text: String) async -> CheckRecord {
    let check = PolicyCheck(shipped: Folder.shipped) { path in
      path == "e.yaml" ? "expectations:\n" + text : try? String(contentsOfFile: path, encoding: .utf8)
    }
    return await check.run(["e.yaml"])
  }
}
