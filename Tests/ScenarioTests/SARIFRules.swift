import Foundation
import Reports

/// What the schema of SARIF 2.1.0 asks for, as far as a report of ours can break it, and what GitHub's ingestion asks for beside:
/// each result with a rule that is there, a place that is a relative reference or a `file` URI, and a fingerprint.
enum SARIFRules {
  struct Report: Decodable {
    struct Message: Decodable { let text: String }
    struct Rule: Decodable {
      let id: String
      let shortDescription, fullDescription, help: Message
    }
    struct Driver: Decodable {
      let name: String
      let rules: [Rule]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable { let startLine: Int }
    struct Physical: Decodable {
      let artifactLocation: Artifact
      let region: Region
    }
    struct Location: Decodable { let physicalLocation: Physical }
    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let message: Message
      let locations: [Location]
      let partialFingerprints: [String: String]
    }
    struct Invocation: Decodable {
      let executionSuccessful: Bool
      let exitCode: Int
    }
    struct Automation: Decodable { let id: String }
    struct Run: Decodable {
      let tool: Tool
      let automationDetails: Automation
      let invocations: [Invocation]
      let results: [Result]
    }
    let version: String
    let runs: [Run]
  }

  /// The members that the schema knows, of those that we write.
  private static let members: [String: Set<String>] = [
    "": ["$schema", "version", "runs"], "runs": ["tool", "automationDetails", "invocations", "results"], "tool": ["driver"],
    "driver": ["name", "rules"],
    "rules": ["id", "shortDescription", "fullDescription", "help"],
    "results": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "invocations": ["executionSuccessful", "exitCode", "exitCodeDescription"], "automationDetails": ["id"],
    "locations": ["physicalLocation"],
    "physicalLocation": ["artifactLocation", "region"], "artifactLocation": ["uri"], "region": ["startLine"], "message": ["text"],
    "shortDescription": ["text"],
    "fullDescription": ["text"], "help": ["text"], "partialFingerprints": ["primaryLocationLineHash"],
  ]

  static func faults(_ text: String) -> [String] {
    guard let report = try? JSONDecoder().decode(Report.self, from: Data(text.utf8)) else { return ["not a report"] }
    var faults = strangers((try? JSONSerialization.jsonObject(with: Data(text.utf8))) ?? [:], "")
    func expect(_ isSo: Bool, _ words: String) { if !isSo { faults.append(words) } }
    expect(report.version == "2.1.0" && report.runs.count == 1, "version")
    for run in report.runs {
      let rules = run.tool.driver.rules
      expect(Set(rules.map(\.id)).count == rules.count, "two rules of one id")
      for text in rules.flatMap({ [$0.id, $0.shortDescription.text, $0.fullDescription.text, $0.help.text] }) {
        expect(!text.isEmpty, "an empty text")
      }
      expect(!run.automationDetails.id.isEmpty && run.invocations.count == 1, "no invocation")
      for result in run.results {
        expect(
          rules.indices.contains(result.ruleIndex) && rules[result.ruleIndex].id == result.ruleId, "no rule \(result.ruleId)")
        expect(["error", "warning"].contains(result.level) && !result.message.text.isEmpty, "level or message")
        expect(result.partialFingerprints["primaryLocationLineHash"]?.isEmpty == false, "no fingerprint")
        for place in result.locations.map(\.physicalLocation) {
          expect(isReference(place.artifactLocation.uri), "`\(place.artifactLocation.uri)` is no reference")
          expect(place.region.startLine >= 1, "line \(place.region.startLine)")
        }
      }
      expect(Set(run.results.map(\.partialFingerprints)).count == run.results.count, "two results of one fingerprint")
    }
    return faults
  }

  /// A relative path without `.` and `..`, or one of the scheme `file`, of the characters of RFC 3986.
  private static func isReference(_ uri: String) -> Bool {
    let path = uri.hasPrefix("file:///") ? uri.dropFirst(8) : uri[...]
    return path.wholeMatch(of: /([A-Za-z0-9\-._~!$&'()*+,;=@]|%[0-9A-F]{2})([A-Za-z0-9\-._~!$&'()*+,;=@\/]|%[0-9A-F]{2})*/) != nil
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains { ["", ".", ".."].contains($0) }
  }

  private static func strangers(_ value: Any, _ name: String) -> [String] {
    if let list = value as? [Any] { return list.flatMap { strangers($0, name) } }
    guard let object = value as? [String: Any] else { return [] }
    return Set(object.keys).subtracting(members[name] ?? []).map { "\(name) has no member \($0)" }
      + object.flatMap { strangers($1, $0) }
  }
}
