import Foundation
import TestSupport
import Testing

/// `attack` as people run it: a story, told in every trace, and one error that names the place.
@Suite struct AttackVerbTests {
  @Test func aFileThatIsThereIsTakenWhateverItsName() throws {
    try inScratchFolder { folder in
      try Data(sampleScenario.utf8).write(to: folder.appendingPathComponent("story"))
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
    let (run, _) = try runOnFile(
      sampleScenario.replacingOccurrences(of: "end: holds", with: "end: keys-secret"), "attack", "{}", "--suite", "symbolic")
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
    let (run, path) = try runOnFile(sampleScenario.replacingOccurrences(of: find, with: replace), "attack", "{}")
    expectError(run, 65, "`\(path)`", expected)
    #expect(run.error.split(separator: "\n").count == 1)
  }

  @Test func unknownNamesAreAnsweredWithTheNearestOrWhereToLook() throws {
    expectError(try Gamekeeper.run("attack", "transplnt"), 64, "unknown scenario `transplnt`", "did you mean `transplant`?")
    expectError(try Gamekeeper.run("attack", "nowhere.yaml"), 65, "`nowhere.yaml`: there is no such file")
    expectError(
      try Gamekeeper.run("attack", "transplant", "--suite", "kmss"), 64, "unknown suite `kmss`", "did you mean `kms`?")
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
    let (good, _) = try runOnFile(
      "without: [token.wrap-bound-to-trust]\n", "attack", "transplant", "--suite", "symbolic", "--policy", "{}")
    #expect(good.status == 0 && good.output.contains("breaks keys-secret"))
    let (unknown, path) = try runOnFile("without: [token.nothing]\n", "attack", "transplant", "--policy", "{}")
    expectError(unknown, 65, "`\(path)`, line 1, `without[0]`: there is no rule `token.nothing`")
    let (key, _) = try runOnFile("withot: []\n", "attack", "transplant", "--policy", "{}")
    expectError(key, 65, "unknown key `withot`", "did you mean `without`?")
  }

  @Test func aFileThatCannotBeWrittenIsNamedBeforeTheStory() throws {
    let run = try Gamekeeper.run("attack", "transplant", "--suite", "symbolic", "-o", "/nowhere/at/all.txt")
    #expect(run.status == 74 && run.error.hasPrefix("gamekeeper: error: `/nowhere/at/all.txt` cannot be written"))
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
    let (file, path) = try runOnFile("with: [\(rule)]\n", "attack", "lone-insider", "--policy", "{}")
    expectError(file, 65, "`\(path)`, line 1, `with[0]`: `\(rule)` is in force already")
    for empty in ["without:", "with:", "without:,", "without:\(rule),"] {
      expectError(try Gamekeeper.run("diff", "intact", empty), 64, "`\(empty)` changes nothing")
    }
  }
}
