import Foundation
import TestSupport
import Testing

/// A run whose adversary is a command, as people start it; what becomes of each kind of trial is tested beside the bridge.
@Suite struct OutsideTests {
  /// - Parameter first: what it does before, which makes it a generator.
  private func inFolder<T>(
    _ strategy: String, first: String = "yield keygen()", _ body: (_ command: String) throws -> T
  ) throws -> T {
    try inScratchFolder { folder in
      let client = DocumentTests.root.appending(path: "Adversaries/External/python/gamekeeper.py")
      try FileManager.default.copyItem(at: client, to: folder.appending(path: "gamekeeper.py"))
      let text = """
        import time
        from gamekeeper import keygen, run
        def odd(game):
          \(first)
          \(strategy)
          return False
        run(odd)
        """
      try Data(text.utf8).write(to: folder.appending(path: "odd.py"))
      return try body("python3 \(folder.path)/odd.py")
    }
  }

  private static func arguments(_ command: String, _ more: String...) -> [String] {
    ["play", "signature-forgery-one-key", "--set", "signatureBits=4", "--adversary-command", command] + more
  }

  @Test func aTraceThatCannotBeWrittenIsSaidBeforeAnyWork() throws {
    try inFolder("pass") { command in
      let run = try Gamekeeper.run(
        Self.arguments(command, "--trials", "10"), environment: ["GAMEKEEPER_TRACE": "/nowhere/trace"])
      #expect(run.status == 74 && run.output == "")
      #expect(
        run.error == """
          gamekeeper: error: what is said cannot be written to `/nowhere/trace`: no such file or directory
          gamekeeper: hint: the variable GAMEKEEPER_TRACE names a file, to which everything is added

          """)
    }
  }

  /// Whoever may learn is not played a second time; of others one trial in fifty is.
  @Test func aTraceHasAllThatWasSaid() throws {
    try inFolder("pass") { command in
      try inScratchFolder { folder in
        let trace = folder.appending(path: "trace")
        let run = try Gamekeeper.run(
          Self.arguments(command, "--trials", "3", "--lanes", "1", "--threads", "1", "--chances", "off", "--stateful"),
          environment: ["GAMEKEEPER_TRACE": trace.path])
        #expect([0, 2].contains(run.status), "\(run.error)")
        let lines = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
        #expect(lines[0].hasPrefix(#"> {"hello":"#) && lines[1].hasPrefix(#"< {"ready":"#), "\(lines.prefix(2))")
        #expect(lines.count { $0.hasPrefix("> ") && $0.contains("\"start\"") } == 3)
        #expect(lines.contains(#"< [[0,"ask",{"keygen":{}}]]"#))
      }
    }
  }

  /// Beside a reduction the adversary plays every trial again; its guesses in one world have to be those in the other place.
  @Test(arguments: ["derived-key-prf", "envelope-domain", "envelope-customers", "envelope-files"])
  func whoeverAsksNothingRefutesNoReduction(_ hop: String) throws {
    try inFolder("return False", first: "if False: yield") { command in
      let run = try Gamekeeper.run("hop", hop, "--adversary-command", command, "--trials", "100", "--format", "json")
      let verdict = try #require(try run.json()["verdict"]?.text)
      #expect(verdict != "invalid", "\(run)")
    }
  }

  @Test func theRecordSaysHowItWasTreated() throws {
    try inFolder("pass") { command in
      let run = try Gamekeeper.run(
        Self.arguments(command, "--trials", "100", "--format", "json", "--stateful", "--lanes", "7"))
      let outside = try #require(try run.json()["outside"])
      #expect(outside["stateful"] == .truth(true) && outside["strict"] == .truth(false))
      #expect(outside["lanes"] == .number(7) && outside["restarts"] == .number(0))
      #expect(outside["confinedBy"]?[0] == .text("basics"))
      let text = try Gamekeeper.run(Self.arguments(command, "--trials", "100", "--stateful", "--sandbox", "none")).output
      #expect(text.contains(" (stateful), ") && text.contains("\nstateful: the adversary may have learnt"), "\(text)")
      let swift = try Gamekeeper.run("play", "signature-forgery-one-key", "--trials", "100", "--format", "json").json()
      #expect(swift["outside"] == nil && swift["firstForfeit"] == nil)
    }
  }

  @Test func anInterruptForfeitsNothing() throws {
    try inFolder("time.sleep(0.05)") { command in
      let run = try Gamekeeper.run(
        Self.arguments(command, "--trials", "1000", "--lanes", "2", "--format", "json"), interruptingAfter: 2)
      #expect(run.status == 130 && !run.error.contains("is started again"), "\(run.error)")
      let record = try run.json()
      #expect(record["forfeits"] == .number(0) && record["stopped"] == .text("interrupted"))
      #expect((record["trials"]?.number ?? 1000) < 1000)
    }
  }

  @Test func whoeverDoesNotPlayHasForfeited() throws {
    let run = try Gamekeeper.run(Self.arguments("echo hello", "--trials", "10"))
    #expect(run.status == 1 && run.output.contains("\nforfeit: every trial was forfeited: "), "\(run.output)")
  }
}
