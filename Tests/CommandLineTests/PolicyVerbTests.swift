import Foundation
import Testing

/// `attack`, `explore`, `matrix`, `check` and `diff` as people run them: statuses, results on standard output, one error that
/// names the place.
@Suite struct PolicyVerbTests {
  private static let good = """
    scenario: s
    title: t
    n: 2
    operators: {alice: honest, bob: honest}
    hsms: {h1: genuine}
    trusts:
      T0: {operators: [alice, bob], hsms: [h1], hosts: [], quorum: 2}
    steps:
      - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
    end: holds
    """

  /// Runs with `{}` in `arguments` as the path of a file with `text`.
  private func run(_ text: String, _ arguments: String...) throws -> (run: Gamekeeper.Run, path: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return (try Gamekeeper.run(arguments.map { $0 == "{}" ? file.path : $0 }), file.path)
  }

  private func expectError(
    _ run: Gamekeeper.Run, _ status: Int32, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(run.output == "", "standard output carries results only", sourceLocation: sourceLocation)
    let line = run.error.split(separator: "\n").first ?? ""
    #expect(line.hasPrefix("gamekeeper: error: "), sourceLocation: sourceLocation)
    for part in parts { #expect(line.contains(part), "\(run.error)", sourceLocation: sourceLocation) }
  }

  // MARK: attack

  @Test func aFileThatIsThereIsTakenWhateverItsName() throws {
    try Gamekeeper.inScratch { folder in
      try Data(Self.good.utf8).write(to: folder.appendingPathComponent("story"))
      let run = try Gamekeeper.shell("$G attack story; mkdir transplnt; $G attack transplnt; $G diff no.yaml intact", in: folder)
      #expect(run.status == 65 && run.output.hasSuffix("holds: no property is broken\n"), "\(run)")
      #expect(
        run.error == "gamekeeper: error: `transplnt`: it is a folder\ngamekeeper: error: `no.yaml`: there is no such file\n",
        "\(run.error)")
    }
  }

  @Test func anAttackIsStoppedByItsRuleAndSucceedsWithoutIt() throws {
    let stopped = try Gamekeeper.run("attack", "transplant")
    #expect(stopped.status == 0 && stopped.error == "")
    #expect(stopped.output.contains("token.wrap-bound-to-trust") && stopped.output.contains("holds: no property is broken"))
    let through = try Gamekeeper.run("attack", "transplant", "--without", "token.wrap-bound-to-trust")
    #expect(through.status == 0, "an attack that was expected and succeeds is a 0")
    #expect(through.output.contains("breaks keys-secret"))
  }

  @Test func anAttackIsExplainedRuleByRule() throws {
    let refused = try Gamekeeper.run("attack", "transplant", "--explain").output
    #expect(
      refused.contains("(An HSM is asked to move a token's keys to a successor of its trust.)")
        || refused.contains("(An HSM is asked to draw a domain key"))
    #expect(
      refused.contains("     ✓ hsm.is-member: ") && refused.contains("     ✗ token.wrap-bound-to-trust: ")
        && !refused.contains("not in force"))
    let through = try Gamekeeper.run("attack", "transplant", "--without", "token.wrap-bound-to-trust", "--explain").output
    #expect(
      through.contains("     · token.wrap-bound-to-trust: ") && through.contains(" – not in force; it would refuse: ")
        && !through.contains("✗ token.wrap"))
    #expect(!(try Gamekeeper.run("attack", "transplant").output.contains("hsm.is-member")), "unasked nothing is explained")
    expectError(
      try Gamekeeper.run("attack", "transplant", "--explain", "--format", "svg"), 64, "`--explain` means nothing for a picture")
  }

  @Test(arguments: [("mermaid", "sequenceDiagram"), ("svg", "<svg"), ("json", "{")]) func anAttackIsToldInEveryTrace(
    _ trace: String, _ start: String
  ) throws {
    let run = try Gamekeeper.run("attack", "transplant", "--suite", "symbolic", "--format", trace)
    #expect(run.status == 0 && run.output.hasPrefix(start))
    #expect(
      try Gamekeeper.run("attack", "transplant", "--suite", "symbolic", "--trace", trace).output == run.output, "its former name")
  }

  @Test func aScenarioThatEndsOtherwiseIsStatusOne() throws {
    let (run, _) = try run(
      Self.good.replacingOccurrences(of: "end: holds", with: "end: keys-secret"), "attack", "{}", "--suite", "symbolic")
    #expect(run.status == 1 && run.output.contains("holds: no property is broken"))
  }

  @Test(arguments: [
    ("n: 2", "n: two", "line 3, `n`: `two` is not a whole number"),
    ("end: holds", "end: holds\nunknown: 1", "unknown key `unknown`"),
    ("as: t0}", "as: t0", "not YAML"),
    ("T0: {", "T1: {parent: T0}\n  T0: {parent: T1, ", "succeed each other"),
    ("signed-by: [alice, bob]", "signed-by: [alice, carol]", "there is no operator `carol`"),
    ("found: {hsm: h1", "found: {hsm: alice", "line 9, `steps[0].found.hsm`"),
  ])
  func aBadScenarioIsOneErrorWithItsPlace(_ find: String, _ replace: String, _ expected: String) throws {
    let (run, path) = try run(Self.good.replacingOccurrences(of: find, with: replace), "attack", "{}")
    expectError(run, 65, "`\(path)`", expected)
    #expect(run.error.split(separator: "\n").count == 1)
  }

  @Test func unknownNamesAreAnsweredWithTheNearestOrWhereToLook() throws {
    expectError(try Gamekeeper.run("attack", "transplnt"), 64, "there is no scenario `transplnt`; did you mean `transplant`?")
    expectError(try Gamekeeper.run("attack", "nowhere.yaml"), 65, "`nowhere.yaml`: there is no such file")
    expectError(
      try Gamekeeper.run("attack", "transplant", "--suite", "kmss"), 64, "there is no suite `kmss`; did you mean `kms`?")
    expectError(
      try Gamekeeper.run("attack", "transplant", "--without", "token.wrapbound"), 64, "there is no rule `token.wrapbound`",
      "did you mean `token.wrap-bound-to-trust`?")
    for name in ["x", "nope", "none-of-these"] {
      expectError(
        try Gamekeeper.run("attack", "transplant", "--without", name), 64,
        "there is no rule `\(name)`; `gamekeeper list rules` names them")
    }
    expectError(
      try Gamekeeper.run("attack", "transplant", "--without", "successor.quorum-dist"), 64,
      "did you mean `successor.quorum-distinct`?")
    expectError(try Gamekeeper.run("explore", "--property", "key-secret"), 64, "did you mean `keys-secret`?")
    expectError(
      try Gamekeeper.run("diff", "intact", "without:successor.extend-parent"), 64, "did you mean `successor.extends-parent`?")
    expectError(try Gamekeeper.run("diff", "intact", "nothing"), 64, "`nothing` is no policy: say `intact`")
  }

  @Test func aPolicyFileIsReadAndItsMistakesAreNamed() throws {
    let (good, _) = try run(
      "without: [token.wrap-bound-to-trust]\n", "attack", "transplant", "--suite", "symbolic", "--policy", "{}")
    #expect(good.status == 0 && good.output.contains("breaks keys-secret"))
    let (unknown, path) = try run("without: [token.nothing]\n", "attack", "transplant", "--policy", "{}")
    expectError(unknown, 65, "`\(path)`, line 1, `without[0]`: there is no rule `token.nothing`")
    let (key, _) = try run("withot: []\n", "attack", "transplant", "--policy", "{}")
    expectError(key, 65, "unknown key `withot`", "did you mean `without`?")
  }

  @Test func aFileThatCannotBeWrittenIsNamedBeforeTheStory() throws {
    let run = try Gamekeeper.run("attack", "transplant", "--suite", "symbolic", "-o", "/nowhere/at/all.txt")
    #expect(run.status == 65 && run.error.hasPrefix("gamekeeper: error: `/nowhere/at/all.txt` cannot be written"))
    #expect(run.output == "")
  }

  @Test func aChangeWithoutEffectIsAUsageError() throws {
    let rule = "successor.threshold-of-parent"
    expectError(
      try Gamekeeper.run("attack", "lone-insider", "--without", "token.signer-is-member.hosts-only"), 64,
      "is not in force: leaving it out changes nothing")
    expectError(
      try Gamekeeper.run("attack", "lone-insider", "--with", rule), 64, "`\(rule)` is in force already, and no weaker rule")
    expectError(
      try Gamekeeper.run("attack", "lone-insider", "--without", rule, "--with", rule), 64, "together that changes nothing")
    let (file, path) = try run("with: [\(rule)]\n", "attack", "lone-insider", "--policy", "{}")
    expectError(file, 65, "`\(path)`, line 1, `with[0]`: `\(rule)` is in force already")
    for empty in ["without:", "with:", "without:,", "without:\(rule),"] {
      expectError(try Gamekeeper.run("diff", "intact", empty), 64, "`\(empty)` changes nothing")
    }
  }

  // MARK: explore

  private static let tiny = ["explore", "--operators", "2", "--hosts", "0", "--depth", "1", "--suite", "symbolic"]

  @Test func aSearchHoldsOrFallsAndSaysSoInItsStatus() throws {
    let holds = try Gamekeeper.run(Self.tiny)
    #expect(holds.status == 0 && holds.error == "")
    #expect(holds.output.contains("holds in this scope: ") && holds.output.contains("memory: "))
    let falls = try Gamekeeper.run(Self.tiny + ["--dishonest", "2"])
    #expect(
      falls.status == 1
        && falls.output.contains(
          "falls: genuine-members in 2 operations, keys-secret in 3 operations, consent in 1 operation, outside the quorum "
            + "assumption ("
        ))
    #expect(try Gamekeeper.run(Self.tiny + ["--dishonest", "2", "--expect", "falls"]).status == 0)
    #expect(try Gamekeeper.run(Self.tiny + ["--expect", "falls"]).status == 1)
    let cut = try Gamekeeper.run(Self.tiny + ["--maximum-states", "2"])
    #expect(cut.status == 2 && cut.output.contains("inconclusive: more than 2 states"))
  }

  @Test func theRecordOfASearchSaysWhatWasSearchedAndWhatItCost() throws {
    let record = try Gamekeeper.run(Self.tiny + ["--format", "json"]).json()
    #expect(record["outcome"] == .text("holds"))
    #expect((record["states"]?.number ?? 0) > 0 && (record["memory"]?["peakBytes"]?.number ?? 0) > 1e6)
  }

  @Test(arguments: [
    (["--operators", "0"], "the scope is empty: there are no operators"),
    (["--hsms", "1", "--rogue-hsms", "1"], "the scope is empty: all HSMs are rogue"),
    (["--depth", "-1"], "`--depth` is -1, which is no count"),
    (["--quorum", "9"], "a quorum of 9 cannot be had from 3 operators"),
    (["--dishonest", "4"], "4 of 3 operators cannot be dishonest"),
    (["--operators", "9", "--hsms", "8", "--hosts", "5"], "3 × 10^13 checks"),
    (["--operators", "30"], "the scope is too large: about 2 × 10^4 states"),
    (["--maximum-states", "0"], "`--maximum-states` is 0"),
    (["--maximum-checks", "1000"], "1000 checks (`--maximum-checks`)"),
    (["--maximum-memory", "0"], "`--maximum-memory` is 0.0; it should be above 0"),
  ])
  func anEmptyOrEnormousScopeIsRefusedAtOnce(_ options: [String], _ expected: String) throws {
    expectError(try Gamekeeper.run(["explore"] + options), 64, expected)
  }

  @Test func anInterruptKeepsWhatTheSearchFound() throws {
    let run = try Gamekeeper.run(
      "explore", "--operators", "4", "--hsms", "3", "--hosts", "2", "--depth", "3", interruptingAfter: 2)
    #expect(run.status == 130)
    #expect(
      run.output.contains("inconclusive: interrupted before the end")
        && run.output.contains("seen to be possible: an honest domain is founded"))
  }

  @Test func anAttackThatWasFoundIsKeptPlayedAndChecked() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("found.yaml").path
    let rule = "key.handle-is-fresh"
    let search = ["explore", "--operators", "2", "--hosts", "0", "--depth", "1", "--suite", "symbolic", "-o", file]
    let found = try Gamekeeper.run(search + ["--without", rule])
    #expect(found.status == 1 && found.output.contains("falls: handle-keeps-key") && found.error == "")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(
      text.hasPrefix(
        "# Found by: gamekeeper explore --operators 2 --hosts 0 --depth 1 --suite symbolic --without \(rule)\nscenario: "
          + "found-handle-keeps-key\n"
      ))
    #expect(try Gamekeeper.run("attack", file).status == 0)
    let without = try Gamekeeper.run("attack", file, "--without", rule)
    #expect(without.status == 0 && without.output.contains("breaks handle-keeps-key"))
    let expectations = folder.appendingPathComponent("e.yaml")
    try Data("known-counterexamples: [found.yaml]\nexpectations:\n  - scenario: found.yaml\n".utf8).write(to: expectations)
    #expect(
      try Gamekeeper.run("check", expectations.path).output.hasSuffix(
        "met: 2 of 2 canaries, 1 of 1 known counterexamples, 1 of 1 expectations\n"))
    #expect(
      try Gamekeeper.run("check", file).output.hasSuffix("met: 2 of 2 canaries, 2 of 2 expectations\n"), "the file by itself")
    // The same search under the intact policy finds nothing, and leaves what was kept alone.
    let nothing = try Gamekeeper.run(search)
    #expect(nothing.status == 0 && nothing.error.hasPrefix("gamekeeper: there is no attack to write: holds in this scope"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  /// What the file is found by stands on its first line, whatever was typed, so that it can be read and typed again.
  @Test func whatWasTypedIsQuotedOnOneLine() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("a b'\n\u{2028}\u{1B}" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (policy, found) = (folder.appendingPathComponent("p.yaml"), folder.appendingPathComponent("found.yaml"))
    try Data("without: [key.handle-is-fresh]\n".utf8).write(to: policy)
    #expect(try Gamekeeper.run(Self.tiny + ["--policy", policy.path, "--format", "yaml", "-o", found.path]).status == 1)
    let lines = try String(contentsOf: found, encoding: .utf8).split(separator: "\n")
    #expect(
      lines[0].hasPrefix("# Found by: gamekeeper explore ") && lines[0].contains(#"a b\'\n\U00002028\U0000001b"#)
        && lines[1].hasPrefix("scenario: "), "\(lines[0])")
    #expect(try Gamekeeper.run("attack", found.path, "--suite", "symbolic").status == 0)
  }

  // MARK: matrix, check, diff

  @Test func aMatrixSizeOutOfRangeIsNamed() throws {
    expectError(try Gamekeeper.run("matrix", "--joint", "9"), 64, "`--joint` is 9; it should be 1 to 5")
  }

  @Test func aMatrixMeasuresGamesWhereThereAreSome() throws {
    expectError(try Gamekeeper.run("matrix", "--trials", "5"), 64, "`--trials` needs `--games`")
    expectError(try Gamekeeper.run("matrix", "--games", "--trials", "0"), 64, "`--trials` is 0; it should be 1 to 1000000")
    let run = try Gamekeeper.run("matrix", "--games", "--suite", "symbolic")
    #expect(run.status == 64 && run.error.contains("game `key-secrecy` does not run on suite `symbolic`"), "\(run)")
  }

  @Test func aCheckIsMetOrNotOrAnError() throws {
    let expectation = "expectations:\n  - explore: {operators: 2, dishonest: 2, hsms: 2, hosts: 0, depth: 1}\n    expect: "
    let (met, _) = try run(expectation + "[consent]\n    properties: [consent]\n", "check", "{}")
    #expect(met.status == 0 && met.output.hasSuffix("met: 2 of 2 canaries, 1 of 1 expectations\n"), "\(met.output)")
    let (notMet, path) = try run(expectation + "holds\n", "check", "{}")
    #expect(notMet.status == 1 && notMet.output.contains("`\(path)`, line 2: it falls: "))
    for (text, expected) in [
      ("expectations: []\n", "zero cases are an error"),
      ("expectations:\n  - scenario: transplnt\n", "there is no scenario `transplnt`"),
    ] {
      let (run, _) = try run(text, "check", "{}")
      #expect(run.status == 65 && run.output.contains(expected), "\(run.output)")
      #expect(!run.output.contains("not covered"), "where nothing ran, coverage is no news")
    }
    #expect(try Gamekeeper.run("check", "/nowhere.yaml").status == 65)
  }

  @Test func aCheckWritesJUnitAndSARIF() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (junit, sarif) = (folder.appendingPathComponent("a.xml"), folder.appendingPathComponent("a.sarif"))
    let (run, _) = try run(
      "expectations:\n  - scenario: transplant\n    expect: [consent]\n", "check", "{}", "--junit", junit.path, "--sarif",
      sarif.path)
    #expect(run.status == 1)
    #expect(try String(contentsOf: junit, encoding: .utf8).contains("failures=\"1\""))
    #expect(try String(contentsOf: sarif, encoding: .utf8).contains("\"level\" : \"error\""))
  }

  @Test func aDifferenceIsLookedForInTheScopeThatIsAskedFor() throws {
    let tiny = ["diff", "intact", "without:host.root-installed-once", "--operators", "2", "--depth", "1"]
    let none = try Gamekeeper.run(tiny + ["--hosts", "0"])
    #expect(
      none.status == 0 && none.output.contains("0 hosts and 1 rogue") && none.output.contains("no difference in this scope"),
      "\(none.output)")
    let one = try Gamekeeper.run(tiny + ["--hosts", "1"])
    #expect(one.status == 1 && one.output.contains("B is more permissive than A"))
    expectError(try Gamekeeper.run("diff", "intact", "intact", "--operators", "0"), 64, "the scope is empty")
    expectError(try Gamekeeper.run("diff", "intact", "intact", "--operators", "30"), 64, "the scope is too large")
  }

  @Test func anInterruptedDifferenceSaysSo() throws {
    let run = try Gamekeeper.run(
      "diff", "intact", "without:successor.extends-parent", "--operators", "4", "--hsms", "3", "--hosts", "2", "--depth", "3",
      interruptingAfter: 2)
    #expect(run.status == 130 && run.error == "", "progress is for terminals")
    #expect(run.output.contains("interrupted after ") && run.output.contains("so far: "))
  }

  @Test func aDifferenceHasWitnessesAndADirection() throws {
    let same = try Gamekeeper.run("diff", "intact", "intact")
    #expect(same.status == 0 && same.output.contains("no difference in this scope"))
    let json = ["diff", "intact", "intact", "--operators", "2", "--hosts", "0", "--depth", "1"]
    #expect(
      try Gamekeeper.run(json + ["--format", "json"]).output == Gamekeeper.run(json + ["--json"]).output, "its former name")
    let weaker = try Gamekeeper.run("diff", "intact", "without:successor.extends-parent")
    #expect(weaker.status == 1 && weaker.output.hasSuffix("B is more permissive than A\n"))
    #expect(weaker.output.contains(", which extends another trust,"), "the witness shows what differs: \(weaker.output)")
  }
}
