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

/// Reports name each case and each place so that others find them.
@Suite struct CheckNameTests {
  @Test func casesOfOneNameAreToldApart() async throws {
    let suites = "  - {scenario: lone-insider, suite: kms}\n  - {scenario: lone-insider, suite: modern}\n"
    let names = await Checked.check(
      Checked.notMet + Checked.notMet
        + "  - {name: wrong (2), scenario: lone-insider}\n  - {name: ' wrong', scenario: lone-insider}\n"
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
    let report = await Checked.check([path: "expectations:\n" + Checked.notMet])
    #expect(try JUnitRules.cases(report.junit(from: "/srv", timestamp: Checked.timestamp)).last?.classname == classname)
    let run = try #require(
      try JSONDecoder().decode(SARIFRules.Report.self, from: Data(report.sarif(from: "/srv").utf8)).runs.first)
    #expect(run.results.map { $0.locations.map(\.physicalLocation.artifactLocation.uri) } == [[uri]])
  }

  /// Whatever it says and wherever it stands: otherwise the same alert comes twice.
  @Test func aFingerprintIsThatOfItsCase() async throws {
    func prints(_ cases: String) async throws -> [String?] {
      let text = try await Checked.check(cases).sarif(from: "/srv")
      return try JSONDecoder().decode(SARIFRules.Report.self, from: Data(text.utf8)).runs.flatMap(\.results).map {
        $0.partialFingerprints["primaryLocationLineHash"]
      }
    }
    let alone = try await prints(Checked.notMet)
    #expect(try await prints(Checked.met + Checked.notMet.replacing("keys-secret", with: "consent")) == alone && alone.count == 1)
    #expect(try await prints(Checked.notMet.replacing("wrong", with: "wronger")) != alone)
  }
}
