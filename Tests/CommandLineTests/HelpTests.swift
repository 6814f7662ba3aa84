import Foundation
import Testing

/// What people read first, held to golden files; `RECORD_GOLDEN=1 swift test …` writes them anew.
@Suite struct HelpTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

  private func expectGolden(_ name: String, _ arguments: [String]) throws {
    let run = try Gamekeeper.run(arguments)
    #expect(run.status == 0 && run.error == "")
    let file = Self.folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(run.output.utf8).write(to: file)
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == run.output)
    }
  }

  @Test(arguments: [
    "list", "describe", "play", "hop", "theorem", "terms", "exact", "replay", "conform", "selftest", "attack", "explore",
    "matrix", "check", "diff", "prove", "new", "grade", "try", "mcp", "campaign", "compare", "baseline",
  ]) func theHelpOfAVerbIsTheGoldenOne(_ verb: String) throws {
    try expectGolden("help-\(verb)", [verb, "--help"])
  }

  @Test func theHelpOfAVerbBelowAVerbIsTheGoldenOne() throws {
    try expectGolden("help-adversary-check", ["adversary", "check", "--help"])
  }

  @Test func theHelpIsTheGoldenOne() throws { try expectGolden("help", ["--help"]) }

  @Test(arguments: ["signature-idealization", "ind_uf1", "guess", "kms"]) func aDescriptionIsTheGoldenOne(_ name: String) throws {
    try expectGolden("describe-\(name)", ["describe", name])
  }

  @Test func theVersionNamesTheCommitAndTheLibrary() throws {
    let output = try Gamekeeper.run("--version").output
    #expect(
      output.wholeMatch(of: /gamekeeper \d+\.\d+\.\d+ \(commit ([0-9a-f]{7,}(-dirty)?|unknown), libcrypto \d+\.\d+\.\d+[^)]*\)\n/)
        != nil, "\(output)")
  }

  @Test func helpOnAVerbThatIsNoneIsAMistake() throws {
    let run = try Gamekeeper.run("help", "plya")
    #expect(
      run.status == 64 && run.output == ""
        && run.error == "gamekeeper: error: unknown verb `plya`\ngamekeeper: hint: did you mean `play`?\n")
    let two = try Gamekeeper.run("help", "play", "nosuch")
    #expect(
      two.status == 64 && two.error.hasPrefix("gamekeeper: error: `help` takes one verb, and `nosuch` is another\n"),
      "\(two.error)")
    #expect(try Gamekeeper.run("help", "play").output == Gamekeeper.run("play", "--help").output)
    let shell = try Gamekeeper.run("--generate-completion-script", "nosuch")
    #expect(
      shell.status == 64 && shell.error.hasPrefix("gamekeeper: error: Can't generate completion scripts for `nosuch`."),
      "\(shell.error)")
  }
}
