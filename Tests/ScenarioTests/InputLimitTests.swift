import Formulas
import Foundation
import Scenarios
import Testing

/// A small file cannot take all memory or a day: what is too much is refused, and what is just not too much is read.
@Suite struct InputLimitTests {
  private func message(_ yaml: String) -> String {
    do throws(InputError) {
      _ = try Scenario(yaml: yaml, file: "big.yaml")
      return "accepted"
    } catch { return error.description }
  }

  private func scenario(
    operators: String = "{alice: honest}", trusts: String = "", steps: String = "[{authorise: {operator: alice, trust: T0}}]",
    story: String = "s"
  ) -> String {
    """
    scenario: s
    title: t
    story: \(story)
    n: 1
    operators: \(operators)
    trusts:
      T0: {operators: [alice], quorum: 1}
    \(trusts)
    steps: \(steps)
    end: holds
    """
  }

  /// Each line is the one before twice.
  private func doublings(_ count: Int) -> String {
    "x0: &x0 [z, z]\n" + (1...count).map { "x\($0): &x\($0) [*x\($0 - 1), *x\($0 - 1)]\n" }.joined()
  }

  @Test func aBombOfAliasesIsRefusedBeforeItIsPutTogether() {
    #expect(
      message(doublings(40) + "? *x40\n: 1\n")
        == "`big.yaml`, line 16: with its aliases written out it has more than 200000 nodes (`attack` and `check` read larger "
        + "files with `--file-limits`)")
    #expect(message(doublings(40)).contains("more than 200000 nodes"))
    #expect(message(doublings(8)).contains("unknown key `x0`"), "the same of less is read")
  }

  @Test func anAliasAsAKeyIsRefusedUnlessItStandsForAWord() {
    #expect(message("a: &a [z]\nb: {*a : 1}\n") == "`big.yaml`, line 2: a key should be a word")
    #expect(message("a: &a z\nb: {*a : 1}\n").contains("unknown key `a`"))
    #expect(message("? [a]\n: 1\n") == "`big.yaml`, line 1: a key should be a word")
  }

  @Test func aliasesDoNotMakeItDeeperThanItMayBe() {
    func chain(_ count: Int) -> String { "x0: &x0 [z]\n" + (1...count).map { "x\($0): &x\($0) [*x\($0 - 1)]\n" }.joined() }
    #expect(message(chain(80)).contains("nested deeper than 64 levels, aliases included"))
    #expect(message(chain(50)).contains("unknown key `x0`"))
    #expect(message("a: " + String(repeating: "[", count: 70)).contains("nested deeper than 64 levels"))
  }

  @Test func aFileMayHaveFourMegabytes() {
    #expect(message(scenario(story: String(repeating: "a", count: 4 << 20))).contains("at most 4194304 are read"))
    #expect(message(scenario(story: String(repeating: "a", count: 3 << 20))) == "accepted")
  }

  @Test func stepsEntitiesAndTrustsHaveLimits() {
    func steps(_ count: Int) -> String {
      "[" + Array(repeating: "{authorise: {operator: alice, trust: T0}}", count: count).joined(separator: ", ") + "]"
    }
    #expect(message(scenario(steps: steps(4_001))).contains("`steps`: has 4001 entries, and at most 4000 are read"))
    #expect(message(scenario(steps: steps(4_000))) == "accepted")
    func operators(_ count: Int) -> String {
      "{alice: honest, " + (1..<count).map { "o\($0): rogue" }.joined(separator: ", ") + "}"
    }
    #expect(message(scenario(operators: operators(201))).contains("more than 200 operators, HSMs and hosts in all"))
    #expect(message(scenario(operators: operators(200))) == "accepted")
    func trusts(_ count: Int) -> String { (1..<count).map { "  T\($0): {quorum: 1}" }.joined(separator: "\n") }
    #expect(message(scenario(trusts: trusts(201))).contains("has 201 trusts, and at most 200 are read"))
    #expect(message(scenario(trusts: trusts(200))) == "accepted")
  }

  @Test func whoAsksForMoreReadsMore() throws {
    let steps = "[" + Array(repeating: "{authorise: {operator: alice, trust: T0}}", count: 4_001).joined(separator: ", ") + "]"
    let entities = "{alice: honest, " + (1..<201).map { "o\($0): rogue" }.joined(separator: ", ") + "}"
    let yaml = scenario(operators: entities, steps: steps)
    #expect(message(yaml).contains("more than 200 operators, HSMs and hosts in all (`attack` and `check` read larger files with"))
    #expect(InputLimits.$times.withValue(2) { message(yaml) } == "accepted")
    #expect(InputLimits.$times.withValue(2) { message("a: " + String(repeating: "[", count: 70)) }.contains("deeper than 64"))
  }

  @Test func anInterruptLeavesStepsUnplayed() throws {
    let loaded = try Scenario(
      yaml: scenario(
        steps: "[\(Array(repeating: "{authorise: {operator: alice, trust: T0}}", count: 5).joined(separator: ", "))]"),
      file: "five.yaml")
    var asked = 0
    let part = try ScenarioRunner.run(loaded) {
      asked += 1
      return asked > 2
    }
    #expect(part.lines.count == 2 && part.unplayed == 3 && part.exitStatus == .interrupted)
    #expect(part.text.hasSuffix("\ninterrupted after 2 of 5 steps: no property is broken so far\n"), "\(part.text)")
    #expect(try part.json.contains("\"status\" : \"interrupted\""))
    let whole = try ScenarioRunner.run(loaded)
    #expect(try whole.lines.count == 5 && whole.exitStatus == .met && !whole.json.contains("unplayed"))
  }

  /// On the ideal suite a fingerprint is the trust itself: parent and domain, spelled out again and again, would double with
  /// every trust.
  @Test func trustsThatSpellEachOtherOutTwiceAreFew() throws {
    func chain(_ count: Int, domain: Bool) -> String {
      (1..<count).map { "  T\($0): {parent: T\($0 - 1)\(domain ? ", domain: T\($0 - 1)" : "")}" }.joined(separator: "\n")
    }
    #expect(
      message(scenario(trusts: chain(40, domain: true))).contains(
        "`trusts.T10`: with parent and domain, and theirs, it spells out more than 2000 trusts"))
    #expect(message(scenario(trusts: chain(10, domain: true))) == "accepted")
    let long = try Scenario(yaml: scenario(trusts: chain(200, domain: false)), file: "long.yaml")
    #expect(try ScenarioRunner.run(long, suite: .symbolic).isAsExpected, "a long history is none of these")
  }

  /// Two hundred entities have names of one byte each on the ideal suite.
  @Test func allEntitiesThatMayBeAreToldApart() throws {
    let names = "{alice: honest, " + (1..<200).map { "o\($0): rogue" }.joined(separator: ", ") + "}"
    #expect(try ScenarioRunner.run(Scenario(yaml: scenario(operators: names), file: "many.yaml"), suite: .symbolic).isAsExpected)
  }

  @Test func oneScenarioMayAddManyKeys() throws {
    let keys = (1...150).map { "{add-key: {hsm: h1, token: t\($0 - 1), handle: k\($0), as: t\($0)}}" }
    let yaml = """
      scenario: s
      title: t
      n: 1
      operators: {alice: honest}
      hsms: {h1: genuine, h2: rogue}
      trusts:
        T0: {operators: [alice], hsms: [h1, h2], quorum: 1}
      steps: [{found: {hsm: h1, trust: T0, signed-by: [alice], as: t0}}, \(keys.joined(separator: ", "))]
      end: [keys-secret]
      """
    let report = try ScenarioRunner.run(
      Scenario(yaml: yaml, file: "keys.yaml"), policy: .init(without: ["operator.genuine-entities"]))
    let last = try #require(report.lines.last)
    #expect(last.result == .accepted)
    #expect(last.notes.contains { $0.hasSuffix("the key `k107` and 140 more with the key of h2") }, "\(last.notes)")
  }

  @Test func theDocumentSaysTheLimits() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/limits.md"), encoding: .utf8)
    for (what, limit) in [
      ("a file that is read", InputLimits.bytes), ("each alias counted as all that it stands for", InputLimits.nodes),
      ("nodes within each other, aliases included", InputLimits.depth), ("entries of a list", InputLimits.entries),
      ("expectations of a file", InputLimits.expectations), ("steps of a scenario", InputLimits.steps),
      ("operators, HSMs and hosts of a scenario", InputLimits.entities), ("trusts of a scenario", InputLimits.trusts),
      ("by parent and domain and theirs", InputLimits.spelledOut),
      ("formulas within each other, in a property", Formula.mostNested),
    ] { #expect(text.contains("\(what) | \(limit) "), "\(what)") }
  }
}
