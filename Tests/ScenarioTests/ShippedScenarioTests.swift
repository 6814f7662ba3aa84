import Foundation
import Records
import Reports
import Scenarios
import Testing

/// The shipped scenarios, each with its twin: the intact policy refuses for the stated reason, and the twin's accepts.
@Suite struct ShippedScenarioTests {
  static let files = Folder.files(in: "Adversaries/Scenarios", ending: ".yaml")

  @Test(arguments: files) func endsAsExpectedUnderTheIntactPolicy(file: String) throws {
    let report = try ScenarioRunner.run(try Folder.scenario(file))
    #expect(report.isAsExpected, "\(report.text)")
  }

  @Test(arguments: files) func twinEndsAsExpected(file: String) throws {
    let scenario = try Folder.scenario(file)
    guard let twin = scenario.twin else { return }
    let report = try ScenarioRunner.run(scenario, policy: PolicySelection(without: twin.without, with: twin.with))
    #expect(report.isAsExpected, "\(report.text)")
    #expect(!report.broken.isEmpty, "a twin that breaks nothing proves nothing")
  }

  /// Those without a twin of their own differ in one thing from another one, or from themselves before an entity is corrupted.
  @Test func everyExpectationIsShownToBeAbleToFail() throws {
    let withoutTwin = try Self.files.filter { try Folder.scenario($0).twin == nil }
    #expect(
      withoutTwin == [
        "n-dishonest.yaml", "removed-operator-stolen.yaml", "rotation-replayed.yaml", "skipped-version-honest.yaml",
      ])
  }

  /// The boundary of the quorum assumption: one operator's honesty is all that differs, and the end is another.
  @Test func nAndNMinusOneDishonestDifferInOneOperator() throws {
    let (below, at) = (try Folder.scenario("n-minus-one-dishonest.yaml"), try Folder.scenario("n-dishonest.yaml"))
    #expect(
      below.trusts == at.trusts && below.steps.map(\.command) == at.steps.map(\.command) && below.globalQuorum == at.globalQuorum)
    #expect(zip(below.entities, at.entities).filter { $0 != $1 }.map(\.0.name) == ["bob"])
    #expect(below.end.isEmpty && at.end == [.genuineMembers, .keysSecret, .consent])
  }

  @Test func namesAreTheFilesNames() throws {
    #expect(Self.files.count >= 22)
    for file in Self.files { #expect(try Folder.scenario(file).name + ".yaml" == file) }
  }
}

enum Folder {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func files(in folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  static func scenario(_ file: String) throws -> Scenario {
    let text = try String(contentsOf: root.appending(path: "Adversaries/Scenarios/\(file)"), encoding: .utf8)
    return try Scenario(yaml: text, file: file)
  }

  /// The shipped scenario of this name, as a check looks it up.
  static func shipped(_ name: String) throws(InputError) -> Scenario? {
    let file = root.appending(path: "Adversaries/Scenarios/\(name).yaml").path
    return try (try? String(contentsOfFile: file, encoding: .utf8)).map { text throws(InputError) in
      try Scenario(yaml: text, file: file)
    }
  }
}
