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
  private static let search = ["explore", "--operators", "2", "--hosts", "0", "--depth", "1", "--suite", "symbolic"]
  private static let idealization = ["play", "signature-idealization"]
  private static let difference = ["--operators", "2", "--depth", "1", "--hosts", "1"]
  private static let coins = [
    "exact", "ind_uf", "-a", "guess", "--set", "q_gen=1", "--set", "tries=1", "--set", "signatureBits=1", "--set", "keyBits=1",
  ]

  static let plays = [
    Play(arguments: ["attack", "transplant", "--suite", "symbolic"], status: 0, says: ["holds: no property is broken"]),
    Play(
      arguments: ["attack", "WRONG"], status: 1,
      says: ["holds: no property is broken", "NOT AS EXPECTED: it holds: no property is broken, but should break keys-secret"]),
    Play(arguments: search, status: 0, says: ["\nholds in this scope: "]),
    Play(arguments: search + ["--dishonest", "2"], status: 1, says: ["\nfalls: genuine-members"]),
    Play(arguments: search + ["--dishonest", "2", "--expect", "falls"], status: 0, says: ["\nfalls: genuine-members"]),
    Play(arguments: search + ["--expect", "falls"], status: 1, says: ["\nholds in this scope: "]),
    Play(arguments: search + ["--maximum-states", "2"], status: 2, says: ["\ninconclusive: more than 2 states"]),
    Play(arguments: ["diff", "intact", "intact"] + difference, status: 0, says: ["no difference in this scope"]),
    Play(
      arguments: ["diff", "intact", "without:host.root-installed-once"] + difference, status: 1,
      says: ["B is more permissive than A"]),
    Play(arguments: coins, status: 0, says: ["0"]),
    Play(
      arguments: idealization + ["-a", "replay", "--trials", "2000"], status: 0, says: ["\nwithinBound, below 2 × its bound |"]),
    Play(arguments: idealization + ["-a", "replay", "--twin", "forgetful", "--trials", "20"], status: 1, says: ["\ninvalid |"]),
    Play(arguments: idealization + ["--trials", "10"], status: 2, says: ["\ninconclusive |"]),
    Play(
      arguments: idealization + ["--trials", "10", "--expect", "inconclusive"], status: 0, says: ["\ninconclusive, as expected |"]
    ),
    Play(
      arguments: ["play", "service", "-a", "repeat-service-nonce", "--set", "nonceBits=4", "--trials", "200"], status: 2,
      says: ["\ninconclusive |"]),
    Play(
      arguments: ["play", "signature-forgery", "-a", "maul", "--suite", "kms", "--trials", "20"], status: 1,
      says: ["\nadvantageShown, not met: "]),
    Play(
      arguments: ["hop", "ind_cr", "--set", "hashBits=8,9", "--trials", "4000"], status: 0,
      says: ["2 of 2 intervals lie below their bounds"]),
    Play(
      arguments: ["hop", "ind_cr", "--set", "hashBits=20,21", "--trials", "10"], status: 2,
      says: ["\ninconclusive: no point is decided"]),
    Play(
      arguments: ["terms", "-a", "solve-key", "--set", "work=128", "--trials", "20000"], status: 0,
      says: ["with the factors: Adv(reduction) ≤ 2·Adv(odh) + Adv(aead-multi) is not refuted: "]),
    Play(arguments: ["terms", "--trials", "10"], status: 2, says: ["\ninconclusive: nothing is decided in any row"]),
    Play(arguments: ["theorem", "--trials", "10"], status: 2, says: ["\ninconclusive: nothing exceeds its bound, but "]),
    Play(arguments: ["theorem", "--all-hops", "--trials", "10"], status: 2, says: ["\ninconclusive: "]),
    Play(arguments: ["selftest", "--campaigns", "300", "--played", "300"], status: 0, says: ["as expected"]),
    Play(arguments: ["conform", "--trials", "200"], status: 0, says: ["\nmet: "]),
    Play(arguments: ["conform", "--trials", "2"], status: 2, says: ["\ninconclusive: "]),
    Play(
      arguments: ["conform", "--trials", "200", "--twin", "inclusive-bound"], status: 1,
      says: ["AEADmul_Oracles.lor: ", "MRPKE_lor.lor: ", "\nnot met: ", "mistake planted: inclusive-bound"]),
    Play(
      arguments: ["play", "key-secrecy", "--suite", "kms", "--trials", "1"], status: 2,
      says: ["too few trials: an advantage of 1/2 or more is not excluded"]),
    Play(
      arguments: ["hop", "ind_cr", "--set", "hashBits=8,9", "--trials", "4000", "--expect", "boundExceeded"], status: 1,
      says: ["2 of 2 points are not met, the first because verdict `boundExceeded` was expected"]),
    Play(arguments: ["selftest", "--campaigns", "10", "--played", "10"], status: 2, says: ["too few"]),
    Play(arguments: ["check", "MET"], status: 0, says: ["\n\nmet: "]),
    Play(arguments: ["check", "MET", "WRONG-CASE"], status: 1, says: ["\nnot-met: wrong\n", "\n\nnot met: "]),
    Play(arguments: ["check", "MET", "--require-coverage"], status: 1, says: ["\nnot-met: coverage of ", "\n\nnot met: "]),
    Play(
      arguments: ["check", "FEW"], status: 2,
      says: [
        "\ninconclusive: few trials\n", "\nerror probability 0.001 for all games and hops together\n", "\n\ninconclusive: ",
      ]),
    Play(arguments: ["check", "MET", "FEW", "WRONG-CASE"], status: 1, says: ["\n\nnot met: "]),
    Play(arguments: ["check", "WRONG-CASE", "NOWHERE"], status: 65, says: ["\nerror: ", "\n\nerror: "]),
    Play(
      arguments: ["check", "FOLDER"], status: 1, says: ["\nleft out: ", "\n\nnot met: 2 of 2 canaries, 1 of 3 expectations\n"]),
    Play(arguments: ["check", "EMPTY"], status: 65, says: ["zero cases were run", "\n\nerror: "]),
  ]

  private static let scenario = sampleScenario.replacing("end: holds", with: "end: keys-secret")
  private static let few =
    "  - {name: few trials, game: signature-idealization, adversary: guess, trials: 5, expect: boundAttained, because: "
    + "{bad-event: never}}\n"
  private static let long =
    "  - {name: long, game: signature-idealization, adversary: guess, trials: 1000000000, expect: boundAttained, because: "
    + "{bad-event: seen}}\n"
  private static let files = [
    "WRONG.yaml": scenario, "MET.yaml": "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n",
    "WRONG-CASE.yaml": "expectations:\n  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n",
    "FEW.yaml": "expectations:\n" + few, "LONG.yaml": "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n" + long,
    "FOLDER/MET.yaml": "expectations:\n  - {scenario: lone-insider, suite: symbolic}\n", "FOLDER/note.txt": "nothing\n",
    "FOLDER/.hidden.yaml": "nothing\n",
    "FOLDER/wrong.yml": "expectations:\n  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n",
    "FOLDER/below/wrong.yaml":
      "expectations:\n  - {name: wrong, scenario: lone-insider, suite: symbolic, expect: [keys-secret]}\n",
    "EMPTY/note.txt": "nothing\n",
  ]

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
      let isCheck = play.arguments[0] == "check"
      let text = try Gamekeeper.run(arguments + (isCheck ? ["--junit", junit.path, "--sarif", sarif.path] : []))
      #expect(text.status == play.status, "\(text.output)\(text.error)")
      for words in play.says { #expect(text.output.contains(words), "\(text.output)") }
      let json = try Gamekeeper.run(arguments + ["--format", "json"])
      #expect(json.status == play.status)
      #expect(try json.json()["status"]?.text == Self.words[play.status])
      #expect(try json.json()["format"]?.number == (isCheck ? 2 : 1), "a check has a format of its own")
      if isCheck { try expectReports(junit, sarif, play.status) }
    }
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
    ["selftest", "--campaigns", "1000000000"], ["matrix", "--suite", "symbolic", "--joint", "5"],
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

  @Test func anInterruptedSearchSaysSo() throws {
    let run = try Gamekeeper.run(
      "explore", "--operators", "4", "--hsms", "3", "--hosts", "2", "--depth", "3", "--format", "json", interruptingAfter: 1)
    #expect(run.status == 130)
    #expect(try run.json()["status"]?.text == "interrupted")
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
