import Expectations
import Foundation
import PolicySearch
import Records
import Reports
import Scenarios
import Testing

/// The reports of a check: they are valid, they name each case and each place so that others find them, and they say the same.
@Suite struct CheckReportTests {
  private static let timestamp = "2026-01-31T23:59:59"
  private static let met = "  - {scenario: lone-insider, suite: symbolic}\n"
  private static let notMet = "  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n"
  private static let unknown = "  - {scenario: nowhere}\n"

  /// Checks `files` by their paths, in the order of their names.
  private static func check(_ files: [String: String], isInterrupted: Bool = false, requiresCoverage: Bool = false) async
    -> CheckRecord
  {
    var check = PolicyCheck(shipped: Folder.shipped) { path in
      files[path] ?? (path.hasSuffix(".yaml") ? try? String(contentsOfFile: path, encoding: .utf8) : nil)
    }
    check.shouldStop = { isInterrupted }
    check.requiresCoverage = requiresCoverage
    return await check.run(files.keys.sorted().filter { !$0.hasSuffix("scenario.yaml") })
  }

  private static func check(_ cases: String) async -> CheckRecord { await check(["e.yaml": "expectations:\n" + cases]) }

  /// Reports of every outcome.
  private static func reports() async -> [CheckRecord] {
    let nasty =
      "  - {name: \"a \\e[31m \\0 \\uFFFF <&\\\"' \\r\\n é ]]> \\u202E\", scenario: lone-insider, suite: symbolic, expect: "
      + "[consent]}\n"
    return [
      await check(met), await check(notMet + met + nasty), await check(unknown), await check(notMet + notMet + notMet),
      await check(["e.yaml": "expectations:\n" + met + notMet], isInterrupted: true),
      await check(["e.yaml": "expectations:\n" + met], requiresCoverage: true),
      await check([
        "two words/a:b%20é.yaml": "expectations:\n" + notMet, "/x/../elsewhere/e.yaml": "expectations:\n" + notMet,
        "../above.yaml": "not: yaml: at all",
      ]),
      await check([:]),
    ]
  }

  // MARK: Schemas

  @Test func everyReportIsValid() async throws {
    for report in await Self.reports() {
      #expect(JUnitRules.faults(report.junit(from: "/srv", timestamp: Self.timestamp)) == [], "\(report.text)")
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
    let junit = await Self.check(Self.notMet + Self.met).junit(from: "/srv", timestamp: Self.timestamp)
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
    let sarif = try await Self.check(Self.notMet + Self.met).sarif(from: "/srv")
    #expect(sarif.contains(find) && SARIFRules.faults(sarif.replacing(find, with: replace)) != [])
  }

  // MARK: One story

  @Test func statusTextJUnitSARIFAndJSONSayTheSame() async throws {
    let expected: [RunStatus] = [.met, .notMet, .error, .notMet, .interrupted, .notMet, .error, .error]
    let reports = await Self.reports()
    #expect(reports.map(\.exitStatus) == expected)
    for report in reports {
      let (status, junit) = (report.exitStatus, report.junit(from: "/srv", timestamp: Self.timestamp))
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

  @Test func anErrorOutweighsAFailureAndThatWhatIsUndecided() {
    func status(_ outcomes: CheckRecord.Case.Outcome...) -> RunStatus {
      var report = CheckRecord()
      report.cases = outcomes.map { CheckRecord.Case(.expectation, "", nil, nil, $0) }
      return report.exitStatus
    }
    #expect(status(.met, .inconclusive) == .inconclusive && status(.inconclusive, .notMet) == .notMet)
    #expect(status(.notMet, .error, .inconclusive) == .error && status(.error, .skipped) == .interrupted)
  }

  // MARK: Names and places

  @Test func casesOfOneNameAreToldApart() async throws {
    let suites = "  - {scenario: lone-insider, suite: kms}\n  - {scenario: lone-insider, suite: modern}\n"
    let names = await Self.check(
      Self.notMet + Self.notMet + "  - {name: wrong (2), scenario: lone-insider}\n  - {name: ' wrong', scenario: lone-insider}\n"
        + suites
    )
    .cases.filter { $0.kind == .expectation }.map(\.name)
    #expect(
      names == [
        "wrong", "wrong (2)", "wrong (2) (2)", " wrong (3)", "lone-insider, the intact policy, on kms",
        "lone-insider, the intact policy, on modern",
      ])
  }

  @Test(arguments: [
    ("cases/e.yaml", "cases/e.yaml", "cases/e.yaml"), ("two words/é.yaml", "two words/é.yaml", "two%20words/%C3%A9.yaml"),
    ("/srv/cases/e.yaml", "cases/e.yaml", "cases/e.yaml"), ("./cases/../e.yaml", "e.yaml", "e.yaml"),
    ("../srv/e.yaml", "e.yaml", "e.yaml"),
    ("../e.yaml", "/e.yaml", "file:///e.yaml"), ("/else where/e.yaml", "/else where/e.yaml", "file:///else%20where/e.yaml"),
    ("/workshop/e.yaml", "/workshop/e.yaml", "file:///workshop/e.yaml"),
    ("a:b.yaml", "a:b.yaml", "a%3Ab.yaml"),
  ])
  func aFileIsNamedFromTheFolderOfTheCheck(_ path: String, _ classname: String, _ uri: String) async throws {
    let report = await Self.check([path: "expectations:\n" + Self.notMet])
    #expect(try JUnitRules.cases(report.junit(from: "/srv", timestamp: Self.timestamp)).last?.classname == classname)
    let run = try #require(
      try JSONDecoder().decode(SARIFRules.Report.self, from: Data(report.sarif(from: "/srv").utf8)).runs.first)
    #expect(run.results.map { $0.locations.map(\.physicalLocation.artifactLocation.uri) } == [[uri]])
  }

  /// Whatever it says and wherever it stands: otherwise the same alert comes twice.
  @Test func aFingerprintIsThatOfItsCase() async throws {
    func prints(_ cases: String) async throws -> [String?] {
      let text = try await Self.check(cases).sarif(from: "/srv")
      return try JSONDecoder().decode(SARIFRules.Report.self, from: Data(text.utf8)).runs.flatMap(\.results).map {
        $0.partialFingerprints["primaryLocationLineHash"]
      }
    }
    let alone = try await prints(Self.notMet)
    #expect(try await prints(Self.met + Self.notMet.replacing("keys-secret", with: "consent")) == alone && alone.count == 1)
    #expect(try await prints(Self.notMet.replacing("wrong", with: "wronger")) != alone)
  }

  // MARK: What is not green

  @Test func aSearchInWhichNothingHappensDecidesNothing() throws {
    var found = try Exploration(scope: ExplorationTests.tiny).run()
    #expect(found.exitStatus(expecting: .holds) == .met && found.exitStatus(expecting: .falls) == .notMet)
    found.missing = [.founded]
    #expect(found.exitStatus(expecting: .holds) == .inconclusive && found.exitStatus(expecting: .falls) == .inconclusive)
    #expect(found.verdict.hasPrefix("holds in this scope, but nothing much happens in it"))
  }

  @Test func aRuleThatIsNotCoveredIsACaseWhereItIsAskedFor() async throws {
    let files = ["e.yaml": "expectations:\n" + Self.met]
    let (told, required) = (await Self.check(files), await Self.check(files, requiresCoverage: true))
    #expect(told.exitStatus == .met && told.text.contains("not covered: successor.same-domain: "))
    #expect(required.exitStatus == .notMet && required.uncovered.isEmpty)
    let missing = required.cases.filter { $0.kind == .coverage && $0.outcome == .notMet }
    #expect(missing.map { "\($0.name.replacing("coverage of ", with: "")): \($0.message)" } == told.uncovered)
    #expect(
      required.text.contains("not-met: coverage of successor.same-domain\n  `e.yaml`: never ")
        && required.verdict.contains(" of 33 rules covered"))
  }

  private static let scenario = """
    scenario: s
    title: t
    n: 2
    operators: {alice: honest, bob: honest}
    hsms: {h1: genuine}
    trusts:
      T0: {operators: [alice, bob], hsms: [h1], hosts: [], quorum: 2}
    steps:
      - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
    end: holds
    """

  @Test func aCounterexampleThatBreaksNothingIsAnError() async throws {
    let text = "expectations:\n" + Self.met + "known-counterexamples: [NAME]\n"
    let harmless = await Self.check(["e.yaml": text.replacing("NAME", with: "scenario.yaml"), "scenario.yaml": Self.scenario])
    #expect(harmless.exitStatus == .error)
    #expect(
      harmless.text.contains(
        "`e.yaml`: `scenario.yaml` is no counterexample: it breaks nothing under any policy for which it states an end"))
    #expect(await Self.check(["e.yaml": text.replacing("NAME", with: "transplant")]).exitStatus == .met)
  }

  @Test func aSearchLooksAtOneProperty() async {
    let search =
      "  - explore: {operators: 2, dishonest: 0, hsms: 2, rogue-hsms: 0, hosts: 0, depth: 1}\n    policy: {without: "
      + "[key.handle-is-fresh]}\n    expect: holds\n    properties: "
    let none = await Self.check(search + "[]\n")
    #expect(
      none.exitStatus == .error && none.text.contains("`expectations[0].properties`: a search looks at one property at least"))
    #expect(await Self.check(search + "holds\n").exitStatus == .error)
    #expect(await Self.check(search + "[handle-keeps-key]\n").exitStatus == .notMet)
  }

  @Test func aFolderIsReadWholeAndWhatIsNoExpectationIsNamed() async {
    let files = [
      "f/e.yaml": "expectations:\n" + Self.met, "f/below/e.yml": "expectations:\n" + Self.notMet, "f/s.yaml": Self.scenario,
      "f/p.yaml": "without: [key.handle-is-fresh]\n",
      "f/typo.yaml": "expectation:\n" + Self.met,
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
    let report = await Self.check("  - {name: \"a\\r\\nmet: everything\", scenario: \"no\\n\\nmet: 9 of 9 expectations\"}\n")
    #expect(
      !report.text.unicodeScalars.split(separator: "\n").dropLast().contains {
        String($0).hasPrefix("met: 9") || String($0) == "met: everything"
      })
    #expect(report.text.contains("error: a\\u{D}\\u{A}met: everything\n"))
  }
}
