import Foundation
import TestSupport
import Testing

/// Every command line that a verb's help shows is played in a folder of its own, in the order in which they stand, with fewer
/// trials or a smaller scope where it would take long: none is refused. The verbs are those that the program itself lists.
@Suite struct HelpExampleTests {
  /// What makes the examples that begin so short: the longest beginning counts.
  private static let less = [
    // Those that are rare are measured as they are.
    "play": "--trials 200", "play quorum-forgery": "", "hop": "--trials 200", "theorem": "--trials 1", "terms": "--trials 100",
    "conform": "--trials 3", "selftest": "--campaigns 2 --played 2", "matrix": "--joint 1 --suite symbolic",
    "explore": "--operators 2 --hsms 2 --rogue-hsms 1 --hosts 0 --depth 1 --suite symbolic",
    "diff": "--operators 2 --hosts 1 --depth 1", "diff --prove": "",
    // Who is pursued is ProofTests' matter.
    "prove": "--no-pursuit",
  ]
  /// Those that others play, and the file of tests that does: they build programs, serve, or take minutes.
  private static let elsewhere = [
    "try": "TryTests", "theorem --suite kms": "ResultTableTests", "matrix": "MatrixTests",
    "play hash-idealization --by-hand": "ByHandTests", "replay --last-bad": "ReplayTests", "serve": "ServeTests",
    "site": "SiteVerbTests", "prove --all-rules": "ProofTests", "campaign submit night.json --engine slurm": "EngineTests",
    "adversary check": "MannerTests", "grade": "GradeVerbTests",
  ]
  /// Verbs whose help shows no example, and the file of tests that plays them.
  private static let withoutExamples = [
    "check": "GameCheckTests", "campaign plan": "CampaignVerbTests", "campaign run": "CampaignVerbTests",
    "campaign status": "CampaignVerbTests", "campaign merge": "CampaignVerbTests", "campaign show": "CampaignVerbTests",
    "campaign list": "CampaignVerbTests", "campaign findings": "CampaignVerbTests",
    "baseline": "CompareTests", "adversary": "MannerTests", "mcp": "McpTests",
    "help": "HelpTests",
  ]
  /// What the examples of a verb take as given.
  private static let given = [
    "attack": "cp $SCENARIOS/lone-insider.yaml mine.yaml",
    "replay": "$G play signature-idealization --trials 2 | grep -o 'gamekeeper replay .*' > token.txt",
    "prove": "echo 'without: [hsm.is-member]' > mine.yaml",
    "campaign": "printf 'rows: [{hop: ind_uf, adversary: guess, set: {signatureBits: 6}}]\\ntrials: 200\\n' > night.yaml",
    "campaign submit": "printf 'rows: [{hop: ind_uf}]\\ntrials: 200\\n' > night.yaml; $G campaign plan night.yaml -o night.json",
  ]

  private struct Help: Decodable {
    let commandName: String
    let discussion: String?
    let subcommands: [Help]?

    /// Itself and all below it, each by the words that name it.
    func named(_ words: String = "") -> [String: Help] {
      (subcommands ?? []).reduce(into: [words: self]) { named, below in
        named.merge(below.named(words.isEmpty ? below.commandName : "\(words) \(below.commandName)")) { $1 }
      }
    }

    /// Each without its comment, which two blanks set off.
    var examples: [String] {
      (discussion ?? "").replacing(/\\\n\s*/, with: "").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("gamekeeper ") }
        .map { String($0[..<($0.firstRange(of: "  ")?.lowerBound ?? $0.endIndex)].dropFirst("gamekeeper ".count)) }
    }
  }

  private static let help: [String: Help] = {
    struct Dump: Decodable { let command: Help }
    let text = (try? Gamekeeper.run("--experimental-dump-help").output) ?? ""
    return (try? JSONDecoder().decode(Dump.self, from: Data(text.utf8)))?.command.named() ?? [:]
  }()
  static let verbs: [String] = help.keys.sorted()

  @Test(arguments: verbs) func everyExampleOfTheHelpIsAccepted(_ verb: String) throws {
    let examples = Self.help[verb]?.examples ?? []
    #expect(examples.isEmpty == (Self.withoutExamples[verb] != nil), "who shows none is played elsewhere, and is named")
    try inScratchFolder { folder in
      let scenarios = PackageRoot.url.appending(path: "Adversaries/Scenarios").path
      _ = try Gamekeeper.shell("SCENARIOS='\(scenarios)'; \(Self.given[verb] ?? ":")", in: folder)
      for example in examples where !Self.elsewhere.keys.contains(where: example.hasPrefix) {
        let shorter = Self.less.filter { example.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value ?? ""
        let run = try Gamekeeper.shell("$G \(example) \(shorter)", in: folder)
        #expect([0, 1, 2].contains(run.status), "\(example): \(run.error)")
        #expect(!run.output.isEmpty || example.contains(" -o "), "\(example)")
      }
    }
  }

  /// A longer one would be broken in its midst, and could not be copied.
  @Test(arguments: verbs) func everyExampleFitsItsLine(_ verb: String) throws {
    let help = try Gamekeeper.run(verb.split(separator: " ").map(String.init) + ["--help"]).output
    let lines = help.components(separatedBy: "\n")
    for (line, next) in zip(lines, lines.dropFirst()) where line.wholeMatch(of: /\s*gamekeeper .*/) != nil {
      #expect(next.isEmpty || next.wholeMatch(of: /(gamekeeper|\s).*/) != nil, "\(line)⏎\(next)")
    }
  }

  @Test func noVerbIsLeftOut() throws {
    #expect(Self.verbs.count > 35 && Self.help.values.flatMap(\.examples).count > 90, "\(Self.verbs)")
    for verb in ["", "prove", "report", "compare", "campaign submit", "baseline update"] {
      #expect(Self.verbs.contains(verb), "\(verb)")
    }
  }

  /// What is said to be shown, or played elsewhere, is so.
  @Test func whatIsPlayedElsewhereIsShownAndPlayed() throws {
    let examples = Self.help.values.flatMap(\.examples)
    for example in Self.elsewhere.keys { #expect(examples.contains { $0.hasPrefix(example) }, "\(example)") }
    for example in Self.less.keys { #expect(examples.contains { $0.hasPrefix(example) }, "\(example)") }
    #expect(Set(Self.withoutExamples.keys).union(Self.given.keys).subtracting(Self.verbs) == [])
    let files = try PackageRoot.swiftFiles(in: ["Tests"]).map(\.path)
    for (words, suite) in Self.elsewhere.merging(Self.withoutExamples, uniquingKeysWith: { first, _ in first }) {
      #expect(files.contains { $0.hasSuffix("/\(suite).swift") }, "\(words): there is no \(suite)")
    }
  }
}
