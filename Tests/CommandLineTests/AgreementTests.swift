import Foundation
import TestSupport
import Testing

/// Every verb, in each of the ways in which it ends: exit status, text and JSON tell one story, and where there are JUnit and
/// SARIF they tell it, too.
@Suite struct AgreementTests {
  struct Play: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    /// Words of the text, each of which says how it ended.
    let says: [String]

    var testDescription: String { "\(arguments.joined(separator: " ")) → \(status)" }
  }

  private static let words: [Int32: String] = [0: "met", 1: "not-met", 2: "inconclusive", 65: "error", 130: "interrupted"]

  /// Runs `body` with a folder that holds the files above.
  private func withFiles(_ body: (URL) throws -> Void) throws {
    try inScratchFolder { folder in
      for (name, text) in Self.files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try body(folder)
    }
  }

  /// Arguments in capitals are files or folders of the test.
  private func resolved(_ arguments: [String], in folder: URL) -> [String] {
    arguments.map { word in
      guard word.wholeMatch(of: /[A-Z-]+/) != nil, !word.hasPrefix("-") else { return word }
      return folder.appendingPathComponent(["FOLDER", "EMPTY"].contains(word) ? word : "\(word).yaml").path
    }
  }

  @Test(arguments: plays) func everyFormatSaysHowItEnded(_ play: Play) throws {
    try withFiles { folder in
      let arguments = resolved(play.arguments, in: folder)
      let (junit, sarif) = (folder.appendingPathComponent("a.xml"), folder.appendingPathComponent("a.sarif"))
      let json = folder.appendingPathComponent("a.json")
      let isCheck = play.arguments[0] == "check"
      let reports = isCheck ? ["--junit", junit.path, "--sarif", sarif.path] : []
      let run = try Gamekeeper.run(arguments + reports + ["-o", json.path])
      #expect(run.status == play.status, "\(run.output)\(run.error)")
      for words in play.says { #expect(run.output.contains(words), "\(run.output)") }
      let record = try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: json))
      #expect(record["status"]?.text == Self.words[play.status])
      #expect(record["format"]?.number == ["check": 2, "matrix": 3][play.arguments[0], default: 1], "two have one of their own")
      if isCheck { try expectReports(junit, sarif, play.status) }
    }
  }

  /// Whoever adds a verb says here how it ends.
  @Test func everyVerbIsPlayed() throws {
    let hint = try Gamekeeper.run("help", "nosuch").error.components(separatedBy: "one of: ").last ?? ""
    let verbs = Set(hint.dropLast().components(separatedBy: ", "))
    // These show or write something, and have one end, or tests of their own; `try` has that of the verb that it plays.
    let others: Set = [
      "adversary", "baseline", "campaign", "compare", "describe", "grade", "help", "list", "mcp", "new", "replay", "report",
      "serve", "site", "try",
    ]
    #expect(verbs.isSuperset(of: others) && verbs.subtracting(others) == Set(Self.plays.map { $0.arguments[0] }))
  }

  private func expectReports(_ junit: URL, _ sarif: URL, _ status: Int32) throws {
    let xml = try String(contentsOf: junit, encoding: .utf8)
    #expect(xml.contains("<property name=\"status\" value=\"\(Self.words[status] ?? "")\"/>"))
    func count(_ name: String) -> Int {
      xml.components(separatedBy: " \(name)=\"").dropFirst().first.flatMap { Int($0.prefix(while: \.isNumber)) } ?? -1
    }
    #expect((count("errors") > 0) == (status == 65))
    if status == 1 { #expect(count("failures") > 0) }
    if status == 2 || status == 130 { #expect(count("skipped") > 0) }
    if status == 0 { #expect(count("failures") == 0 && count("skipped") == 0) }
    let run = try #require(try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: sarif))["runs"]?[0])
    #expect(run["invocations"]?[0]?["exitCode"]?.number == Double(status))
    #expect(run["results"]?.items?.count == count("failures") + count("errors") + count("skipped"))
  }

  @Test func anInterruptedCheckSaysSoEverywhere() throws {
    try withFiles { folder in
      let (junit, sarif) = (folder.appendingPathComponent("a.xml"), folder.appendingPathComponent("a.sarif"))
      let arguments = [
        "check", folder.appendingPathComponent("LONG.yaml").path, "--junit", junit.path, "--sarif", sarif.path, "--format",
        "json",
      ]
      let run = try Gamekeeper.run(arguments, interruptingAfter: 1)
      #expect(run.status == 130)
      #expect(try run.json()["status"]?.text == "interrupted")
      try expectReports(junit, sarif, 130)
    }
  }

  /// What is interrupted keeps what it has, in files, too, and says that it was.
  @Test(arguments: [
    ["play", "signature-idealization", "--trials", "1e12"], ["hop", "ind_cr", "--set", "hashBits=8,9", "--trials", "1e12"],
    ["terms", "--trials", "1e12"], ["theorem", "--trials", "1e9"], ["theorem", "--all-hops", "--trials", "1e9"],
    ["theorem", "--fixed-work", "--trials", "1e9"], ["selftest", "--campaigns", "1000000000"],
    ["matrix", "--suite", "symbolic", "--joint", "5"], ["matrix", "--games", "--joint", "1", "--trials", "1000000"],
    ["explore", "--operators", "4", "--hsms", "3", "--hosts", "2", "--depth", "3"], ["conform", "--trials", "1000000"],
    ["exact", "ind_cr", "-a", "birthday", "--set", "hashBits=8", "--set", "q_work=6", "--limit", "1000000000000"],
    ["diff", "intact", "intact", "--operators", "5", "--hsms", "3", "--depth", "3"],
  ]) func anInterruptIsInTheFile(_ arguments: [String]) throws {
    try withFiles { folder in
      let file = folder.appendingPathComponent("kept.json")
      let run = try Gamekeeper.run(arguments + ["-o", file.path], interruptingAfter: 1)
      #expect(run.status == 130, "\(run)")
      let record = try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: file))
      #expect(record["status"]?.text == "interrupted")
    }
  }

  /// Reports can be reproduced, byte for byte.
  @Test(arguments: [("0", "1970-01-01T00:00:00"), ("1767225599", "2025-12-31T23:59:59")]) func aFixedTimeMakesReportsReproducible(
    _ epoch: String, _ timestamp: String
  ) throws {
    try withFiles { folder in
      let reports = try (0..<2).map { number in
        let file = folder.appendingPathComponent("\(number).xml")
        #expect(
          try Gamekeeper.run(
            "check", folder.appendingPathComponent("MET.yaml").path, "--junit", file.path,
            environment: ["SOURCE_DATE_EPOCH": epoch]
          ).status == 0)
        return try String(contentsOf: file, encoding: .utf8)
      }
      #expect(reports[0] == reports[1] && reports[0].contains(" timestamp=\"\(timestamp)\" "))
    }
    #expect(try Gamekeeper.run("check", environment: ["SOURCE_DATE_EPOCH": "yesterday"]).status == 64)
  }

  /// What a file says reaches the terminal as text, whatever the verb.
  @Test func aTitleMovesNoCursor() throws {
    try withFiles { folder in
      let file = folder.appendingPathComponent("title.yaml")
      try Data(Self.scenario.replacing("title: t", with: "title: \"a bell \\a, and colours \\e[31m\"").utf8).write(to: file)
      for trace in ["text", "mermaid", "svg", "json"] {
        let run = try Gamekeeper.run("attack", file.path, "--format", trace)
        #expect(!run.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
      }
      #expect(try Gamekeeper.run("attack", file.path).output.hasPrefix("a bell \\u{7}, and colours \\u{1B}[31m\n"))
    }
    let unknown = try Gamekeeper.run("describe", "x\u{1B}[31m\r\ngamekeeper: all is well")
    #expect(
      unknown.error.hasPrefix("gamekeeper: error: unknown name `x\\u{1B}[31m\\u{D}\\u{A}gamekeeper: all is well`\n"),
      "\(unknown.error)")
  }
}
