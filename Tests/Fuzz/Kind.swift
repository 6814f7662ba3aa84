import AdversaryBridge
import Arena
import Catalog
import Coins
import Expectations
import Foundation
import Records
import Reports
import Scenarios

/// What is made up. The first five are texts, read in this process's children; the last two are command lines of the program.
enum Kind: String, CaseIterable, LosslessStringConvertible {
  case scenario, policy, expectations, token, line, set, scope
  /// Not fuzzed: an input that traps, hangs, or ends with 70, to see that it is found.
  case planted

  static let fuzzed: [Kind] = allCases.filter { $0 != .planted }

  init?(_ description: String) { self.init(rawValue: description) }
  var description: String { rawValue }

  /// Folders with inputs to begin with, from the root of the package.
  var folders: [String] {
    let own = "Tests/Fuzz/Corpus/\(rawValue)"
    switch self {
    case .scenario: return [own, "Adversaries/Scenarios", "Games/PolicyIdealization/expectations/counterexamples"]
    case .expectations: return [own] + Self.games.map { "\($0)/expectations" }
    default: return [own]
    }
  }

  private static var games: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "Games")) ?? []
    return names.sorted().map { "Games/\($0)" }
  }

  /// The command line with this input; nil for a text that is read in a child of this process.
  func arguments(_ input: String) -> [String]? {
    let words = input.split(whereSeparator: \.isWhitespace).map(String.init)
    return switch self {
    case .set: ["play", "signature-idealization", "--trials", "1"] + words
    case .scope: ["explore", "--maximum-states", "1"] + words
    default: nil
    }
  }

  /// Reads the text, and plays what can be played in no time. A refusal is an answer; a trap, a hang and status 70 are not.
  func read(_ text: String) {
    switch self {
    case .scenario:
      guard let scenario = try? Scenario(yaml: text, file: "fuzz.yaml"), scenario.steps.count <= 50 else { return }
      for policy in [PolicySelection.intact, scenario.twin.map { PolicySelection(without: $0.without, with: $0.with) }]
        .compactMap(\.self)
      {
        guard let report = try? ScenarioRunner.run(scenario, policy: policy) else { continue }
        _ = (report.text, report.mermaid, report.svg, try? report.json)
      }
    case .policy: _ = try? PolicySelection(yaml: text, file: "fuzz.yaml")
    case .expectations: _ = try? ExpectationFile(yaml: text, file: "fuzz.yaml") { _ in nil }
    case .token:
      // What takes long because it asks for much is no fault.
      guard let token = try? ReplayToken(text, in: Catalog.registry), token.selection.suite.isCalibrated,
        token.selection.parameters.values.reduce(
          1, { $0.multipliedReportingOverflow(by: max(1, $1)).overflow ? .max : $0 * max(1, $1) }) <= 1 << 32
      else { return }
      _ = token.play(mostSteps: 10)
    case .line: for game in Self.spoken { game.readQuery(text) }
    case .planted:
      if text.contains("trap") { preconditionFailure("planted") }
      if text.contains("hang") { while true { sleep(1) } }
      if text.contains("70") { exit(70) }
    case .set, .scope: break
    }
  }

  /// Every game, as adversaries in other languages play it.
  private static let spoken: [SpokenGame] = Catalog.registry.entries.compactMap { entry in
    (try? SpokenGame(entry, in: Catalog.registry, suite: entry.suiteNames[0])) ?? nil
  }

  /// Makes an input whole again that a change has broken in a way of no interest: a token's checksum.
  func mended(_ text: String) -> String {
    guard self == .token, let end = text.lastIndex(of: "/") else { return text }
    let body = String(text[..<end])
    let sum = body.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(sum, radix: 16)
    return body + "/" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
