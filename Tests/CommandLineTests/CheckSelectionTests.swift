import Foundation
import TestSupport
import Testing

/// `check`, case by case, and by numbers.
@Suite struct CheckSelectionTests {
  private static let file = """
    expectations:
      - {name: one, hop: ind_uf, adversary: guess, set: {signatureBits: 6}, trials: 3000, expect: boundAttained,
         because: {bad-event: seen, advantage: at-most 0.2, attained: 50 %…150 %}}
      - {name: two, scenario: lone-insider, suite: symbolic}
      - {name: three, hop: ind_uf, adversary: idle, trials: 10, expect: inconclusive, because: {bad-event: seen}}

    """

  private func shell(_ script: String) throws -> Gamekeeper.Run {
    try inScratchFolder {
      try Data(Self.file.utf8).write(to: $0.appending(path: "e.yaml"))
      return try Gamekeeper.shell(script, in: $0)
    }
  }

  @Test func casesAreListedAndRunByTheirNames() throws {
    let run = try shell(
      "$G check e.yaml --list; echo $?; $G check e.yaml --case two; echo $?; $G check e.yaml --case four; echo $?")
    #expect(
      run.output.hasPrefix("expectation  e.yaml:2  one\nexpectation  e.yaml:4  two\nexpectation  e.yaml:5  three\n0\n"), "\(run)")
    #expect(
      run.output.contains("met: two\n") && !run.output.contains("met: one") && run.output.contains("1 of 1 expectations\n0\n"))
    #expect(run.output.contains("zero cases were run: none is as asked") && run.output.hasSuffix("65\n"))
  }

  @Test func whatWasNotMetIsRunAgain() throws {
    let run = try shell(
      "$G check e.yaml -o a.json > /dev/null; echo $?; $G check e.yaml --rerun a.json; echo $?; "
        + "$G check e.yaml --rerun e.yaml; echo $?"
    )
    #expect(
      run.output.contains("three") && !run.output.contains("met: one") && run.output.contains("0 of 1 expectations"), "\(run)")
    #expect(run.output.hasSuffix("65\n") && run.error.contains("it is no report of `check` in JSON"))
  }

  @Test func aSummaryHasCasesAndTimes() throws {
    let run = try shell("$G check e.yaml --case one --case two --format markdown; $G check e.yaml --case two --times")
    #expect(run.output.hasPrefix("**met: 2 of 2 canaries, 2 of 2 expectations**\n"), "\(run)")
    #expect(run.output.contains(/\| one \| expectation \| met \| [0-9. %]+ in \[[^|]*\] \| [0-9.e-]+ \|/), "\(run)")
    #expect(run.output.contains(/met: two \([0-9.e-]+ s\)/))
  }

  @Test(arguments: [
    ("advantage: at-most 0.2", 0), ("advantage: at-most 0.01", 1), ("advantage: at-most 0.0626", 2), ("attained: 50 %…150 %", 0),
    ("attained: 0 %...10 %", 1), ("attained: at-least 0.5", 0), ("advantage: at-least 0.9", 1),
  ]) func numbersAreHeldTo(_ number: String, _ status: Int32) throws {
    let text = """
      expectations:
        - {hop: ind_uf, adversary: guess, set: {signatureBits: 6}, trials: 3000, expect: boundAttained, because: {\(number)}}
      """
    let (run, _) = try runOnFile(text, "check", "{}")
    #expect(run.status == status, "\(number): \(run.output)")
    #expect(status == 0 || run.output.contains(status == 1 ? "but should be" : "which does not tell whether it is"))
  }

  @Test(arguments: ["at-most", "at-most x", "3…2", "-1…2", "0.5", "at-least nan"]) func whatIsNoRangeIsRefused(_ text: String)
    throws
  {
    let file = "expectations:\n  - {hop: ind_uf, expect: boundAttained, because: {advantage: '\(text)'}}\n"
    let (run, path) = try runOnFile(file, "check", "{}")
    #expect(
      run.status == 65 && run.output.contains("`\(path)`, line 2, `expectations[0].because.advantage`: `\(text)` is no range"))
  }

  @Test func coverageHasAThreshold() throws {
    let (few, _) = try runOnFile(
      "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n", "check", "{}", "--coverage", "90")
    #expect(few.status == 1 && few.output.contains("not-met: coverage of at least 90.0 % of the rules"), "\(few.output)")
    let (enough, _) = try runOnFile(
      "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n", "check", "{}", "--coverage", "1")
    #expect(enough.status == 0, "\(enough.output)")
    let (none, _) = try runOnFile("expectations: []\n", "check", "{}", "--coverage", "101")
    expectError(none, 64, "`--coverage 101.0` is out of range")
  }
}
