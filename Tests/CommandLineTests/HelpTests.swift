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

  @Test(arguments: ["list", "describe", "play", "hop", "theorem", "terms", "exact", "replay", "selftest", "attack", "explore", "matrix", "check", "diff"]) func theHelpOfAVerbIsTheGoldenOne(_ verb: String) throws {
    try expectGolden("help-\(verb)", [verb, "--help"])
  }

  @Test func theHelpIsTheGoldenOne() throws { try expectGolden("help", ["--help"]) }

  @Test(arguments: ["signature-idealization", "ind_uf1", "guess", "kms"]) func aDescriptionIsTheGoldenOne(_ name: String) throws {
    try expectGolden("describe-\(name)", ["describe", name])
  }

  @Test func theVersionIsOneLine() throws {
    let run = try Gamekeeper.run("--version")
    #expect(run.output.hasPrefix("gamekeeper ") && run.output.split(separator: "\n").count == 1)
  }

  @Test func everyListedNameCanBeDescribed() throws {
    let run = try Gamekeeper.run("list", "--format", "json")
    let items = try JSONDecoder().decode([Value].self, from: Data(run.output.utf8))
    #expect(items.count >= 18)
    for name in items.compactMap({ $0["name"]?.text }) {
      let described = try Gamekeeper.run("describe", name)
      #expect(described.status == 0 && described.output.contains(name), "\(name)")
    }
  }
}
