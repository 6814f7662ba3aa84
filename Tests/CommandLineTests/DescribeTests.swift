import Foundation
import Testing

/// What names, words and files are said to be.
@Suite struct DescribeTests {
  private func described(_ arguments: String...) throws -> String {
    let run = try Gamekeeper.run(["describe"] + arguments)
    #expect(run.status == 0 && run.error == "")
    return run.output
  }

  private func hint(_ name: String) throws -> String {
    let run = try Gamekeeper.run("describe", name)
    #expect(run.status == 64 && run.output == "")
    return String(run.error.split(separator: "\n").last ?? "")
  }

  private struct Failure: Error {}

  // MARK: Names

  @Test(arguments: [
    "atMostBound", "met", "not met", "decided", "refuted", "undecided", "smallestShowable", "holds", "falls", "vacuous", "below",
    "across", "above", "interrupted", "skipped",
  ])
  func whatVerdictsAreSaidInIsDescribed(_ name: String) throws {
    let run = try Gamekeeper.run("describe", name)
    #expect(run.status == 0 && run.output.contains("\(name): "), "\(run)")
  }

  @Test func everySpellingOfASymbolIsDescribed() throws {
    let right = try described("ε_sig")
    #expect(right.contains("the best chance of forging") && right.contains("ε_sig = tries/2^signatureBits "))
    for spelling in ["eps_sig", "epsilon_sig", "EPS-SIG"] { #expect(try described(spelling) == right) }
    #expect(try described("g5'") == described("G₅′"))
    #expect(try described("WITHINBOUND").hasPrefix("verdict withinBound: "))
  }

  /// What concrete security is stated in, at the default parameters.
  @Test func whatAnAdversaryMayUseIsSaid() throws {
    let game = try described("signature-forgery")
    #expect(game.contains("grows with   verifications (tries), keys (q_gen, q_own)\n"))
    #expect(
      game.contains(
        "may use      queries 17; verifications 4; keys 5; any number of q_keys, q_own_sig\n"), "\(game)")
    let record = try Gamekeeper.run("describe", "solve-agreement-key", "--format", "json").json()
    let allowances = try #require(record["allowances"]?.items)
    let secrecy = try #require(allowances.first { $0["game"]?.text == "key-secrecy" }?["allowance"])
    #expect(secrecy["groupOperations"]?.number == 64 && secrecy["hashEvaluations"]?.number == 16)
    #expect(secrecy["verifications"]?.number == 14, "2·3 + 2·2 + 4: signatures of operators and of HSMs, and openings")
    #expect(secrecy["keys"]?.number == 26, "3 + 2 + 8 + 8 + 5")
    #expect(try described("solve-agreement-key").contains("group operations 64"))
    #expect(try !described("signature-forgery").contains("group operations"), "where there is no group")
  }

  @Test func nearNamesAreSuggested() throws {
    #expect(try hint("ε_sgi") == "gamekeeper: hint: did you mean `ε_sig`?")
    #expect(try hint("operators").contains("did you mean `operator` or "))
    #expect(try hint("zzzzzzzz") == "gamekeeper: hint: `gamekeeper list` names them")
  }

  @Test func noNameIsListedTwice() throws {
    let items = try JSONDecoder().decode([Value].self, from: Data(try Gamekeeper.run("list", "--format", "json").output.utf8))
    let names = items.compactMap { $0["name"]?.text }
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    for kind in ["properties", "twins", "verdicts", "parameters", "words"] {
      #expect(items.contains { $0["kind"]?.text == kind }, "\(kind)")
    }
  }

  @Test func anOptionThatMeansNothingIsRefused() throws {
    let run = try Gamekeeper.run("describe", "kms", "--operators", "7", "--p", "5")
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.error
        == "gamekeeper: error: `--operators` means nothing for `kms`\ngamekeeper: hint: it belongs to `gamekeeper describe "
        + "quorum`\n"
    )
    #expect(try described("quorum", "--operators", "7", "--p", "0.5").contains("Of 7 operators"))
  }

  // MARK: The quorum

  @Test func theRiskIsNumbers() throws {
    let run = try Gamekeeper.run("describe", "quorum", "--operators", "3", "--p", "0.5", "--n", "2", "--format", "json").json()
    guard case .list(let rows)? = run["rows"] else { throw Failure() }
    let failures = try rows.map { try #require($0["failure"]?.number) }
    for (failure, exact) in zip(failures, [0.875, 0.5, 0.125]) { #expect(abs(failure - exact) < 1e-15) }
    #expect(run["chosen"]?.number == 2 && run["operators"]?.number == 3)
  }

  @Test func nothingIsRoundedToCertainty() throws {
    let small = try described("quorum", "--operators", "3", "--p", "1e-320")
    #expect(small.contains("e-640 ") && small.contains("e-961 ") && !small.contains(" 0 "))
    #expect(try described("quorum", "--operators", "1000", "--p", "0.5").contains("1 − 9.33264e-302"), "1 − 2^−1000")
    #expect(try described("quorum", "--operators", "1", "--p", "1").contains("1  1 "), "what is certain is certain")
  }

  // MARK: Files

  private struct Format: Decodable {
    struct Mapping: Decodable {
      struct Key: Decodable { let name, type, meaning: String }
      let title: String
      let keys: [Key]
    }
    let title, sample: String
    let mappings: [Mapping]
  }

  private func formats() throws -> [Format] {
    try JSONDecoder().decode([Format].self, from: Data(try described("files", "--format", "json").utf8))
  }

  /// `RECORD_GOLDEN=1 swift test …` writes it anew.
  @Test func theDocumentOfTheFilesIsMadeFromTheParser() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/scenarios.md")
      .standardized
    let text = try described("files", "--format", "markdown")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  /// `RECORD_GOLDEN=1 swift test …` writes it anew.
  @Test func theDocumentOfTheProtocolIsMadeFromTheForms() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/protocol.md")
      .standardized
    let text = try described("protocol", "--format", "markdown")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    for entry in ["signature-idealization", "key-secrecy", "service", "end-to-end", "policy-idealization", "odh"] {
      #expect(text.contains("`\(entry)`"), "\(entry)")
    }
  }

  @Test func everyKeyStandsInItsSample() throws {
    for format in try formats() {
      #expect(format.mappings.allSatisfy { !$0.keys.isEmpty })
      // These stand in place of others, or need a program.
      let apart = ["defect", "adversary-command", "sandbox"] + (format.title == "Assignment" ? ["hop"] : [])
      for key in format.mappings.flatMap(\.keys) where !apart.contains(key.name) {
        #expect(
          format.sample.contains("\(key.name): ") || format.sample.contains("\(key.name):\n"), "\(format.title): \(key.name)")
      }
    }
  }

  @Test func theSampleScenarioEndsAsItStates() throws {
    let sample = try #require(try formats().first { $0.title == "Scenario" }).sample
    func status(_ text: String, _ options: String...) throws -> Int32 {
      try runOnFile(text, ["attack", "{}"] + options).run.status
    }
    #expect(try status(sample) == 0)
    #expect(try status(sample, "--without", "successor.signatures-verify") == 0)
    // Twins: with the defect it is another scenario, and with a key that is none it is no scenario.
    #expect(try status(sample + "\ndefect: transparent-wrap\n") == 1)
    #expect(try status(sample + "\ndefects: transparent-wrap\n") == 65)
  }

  @Test func theSampleExpectationsAreMetAndTheSamplePolicyIsOne() throws {
    let formats = try formats()
    let expectations = try #require(formats.first { $0.title == "Expectations" }).sample
    let check = try runOnFile(expectations, "check", "{}").run
    #expect(check.status == 0, "\(check.output)")
    let help = try Gamekeeper.run("check", "--help").output
    #expect(help.contains(expectations.replacing("\n", with: "\n  ")), "it is the example there, too")
    let attack = try runOnFile(
      try #require(formats.first { $0.title == "Policy" }).sample, "attack", "handle-overwritten", "--policy", "{}")
    #expect(attack.run.output.contains("breaks handle-keeps-key"))
  }
}
