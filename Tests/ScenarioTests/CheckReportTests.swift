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

/// The reports of a check: they are valid, they name each case and each place so that others find them, and they say the same.
@Suite struct CheckReportTests {
  /// Reports of every outcome.
  private static func reports() async -> [CheckRecord] {
    let nasty =
      "  - {name: \"a \\e[31m \\0 \\uFFFF <&\\\"' \\r\\n é ]]> \\u202E\", scenario: lone-insider, suite: symbolic, expect: "
      + "[consent]}\n"
    return [
      await Checked.check(Checked.met), await Checked.check(Checked.notMet + Checked.met + nasty),
      await Checked.check(Checked.unknown), await Checked.check(Checked.notMet + Checked.notMet + Checked.notMet),
      await Checked.check(["e.yaml": "expectations:\n" + Checked.met + Checked.notMet], isInterrupted: true),
      await Checked.check(["e.yaml": "expectations:\n" + Checked.met], requiresCoverage: true),
      await Checked.check([
        "two words/a:b%20é.yaml": "expectations:\n" + Checked.notMet,
        "/x/../elsewhere/e.yaml": "expectations:\n" + Checked.notMet,
        "../above.yaml": "not: yaml: at all",
      ]),
      await Checked.check([:]),
    ]
  }

  // MARK: Schemas

  @Test func everyReportIsValid() async throws {
    for report in await Self.reports() {
      #expect(JUnitRules.faults(report.junit(from: "/srv", timestamp: Checked.timestamp)) == [], "\(report.text)")
      #expect(SARIFRules.faults(try report.sarif(from: "/srv")) == [], "\(report.text)")
    }
  }

  /// The checks above can fail: one change makes each of these reports a faulty one.
  @Test(arguments: [
    ("id=\"0\"", "id=\"1\""), (" package=\"gamekeeper\"", ""), ("2026-01-31T", "31.1.2026 "),
    ("failures=\"1\"", "failures=\"0\""), ("tests=\"", "tests=\"1"),
    ("<system-err></system-err>", ""), (" type=\"not-met\"", ""), ("name=\"wrong\"", "name=\"\""),
    ("name=\"wrong\"", "name=\"lone-insider, the intact policy, on symbolic\""),
    ("</failure>", "</failure><error message=\"m\" type=\"t\">m</error>"), ("<testsuites>", "<testsuites name=\"x\">"),
    ("<property ", "<property x=\"\" "), ("wrong", "wr\u{1B}ong"),
  ])
  func aFaultyJUnitIsCaught(_ find: String, _ replace: String) async {
    let junit = await Checked.check(Checked.notMet + Checked.met).junit(from: "/srv", timestamp: Checked.timestamp)
    #expect(junit.contains(find) && JUnitRules.faults(junit.replacing(find, with: replace)) != [])
  }

  @Test(arguments: [
    ("\"uri\" : \"e.yaml\"", "\"uri\" : \"\""), ("\"uri\" : \"e.yaml\"", "\"uri\" : \"two words\""),
    ("\"uri\" : \"e.yaml\"", "\"uri\" : \"../e.yaml\""),
    ("\"uri\" : \"e.yaml\"", "\"uri\" : \"/e.yaml\""), ("\"uri\" : \"e.yaml\"", "\"uri\" : \"a:b\""),
    ("\"startLine\" : 2", "\"startLine\" : 0"),
    ("\"ruleIndex\" : 2", "\"ruleIndex\" : 0"), ("\"level\" : \"error\"", "\"level\" : \"bad\""),
    ("\"version\" : \"2.1.0\"", "\"version\" : \"2\""),
    ("\"exitCode\"", "\"code\""), ("\"primaryLocationLineHash\"", "\"hash\""),
    ("\"name\" : \"gamekeeper\",", "\"name\" : \"gamekeeper\", \"x\" : 1,"),
  ])
  func aFaultySARIFIsCaught(_ find: String, _ replace: String) async throws {
    let sarif = try await Checked.check(Checked.notMet + Checked.met).sarif(from: "/srv")
    #expect(sarif.contains(find) && SARIFRules.faults(sarif.replacing(find, with: replace)) != [])
  }

  // MARK: One story

  @Test func statusTextJUnitSARIFAndJSONSayTheSame() async throws {
    let expected: [RunStatus] = [.met, .notMet, .error, .notMet, .interrupted, .notMet, .error, .error]
    let reports = await Self.reports()
    #expect(reports.map(\.exitStatus) == expected)
    for report in reports {
      let (status, junit) = (report.exitStatus, report.junit(from: "/srv", timestamp: Checked.timestamp))
      #expect(report.exitStatus.code == status.code)
      #expect(report.text.hasSuffix("\n\n\(report.verdict)\n") && report.verdict.hasPrefix(status.words), "\(report.verdict)")
      #expect(try report.json.contains("\n  \"status\" : \"\(status.rawValue)\","))
      #expect(junit.contains("<property name=\"status\" value=\"\(status.rawValue)\"/>"))
      let outcomes = try JUnitRules.cases(junit).map(\.outcome)
      #expect(outcomes.contains("error") == report.cases.contains { $0.outcome == .error })
      #expect(outcomes.contains("failure") == report.cases.contains { $0.outcome == .notMet })
      #expect((status == .met) == outcomes.allSatisfy { $0 == nil })
      let sarif = try #require(
        try JSONDecoder().decode(SARIFRules.Report.self, from: Data(report.sarif(from: "/srv").utf8)).runs.first)
      #expect(sarif.invocations.map(\.exitCode) == [Int(status.code)] && sarif.results.count == outcomes.count { $0 != nil })
      #expect(sarif.results.contains { $0.level == "error" } == outcomes.contains { $0 == "failure" || $0 == "error" })
      #expect(sarif.tool.driver.rules.count == report.cases.count)
    }
  }

  /// Each game may be wrong with the probability that it names, and all together with the sum, which adding rounds.
  @Test func theErrorProbabilityIsThatOfAllCases() {
    func words(_ cases: Int, _ alpha: Double) -> String? {
      var report = CheckRecord()
      report.cases = (0..<cases).map { CheckRecord.Case(.expectation, "\($0)", nil, nil) }
      for index in report.cases.indices { report.cases[index].errorProbability = alpha }
      return report.text.split(separator: "\n").first { $0.hasPrefix("error probability ") }.map {
        String($0.dropFirst("error probability ".count).prefix { $0 != " " })
      }
    }
    for cases in 1...999 { #expect(words(cases, 0.001) == "\(Double(cases) / 1000)") }
    #expect(words(1, 1e-300) == "1.000e-300" && words(2, 0.123451) == "0.247", "rounded up")
    #expect(words(0, 0.001) == nil)
  }

  @Test func helpIsPastedIntoAShell() throws {
    var report = CheckRecord()
    report.cases = [CheckRecord.Case(.expectation, "a", "two words/it's.yaml", 1)]
    #expect(try report.sarif(from: "/srv").contains(#"To see it again: gamekeeper check 'two words/it'\\''s.yaml'""#))
  }

  @Test func anErrorOutweighsAFailureAndThatWhatIsUndecided() {
    func status(_ outcomes: CheckRecord.Case.Outcome...) -> RunStatus {
      var report = CheckRecord()
      report.cases = outcomes.map { CheckRecord.Case(.expectation, "", nil, nil, $0) }
      return report.exitStatus
    }
    #expect(status(.met, .inconclusive) == .inconclusive && status(.inconclusive, .notMet) == .notMet)
    #expect(status(.notMet, .error, .inconclusive) == .error && status(.error, .skipped) == .interrupted)
  }
}
