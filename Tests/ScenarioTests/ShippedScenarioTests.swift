import Foundation
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
}
