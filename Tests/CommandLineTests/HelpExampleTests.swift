import Foundation
import TestSupport
import Testing

/// Every command line that a verb's help shows is played in a folder of its own, in the order in which they stand, with fewer
/// trials or a smaller scope where it would take long: none is refused.
@Suite struct HelpExampleTests {
  /// What makes the examples that begin so short: the longest beginning counts.
  private static let less = [
    "play": "--trials 200", "hop": "--trials 200", "theorem": "--trials 1", "terms": "--trials 100",
    "conform": "--trials 3", "selftest": "--campaigns 2 --played 2", "matrix": "--joint 1 --suite symbolic",
    "explore": "--operators 2 --hsms 2 --rogue-hsms 1 --hosts 0 --depth 1 --suite symbolic",
    "diff": "--operators 2 --hosts 1 --depth 1", "diff --prove": "",
  ]
  /// Those that others play: they build programs, or take minutes without a release build.
  private static let elsewhere = [
    "try": "TryTests", "theorem --suite kms": "ResultTableTests hold its table", "matrix": "MatrixTests play smaller ones",
    "play hash-idealization --by-hand": "ByHandTests", "replay --last-bad": "TrialSearchTests",
  ]

  private struct Help: Decodable {
    let commandName: String
    let discussion: String?
    let subcommands: [Help]?
  }

  static let verbs = [
    "", "list", "describe", "play", "hop", "theorem", "terms", "exact", "replay", "conform", "selftest", "attack", "explore",
    "matrix", "check", "diff", "new", "try",
  ]

  /// The examples of a verb, each without its comment, which two blanks set off.
  private func examples(_ verb: String) throws -> [String] {
    struct Dump: Decodable { let command: Help }
    let text = try Gamekeeper.run("--experimental-dump-help").output
    let all = try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
    let help = verb.isEmpty ? all : try #require(all.subcommands?.first { $0.commandName == verb })
    let joined = (help.discussion ?? "").replacing(/\\\n\s*/, with: "")
    return joined.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("gamekeeper ") }
      .map {
        String($0[..<($0.firstRange(of: "  ")?.lowerBound ?? $0.endIndex)].dropFirst("gamekeeper ".count))
      }
  }

  @Test(arguments: verbs) func everyExampleOfTheHelpIsAccepted(_ verb: String) throws {
    let examples = try examples(verb)
    #expect(!examples.isEmpty || verb == "check", "check shows a file, which GameCheckTests play")
    try inScratchFolder { folder in
      let scenario = DocumentTests.root.appending(path: "Adversaries/Scenarios/lone-insider.yaml")
      try FileManager.default.copyItem(at: scenario, to: folder.appendingPathComponent("mine.yaml"))
      if verb == "replay" {
        _ = try Gamekeeper.shell(
          "$G play signature-idealization --trials 2 | grep -o 'gamekeeper replay .*' > token.txt", in: folder)
      }
      for example in examples where !Self.elsewhere.keys.contains(where: example.hasPrefix) {
        let shorter = Self.less.filter { example.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value ?? ""
        let run = try Gamekeeper.shell("$G \(example) \(shorter)", in: folder)
        #expect([0, 1, 2].contains(run.status), "\(example): \(run.error)")
        #expect(!run.output.isEmpty, "\(example)")
      }
    }
  }

  /// A longer one would be broken in its midst, and could not be copied.
  @Test(arguments: verbs) func everyExampleFitsItsLine(_ verb: String) throws {
    let help = try Gamekeeper.run((verb.isEmpty ? [] : [verb]) + ["--help"]).output
    let lines = help.components(separatedBy: "\n")
    for (line, next) in zip(lines, lines.dropFirst()) where line.wholeMatch(of: /\s*gamekeeper .*/) != nil {
      #expect(next.isEmpty || next.wholeMatch(of: /(gamekeeper|\s).*/) != nil, "\(line)⏎\(next)")
    }
  }

  @Test func whatIsPlayedElsewhereIsShown() throws {
    let all = try Self.verbs.flatMap(examples)
    #expect(all.count > 50)
    for example in Self.elsewhere.keys { #expect(all.contains { $0.hasPrefix(example) }, "\(example)") }
  }
}
