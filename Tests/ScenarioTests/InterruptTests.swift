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

  private func report(isInterrupted: Bool) -> CheckReport {
    var check = PolicyCheck(scenarios: "scenarios") { $0 == "file.yaml" ? file : nil }
    check.shouldStop = { isInterrupted }
    return check.run(["file.yaml"])
  }

  @Test func anInterruptedCheckIsNotGreen() {
    let report = report(isInterrupted: true)
    #expect(report.cases.suffix(2).map(\.outcome) == [.skipped, .skipped])
    #expect(report.verdict.hasPrefix("interrupted after ") && report.verdict.contains(" of 4 cases: "))
    #expect(report.status == 2)
    #expect(report.junit.contains("<skipped message=\"interrupted before it was run\"/>"))
    #expect(report.uncovered.isEmpty)
  }

  @Test func theSameCheckToItsEndIsGreen() {
    let report = report(isInterrupted: false)
    #expect(report.verdict == "met: 2 of 2 canaries, 2 of 2 expectations")
    #expect(report.status == 0 && report.junit.contains("skipped=\"0\""))
  }

  @Test func anInterruptedMatrixSaysHowFarItCame() throws {
    var asked = 0
    let report = try Matrix(scenarios: []).run(shouldStop: {
      asked += 1
      return asked > 2
    })
    #expect(report.rows.count == 2)
    #expect(report.summary.hasPrefix("interrupted after 2 of 29 rules: 2 rules"))
    #expect(report.unexplained.isEmpty)
  }
}
