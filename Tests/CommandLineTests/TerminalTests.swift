import Foundation
import TestSupport
import Testing

/// What a terminal is sent, and what it is not.
@Suite struct TerminalTests {
  /// Runs in a terminal of 80 columns; both streams go there.
  private func terminal(_ command: String, _ environment: String = "TERM=xterm") throws -> Gamekeeper.Run {
    try inScratchFolder {
      try Gamekeeper.shell("\(environment) script -qec 'stty cols 80; \(command)' /dev/null < /dev/null", in: $0)
    }
  }

  private static let (red, bold, clear) = ("\u{1B}[1;31m", "\u{1B}[1m", "\u{1B}[K")

  @Test func errorsAndVerdictsAreColoured() throws {
    #expect(try terminal("$G describe nosuch").output.hasPrefix("gamekeeper: \(Self.red)error:\u{1B}[0m unknown name"))
    let run = try terminal("$G play signature-idealization --trials 30000")
    #expect(run.output.contains("\n\(Self.bold)boundAttained\u{1B}[0m, below 2 × its bound | advantage ["), "\(run.output)")
  }

  @Test(arguments: ["NO_COLOR=1 TERM=xterm", "TERM=dumb", "TERM="]) func coloursCanBeDoneWithout(_ environment: String) throws {
    #expect(try terminal("$G describe nosuch", environment).output.hasPrefix("gamekeeper: error: unknown name"))
    let run = try terminal("$G play signature-idealization --trials 30000", environment)
    #expect(
      run.output.contains("\nboundAttained, below 2 × its bound | advantage [") && !run.output.contains("\u{1B}[1"),
      "\(run.output)")
    #expect(run.output.contains(Self.clear) == environment.hasSuffix("xterm"), "a dumb terminal is sent no escape code at all")
  }

  @Test func progressIsShownWhereItIsWanted() throws {
    let run = "$G hop ind_uf --set signatureBits=5,6 --trials 20000"
    let shown = try terminal(run).output
    #expect(
      shown.contains("\(Self.clear)1 of 2: ind_uf, guess   ") && shown.contains("\(Self.clear)2 of 2: ind_uf, guess   "),
      "\(shown)")
    #expect(try !terminal(run + " --progress never").output.contains(Self.clear))
    #expect(try inScratchFolder { try Gamekeeper.shell(run, in: $0) }.error == "")
    let lines = try inScratchFolder { try Gamekeeper.shell(run + " --progress always", in: $0) }.error
    #expect(lines.contains("\n2 of 2: ind_uf, guess   ") && !lines.contains("\u{1B}"), "\(lines)")
  }

  @Test func aSearchTellsItsFrontierAndItsPace() throws {
    let run = "--operators 2 --domains 1 --depth 1 --progress always"
    for verb in ["explore \(run)", "diff intact without:key.handle-is-fresh --progress always"] {
      let shown = try inScratchFolder { try Gamekeeper.shell("$G \(verb)", in: $0) }.error
      let line = /\d+ states, [\d,]+ on the frontier, [\d,]+ transitions, depth \d+, [\d,]+ states a second/
      #expect(shown.contains(line), "\(shown)")
    }
  }

  @Test func whereThereIsNoBadEventTheAdvantageIsShown() throws {
    let arguments = ["play", "end-to-end", "-a", "idle", "--trials", "20", "--chances", "off", "--progress", "always"]
    let none = try Gamekeeper.run(arguments)
    #expect(
      !none.output.contains("bad event") && none.output.contains("\nadvantage  ") && none.error.contains("   advantage in ["),
      "\(none)")
    let some = try Gamekeeper.run(
      "play", "signature-idealization", "--trials", "20", "--chances", "off", "--progress", "always")
    #expect(some.output.contains("\nbad event  ") && some.error.contains("   bad event in ["), "\(some)")
  }

  @Test func linesAreFoldedOnATerminalOnly() throws {
    let plain = try Gamekeeper.run("describe", "ind_uf1").output
    #expect(plain.split(separator: "\n").contains { $0.count > 80 })
    let folded = try terminal("$G describe ind_uf1").output.replacing("\r\n", with: "\n")
    #expect(folded.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(folded)")
    #expect(folded.split(whereSeparator: \.isWhitespace) == plain.split(whereSeparator: \.isWhitespace), "nothing is lost")
  }

  /// A quarter of the names at a time.
  @Test(arguments: 0..<4) func everyListedNameIsDescribedInEightyColumns(_ quarter: Int) throws {
    let items = try JSONDecoder().decode([Value].self, from: Data(try Gamekeeper.run("list", "--format", "json").output.utf8))
    let names = items.compactMap { $0["name"]?.text }
    #expect(names.count > 300)
    let mine = names.indices.filter { $0 % 4 == quarter }.map { names[$0] }
    let commands = mine.map { "echo \"== $?\"; $G describe '\($0)'" } + ["echo \"== $?\"", quarter == 0 ? "$G list" : "true"]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).sh")
    try Data(commands.joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let parts = try terminal("bash \(file.path)", "TERM=dumb").output.replacing("\r\n", with: "\n").components(separatedBy: "== ")
    #expect(parts.count == mine.count + 2)
    for (name, part) in zip(mine, parts.dropFirst()) {
      // A lesson's title has blanks where its name has hyphens.
      let words = part.lowercased().replacing("-", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(name.lowercased().replacing("-", with: " ")), "\(name): \(part)")
    }
    for part in parts.dropFirst() {
      #expect(part.hasPrefix("0\n"), "\(part)")
      // A token that was broken could not be copied.
      #expect(part.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("gk1:") }, "\(part)")
    }
  }

  @Test(arguments: [
    "list", "theorem --all-hops --trials 2", "selftest --campaigns 1 --played 1", "hop ind_cr --set hashBits=4...5 --trials 20",
  ])
  func tablesFitIntoEightyColumns(_ verb: String) throws {
    let run = try Gamekeeper.run(verb.split(separator: " ").map(String.init))
    let table = run.output.split(separator: "\n").drop { !$0.contains("─") }.prefix {
      !$0.contains("; seed ") && !$0.contains("; error ") && !$0.hasPrefix("and ")
    }
    #expect(table.count > 2 && table.allSatisfy { $0.count <= 80 }, "\(run.output)")
  }
}
