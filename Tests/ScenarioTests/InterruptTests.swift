import DomainManagement
import Expectations
import Policy
import PolicySearch
import Records
import Reports
import Scenarios
import Testing

/// An interrupted run says so, and says how far it came; the same run to its end does not.
@Suite struct InterruptTests {
  private let file = """
    expectations:
      - name: first
        explore: {operators: 2, dishonest: 1, hsms: 2, rogue-hsms: 1, hosts: 0, depth: 1}
        expect: holds
      - name: second
        explore: {operators: 2, dishonest: 1, hsms: 2, rogue-hsms: 1, hosts: 0, depth: 1}
        expect: holds
    """

  private func report(isInterrupted: Bool) async -> CheckRecord {
    var check = PolicyCheck { $0 == "file.yaml" ? file : nil }
    check.shouldStop = { isInterrupted }
    return await check.run(["file.yaml"])
  }

  @Test func anInterruptedCheckIsNotGreen() async {
    let report = await report(isInterrupted: true)
    #expect(report.cases.suffix(2).map(\.outcome) == [.skipped, .skipped])
    #expect(report.verdict.hasPrefix("interrupted after ") && report.verdict.contains(" of 4 cases: "))
    #expect(report.exitStatus == .interrupted && report.exitStatus.code == 130)
    #expect(
      report.junit(from: "/", timestamp: "2026-01-01T00:00:00").contains("<skipped message=\"interrupted before it was run\">"))
    #expect(report.uncovered.isEmpty)
  }

  @Test func theSameCheckToItsEndIsGreen() async {
    let report = await report(isInterrupted: false)
    #expect(report.verdict == "met: 2 of 2 canaries, 2 of 2 expectations")
    #expect(report.exitStatus.code == 0 && report.junit(from: "/", timestamp: "2026-01-01T00:00:00").contains("skipped=\"0\""))
  }

  @Test func anInterruptedDifferenceKeepsItsWitnesses() throws {
    let (intact, without) = (PolicySelection.intact, PolicySelection(without: ["successor.extends-parent"]))
    var most = 0
    let cut = try PolicyDifference.find(intact, without) { _, witnesses in
      most = max(most, witnesses)
      return witnesses > 0
    }
    #expect(cut.exitStatus == .interrupted && cut.isInterrupted && cut.witnesses.count == most && most > 0)
    #expect(cut.verdict.hasPrefix("interrupted after ") && cut.verdict.hasSuffix("so far: B is more permissive than A"))
    let none = try PolicyDifference.find(intact, intact) { _, _ in true }
    #expect(none.verdict.hasSuffix("so far: no difference was seen"))
    let whole = try PolicyDifference.find(intact, without)
    #expect(!whole.isInterrupted && whole.verdict == "B is more permissive than A" && whole.questions > cut.questions)
  }

  @Test func anInterruptedMatrixSaysHowFarItCame() throws {
    var asked = 0
    let report = try Matrix(scenarios: []).run(shouldStop: {
      asked += 1
      return asked > 2
    })
    #expect(report.rows.count == 2)
    #expect(report.summary.hasPrefix("interrupted after 2 of \(RuleCatalogue<SymbolicSuite>.rules.count) rules: 2 rules"))
    #expect(report.unexplained.isEmpty && report.exitStatus == .interrupted)
  }
}
