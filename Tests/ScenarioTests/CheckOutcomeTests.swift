import DomainManagement
import Expectations
import Foundation
import Policy
import PolicySearch
import Records
import Reports
import Scenarios
import TestSupport
import Testing

/// What is checked and is not green says so.
@Suite struct CheckOutcomeTests {
  @Test func aSearchInWhichNothingHappensDecidesNothing() throws {
    var found = try Exploration(scope: ExplorationTests.tiny).run()
    #expect(found.exitStatus(expecting: .holds) == .met && found.exitStatus(expecting: .falls) == .notMet)
    found.missing = [.founded]
    #expect(found.exitStatus(expecting: .holds) == .inconclusive && found.exitStatus(expecting: .falls) == .inconclusive)
    #expect(found.verdict.hasPrefix("holds in this scope, but nothing much happens in it"))
  }

  @Test func aRuleThatIsNotCoveredIsACaseWhereItIsAskedFor() async throws {
    let files = ["e.yaml": "expectations:\n" + Checked.met]
    let (told, required) = (await Checked.check(files), await Checked.check(files, requiresCoverage: true))
    #expect(told.exitStatus == .met && told.text.contains("not covered: successor.same-domain: "))
    #expect(required.exitStatus == .notMet && required.uncovered.isEmpty)
    let missing = required.cases.filter { $0.kind == .coverage && $0.outcome == .notMet }
    #expect(missing.map { "\($0.name.replacing("coverage of ", with: "")): \($0.message)" } == told.uncovered)
    #expect(
      required.text.contains("not-met: coverage of successor.same-domain\n  `e.yaml`: never ")
        && required.verdict.contains(" of \(RuleCatalogue<SymbolicSuite>.rules.count) rules covered"))
  }

  @Test func aCounterexampleThatBreaksNothingIsAnError() async throws {
    let text = "expectations:\n" + Checked.met + "known-counterexamples: [NAME]\n"
    let harmless = await Checked.check(["e.yaml": text.replacing("NAME", with: "scenario.yaml"), "scenario.yaml": sampleScenario])
    #expect(harmless.exitStatus == .error)
    #expect(
      harmless.text.contains(
        "`e.yaml`: `scenario.yaml` is no counterexample: it breaks nothing under any policy for which it states an end"))
    #expect(await Checked.check(["e.yaml": text.replacing("NAME", with: "transplant")]).exitStatus == .met)
  }

  @Test func aSearchLooksAtOneProperty() async {
    let search =
      "  - explore: {operators: 2, dishonest: 0, hsms: 2, rogue-hsms: 0, hosts: 0, depth: 1}\n    policy: {without: "
      + "[key.handle-is-fresh]}\n    expect: holds\n    properties: "
    let none = await Checked.check(search + "[]\n")
    #expect(
      none.exitStatus == .error && none.text.contains("`expectations[0].properties`: a search looks at one property at least"))
    #expect(await Checked.check(search + "holds\n").exitStatus == .error)
    #expect(await Checked.check(search + "[handle-keeps-key]\n").exitStatus == .notMet)
  }

  @Test func aFolderIsReadWholeAndWhatIsNoExpectationIsNamed() async {
    let files = [
      "f/e.yaml": "expectations:\n" + Checked.met, "f/below/e.yml": "expectations:\n" + Checked.notMet,
      "f/s.yaml": sampleScenario,
      "f/p.yaml": "without: [key.handle-is-fresh]\n",
      "f/typo.yaml": "expectation:\n" + Checked.met,
    ]
    func check(_ found: String...) async -> CheckRecord {
      await PolicyCheck(shipped: Folder.shipped) {
        files[$0] ?? (try? String(contentsOfFile: $0, encoding: .utf8))
      }
      .run([.folder("f", files: found, others: ["f/note.txt"])])
    }
    let report = await check("f/below/e.yml", "f/e.yaml", "f/p.yaml", "f/s.yaml")
    #expect(report.exitStatus == .notMet && report.verdict.hasSuffix("1 of 2 expectations"))
    #expect(report.text.hasPrefix("left out: `f/note.txt`\nleft out: `f/p.yaml`, a policy\nleft out: `f/s.yaml`, a scenario\n"))
    let none = await check("f/p.yaml", "f/s.yaml")
    #expect(none.exitStatus == .error && none.text.contains("`f`: zero cases were run"))
    let typo = await check("f/e.yaml", "f/typo.yaml")
    #expect(typo.exitStatus == .error && typo.text.contains("unknown key `expectation`"))
    #expect(await check("f/e.yaml").exitStatus == .met)
  }

  /// A message of several lines is one message, and no line of it passes for a case or for the verdict.
  @Test func textFromOutsideForgesNoLine() async {
    let report = await Checked.check("  - {name: \"a\\r\\nmet: everything\", scenario: \"no\\n\\nmet: 9 of 9 expectations\"}\n")
    #expect(
      !report.text.unicodeScalars.split(separator: "\n").dropLast().contains {
        String($0).hasPrefix("met: 9") || String($0) == "met: everything"
      })
    #expect(report.text.contains("error: a\\u{D}\\u{A}met: everything\n"))
  }
}
