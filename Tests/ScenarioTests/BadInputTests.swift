import Expectations
import Records
import Reports
import Scenarios
import TestSupport
import Testing

/// Bad files get one error that names the line and the key.
@Suite struct BadInputTests {
  private func message(_ yaml: String) -> String {
    do throws(InputError) {
      _ = try Scenario(yaml: yaml, file: "bad.yaml")
      return "accepted"
    } catch { return error.description }
  }

  @Test func theGoodFileIsAccepted() { #expect(message(sampleScenario) == "accepted") }

  @Test(arguments: [
    ("n: 2", "n: two", "line 3, `n`: `two` is not a whole number"),
    ("hsms: {h1: genuine}", "hsms: {h1: honset}", "line 5, `hsms.h1`"),
    ("trust: T0, signed", "trust: T9, signed", "line 9, `steps[0].found.trust`: there is no trust `T9`"),
    ("end: holds", "end: [keys-secrt]", "did you mean `keys-secret`?"),
    ("end: holds", "end: holds\ntwin: {without: [token.signer], end: holds}", "there is no rule `token.signer`"),
    ("  T0: {", "  T1: {parent: T0}\n  T0: {parent: T1, ", "succeed each other"),
    ("steps:", "stepz:", "unknown key `stepz`"),
    ("as: t0}", "as: t0", "not YAML"),
    ("as: t0}", "as: t0, as: t1}", "line 9: the key `as` stands twice"),
    ("      - found", "      - fund", "unknown key `fund`"),
    ("signed-by: [alice, bob]", "signed-by: [alice, carol]", "there is no operator `carol`"),
  ])
  func namesThePlace(find: String, replace: String, expected: String) {
    let text = sampleScenario.replacing(find.trimmingPrefix("    "), with: replace.trimmingPrefix("    "), maxReplacements: 1)
    #expect(message(text).contains(expected), "\(message(text))")
  }

  @Test func unknownRulesAreSuggested() {
    #expect(throws: (any Error).self) { try PolicySelection(without: ["successor.quorum-distnct"]).validated() }
    do { _ = try PolicySelection(without: ["successor.quorum-distnct"]).validated() } catch {
      #expect(error.description.contains("did you mean `successor.quorum-distinct`?"))
    }
  }

  @Test func zeroCasesAreAnError() async {
    let check = PolicyCheck { $0 == "e.yaml" ? "expectations: []" : nil }
    #expect(await check.run(["e.yaml"]).exitStatus.code == 65)
    #expect(await check.run(["missing.yaml"]).exitStatus.code == 65)
  }

  @Test func aWrongExpectationIsNotMet() async throws {
    let yaml = "expectations:\n  - explore: {operators: 2, dishonest: 2, hsms: 2, hosts: 0, depth: 1}\n    expect: holds\n"
    let report = await PolicyCheck { $0 == "e.yaml" ? yaml : nil }.run(["e.yaml"])
    #expect(report.exitStatus.code == 1)
    #expect(report.junit(from: "/", timestamp: "2026-01-01T00:00:00").contains("failures=\"1\""))
    #expect(try report.sarif(from: "/").contains("\"startLine\" : 2"))
    #expect(!report.isInvalid)
  }
}
