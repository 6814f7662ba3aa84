import Foundation
import TestSupport
import Testing

/// What asks for too much is refused at once: never a trap, a hang or all memory.
@Suite struct LimitTests {
  private func expect(_ run: Gamekeeper.Run, _ status: Int32, _ error: String, sourceLocation: SourceLocation = #_sourceLocation)
  {
    #expect(run.status == status && run.output == "", sourceLocation: sourceLocation)
    #expect(
      run.error.split(separator: "\n").first.map(String.init) == "gamekeeper: error: \(error)", sourceLocation: sourceLocation)
  }

  // MARK: Numbers

  @Test func aRangeHasAsManyValuesAsASweepHasPoints() throws {
    for range in ["-1...9223372036854775807", "-9223372036854775808...9223372036854775807", "1...1001"] {
      expect(
        try Gamekeeper.run("play", "signature-idealization", "--set", "tries=\(range)"), 64,
        "`--set tries=\(range)` has more than 1000 values")
    }
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--set", "tries=0...999", "--set", "q_sig=1,2"), 64,
      "the sweep has 2000 points")
  }

  @Test(arguments: [
    "operators", "dishonest", "rogue-operators", "hsms", "rogue-hsms", "hosts", "rogue-hosts", "domains", "depth", "quorum",
    "shared-keys",
  ]) func aScopeHasNoMoreThan64OfAKind(_ field: String) throws {
    for verb in [["explore"], ["diff", "intact", "without:key.handle-is-fresh"]] {
      expect(
        try Gamekeeper.run(verb + ["--\(field)", "9223372036854775807"]), 64,
        "`--\(field)` is 9223372036854775807; it should be at most 64")
      expect(
        try Gamekeeper.run(verb + ["--\(field)", "-9223372036854775808"]), 64,
        "`--\(field)` is -9223372036854775808, which is no count")
    }
  }

  @Test(arguments: ["5", "65", "9223372036854775807"]) func rotationsAreFourAtMost(_ count: String) throws {
    expect(try Gamekeeper.run("explore", "--rotations", count), 64, "`--rotations` is \(count); it should be at most 4")
  }

  @Test(arguments: ["2", "65", "9223372036854775807"]) func customerKeysAreOneAtMost(_ count: String) throws {
    expect(try Gamekeeper.run("explore", "--customer-keys", count), 64, "`--customer-keys` is \(count); it should be at most 1")
  }

  @Test func campaignsAreCountable() throws {
    for (option, count) in [
      ("campaigns", "1152921504606846976"), ("campaigns", "9223372036854775807"), ("played", "0"), ("played", "1000000001"),
    ] {
      expect(try Gamekeeper.run("selftest", "--\(option)", count), 64, "`--\(option) \(count)` is out of range")
    }
  }

  @Test func trialsOfTheLedgerAreCountable() throws {
    for trials in ["0", "1000001"] {
      expect(try Gamekeeper.run("conform", "--trials", trials), 64, "`--trials \(trials)` is out of range")
    }
    expect(try Gamekeeper.run("conform", "--twin", "one-mroe"), 64, "unknown twin of conform `one-mroe`")
  }

  @Test func anErrorProbabilityCanBeDivided() throws {
    expect(try Gamekeeper.run("play", "signature-idealization", "--alpha", "1e-323"), 64, "`--alpha 1e-323` is out of range")
    let run = try Gamekeeper.run("hop", "ind_uf", "--alpha", "1e-300", "--set", "tries=1...3", "--trials", "20")
    #expect(run.status != 64 && run.output.contains("3 points"))
  }

  @Test func tooFewFilesAreNoTrap() throws {
    func run(_ files: Int) throws -> (status: Int32, error: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", "ulimit -n \(files); exec \"$0\" \"$@\"", Gamekeeper.executable.path, "play", "hash-binding-as-published",
        "--trials", "10",
      ]
      let pipe = Pipe()
      (process.standardInput, process.standardOutput, process.standardError) = (
        FileHandle.nullDevice, FileHandle.nullDevice, pipe
      )
      try process.run()
      let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus, error)
    }
    let starved = try run(6)
    #expect(starved.status == 64 && starved.error.hasPrefix("gamekeeper: error: only "))
    #expect(
      starved.error.hasSuffix(
        " of the 16 files that are needed can be open at once\ngamekeeper: hint: for example ulimit -n 256\n"))
    #expect(try run(32).status == 2, "a run of ten trials decides nothing")
  }

  // MARK: Files

  /// 450 bytes: each line is the one before twice, and the last is a key.
  private static let bomb =
    "x0: &x0 [z, z]\n" + (1...29).map { "x\($0): &x\($0) [*x\($0 - 1), *x\($0 - 1)]\n" }.joined() + "? *x29\n: 1\n"

  @Test(arguments: [
    ["attack", "{}"], ["diff", "intact", "{}"], ["attack", "transplant", "--policy", "{}"], ["explore", "--policy", "{}"],
  ])
  func aBombOfAliasesIsRefused(_ arguments: [String]) throws {
    let (run, path) = try runOnFile(Self.bomb, arguments)
    expect(
      run, 65,
      "`\(path)`, line 16: with its aliases written out it has more than 200000 nodes (`attack` and `check` read larger files "
        + "with `--file-limits`)")
    #expect(try runOnFile(Self.bomb, "check", "{}").run.status == 65)
  }

  @Test func aLargerFileIsReadByWhoeverAsksForIt() throws {
    let steps = Array(repeating: "{authorise: {operator: a, trust: T}}", count: 4_001).joined(separator: ", ")
    let text =
      "scenario: s\ntitle: t\nn: 1\noperators: {a: honest}\ntrusts: {T: {operators: [a], quorum: 1}}\nsteps: [\(steps)]\n"
      + "end: holds\n"
    try inScratchFolder { folder in
      let file = folder.appendingPathComponent("s.yaml").path
      try Data(text.utf8).write(to: URL(filePath: file))
      for verb in [["attack", "--suite", "symbolic"], ["check"]] {
        let refused = try Gamekeeper.run(verb + [file])
        #expect(refused.status == 65 && (refused.output + refused.error).contains("has 4001 entries, and at most 4000 are read"))
        #expect(try Gamekeeper.run(verb + [file, "--file-limits", "2"]).status == 0)
      }
      expect(try Gamekeeper.run("attack", file, "--file-limits", "0"), 64, "`--file-limits 0` is out of range")
      expect(try Gamekeeper.run("check", file, "--file-limits", "1001"), 64, "`--file-limits 1001` is out of range")
    }
  }

  // MARK: Replays

  @Test func aReplayShowsSomeStepsAndSaysWhatItLeavesOut() throws {
    let played = try Gamekeeper.run("play", "signature-idealization", "--set", "tries=2000", "--trials", "1", "--format", "json")
    let token = try #require(try played.json()["replay"]?.text)
    let short = try Gamekeeper.run("replay", token, "--format", "json")
    #expect(short.status == 0 && short.output.utf8.count < 1 << 20)
    #expect(short.error.hasPrefix("gamekeeper: not shown: 1002 more steps of 2002"))
    #expect(short.error.hasSuffix("; --most-steps shows more\n"))
    let text = try Gamekeeper.run("replay", token, "--most-steps", "3").output
    #expect(text.contains("3. verify(") && !text.contains("4. verify(") && text.contains("… and 1999 more steps of 2002"))
    let whole = try Gamekeeper.run("replay", token, "--most-steps", "2002")
    #expect(whole.error == "" && whole.output.contains("2002. ") && !whole.output.contains("more steps"))
    expect(try Gamekeeper.run("replay", token, "--most-steps", "-1"), 64, "`--most-steps -1` is out of range")
    expect(try Gamekeeper.run("replay", token, "--most-steps", "1000001"), 64, "`--most-steps 1000001` is out of range")
  }
}
