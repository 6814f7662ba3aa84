import Expectations
import Records
import Scenarios
import Testing

/// A case with the right verdict and a wrong reason is not met; the same case with the right reason is.
@Suite struct CheckReasonTests {
  private static let scope = "{operators: 2, dishonest: 1, hsms: 2, rogue-hsms: 1, hosts: 1, depth: 1}"

  /// The outcome and message of the one case in `text`.
  private func check(_ text: String) async throws -> CheckRecord.Case {
    let check = PolicyCheck(shipped: Folder.shipped) { path in
      path == "e.yaml" ? "expectations:\n" + text : try? String(contentsOfFile: path, encoding: .utf8)
    }
    return try #require(await check.run(["e.yaml"]).cases.first { $0.kind == .expectation })
  }

  private func falls(_ because: String) async throws -> CheckRecord.Case {
    try await check(
      "  - explore: \(Self.scope)\n    policy: {without: [key.handle-is-fresh]}\n    expect: [handle-keeps-key]\n    because: "
        + "\(because)\n"
    )
  }

  @Test func aSearchThatFallsForTheStatedReasonIsMet() async throws {
    let met = try await falls("{operations: 3, refused-by: [key.handle-is-fresh]}")
    #expect(met.outcome == .met, "\(met.message)")
  }

  @Test(arguments: [
    ("{operations: 4}", "a shortest trace takes 3 operations, but should take 4"),
    (
      "{refused-by: [token.signer-is-member]}",
      "under the intact policy the found traces are refused by key.handle-is-fresh, but should be by token.signer-is-member"
    ),
    ("{operations: 3, refused-by: []}", "refused by key.handle-is-fresh, but should be by nothing"),
  ])
  func aSearchThatFallsForAnotherReasonIsNotMet(_ because: String, _ expected: String) async throws {
    let result = try await falls(because)
    #expect(result.outcome == .notMet && result.message.contains(expected), "\(result.message)")
  }

  /// Honest operators refuse to sign, so no HSM ever sees the rule that stops it: still it is the one that is named.
  @Test func whatOperatorsRefuseToSignIsAReasonToo() async throws {
    let result = try await check(
      "  - explore: \(Self.scope)\n    policy: {without: [operator.genuine-entities]}\n    expect: [genuine-members]\n    "
        + "because: {refused-by: operator.genuine-entities}\n"
    )
    #expect(result.outcome == .met, "\(result.message)")
  }

  @Test func aSearchThatHoldsSaysWhatWasPossible() async throws {
    let all = "[founded, key-added, updated, host-advanced, decrypted]"
    let start = "  - explore: \(Self.scope)\n    expect: holds\n    because: "
    #expect(try await check(start + "{seen: \(all)}\n").outcome == .met)
    let wrong = try await check(start + "{seen: [founded, key-added]}\n")
    #expect(
      wrong.outcome == .notMet
        && wrong.message.hasPrefix(
          "seen to be possible: founded, key-added, updated, host-advanced, decrypted; but should be: founded")
    )
  }

  @Test func aScenarioIsRefusedByTheStatedRule() async throws {
    let start = "  - scenario: transplant\n    suite: symbolic\n    because: {refused-by: "
    #expect(try await check(start + "token.wrap-bound-to-trust}\n").outcome == .met)
    let wrong = try await check(start + "[token.wrap-bound-to-trust, token.signer-is-member]}\n")
    #expect(wrong.outcome == .notMet && wrong.message == "nothing was refused by token.signer-is-member")
    #expect(
      try await check(
        "  - scenario: rogue-registered\n    suite: symbolic\n    because: {refused-by: operator.genuine-entities}\n"
      ).outcome == .met)
  }

  @Test(arguments: [
    (
      "  - explore: \(scope)\n    expect: holds\n    because: {operations: 3}\n",
      "`expectations[0].because.operations`: unknown key `operations` (known: seen)"
    ),
    (
      "  - explore: \(scope)\n    expect: [consent]\n    because: {seen: [founded]}\n",
      "unknown key `seen` (known: operations, refused-by)"
    ),
    ("  - explore: \(scope)\n    expect: holds\n    because: {seen: [foundd]}\n", "did you mean `founded`?"),
    ("  - explore: \(scope)\n    expect: [consent]\n    because: {}\n", "there is no reason (operations, refused-by)"),
    ("  - scenario: transplant\n    because: {refused-by: token.nothing}\n", "there is no rule `token.nothing`"),
    ("  - scenario: transplant\n    scenario: transplant\n", "`e.yaml`, line 2: the key `scenario` stands twice"),
    (
      "  - scenario: transplant\n    hop: ind_uf\n    expect: withinBound\n    because: {violations: 0}\n",
      "unknown key `scenario`"
    ),
    ("  - policy: intact\n", "a case has a `scenario`, a scope to `explore`, something to `prove`, a `game` or a `hop`"),
    ("  - hop: ind_uf\n    expect: withinBound\n", "the key `because` is missing"),
    ("  - hop: ind_uf\n    expect: withinBound\n    because: {}\n", "a verdict without a reason may be right for a wrong one"),
    (
      "  - hop: ind_uf\n    expect: withinbound\n    because: {violations: 0}\n",
      "`withinbound` is no verdict (did you mean `withinBound`?)"
    ),
    ("  - hop: ind_uf\n    expect: withinBound\n    because: {bad-event: often}\n", "`often` is none of seen, never"),
    ("  - hop: ind_uf\n    trials: 0\n    expect: withinBound\n    because: {violations: 0}\n", "0 is not within 1"),
    ("  - hop: ind_uf\n    expect: withinBound\n    because: {violations: 0}\n", "no games can be played here"),
  ])
  func aMistakeInAReasonIsNamed(_ text: String, _ expected: String) async throws {
    let result = try await check(text)
    #expect(result.outcome == .error && result.message.contains(expected), "\(result.message)")
  }
}
