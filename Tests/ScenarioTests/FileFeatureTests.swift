import Expectations
import Records
import Reports
import Scenarios
import Testing

/// What all files may do: share by merging, name policies by file; and what they may not: give a name twice.
@Suite struct FileFeatureTests {
  private func message(_ body: () throws(InputError) -> Void) -> String {
    do throws(InputError) {
      try body()
      return "accepted"
    } catch { return error.description }
  }

  private func scenario(_ operators: String = "{alice: honest, bob: honest}", trust: String = "T0", steps: String) -> String {
    """
    scenario: s
    title: t
    n: 1
    operators: \(operators)
    hsms: {h1: genuine}
    hosts: {web: genuine}
    trusts:
      \(trust): {operators: [alice, bob], hsms: [h1], hosts: [web], quorum: 2}
    steps:
    \(steps)
    end: holds
    """
  }

  private let founding = "  - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}"

  private func load(_ yaml: String) -> String {
    message { () throws(InputError) in _ = try Scenario(yaml: yaml, file: "s.yaml") }
  }

  // MARK: Names

  @Test func aNameIsGivenOnce() {
    #expect(load(scenario(steps: founding)) == "accepted")
    let hint = "(each entity, trust, token and ciphertext has a name of its own)"
    #expect(
      load(scenario(steps: founding + "\n  - add-key: {hsm: h1, token: t0, handle: k, as: t0}"))
        == "`s.yaml`, line 11, `steps[1].add-key.as`: the name `t0` is taken: it is a token, line 10 \(hint)")
    #expect(
      load(scenario("{alice: honest, bob: honest, h1: honest}", steps: founding)).hasPrefix(
        "`s.yaml`, line 5, `hsms.h1`: the name `h1` is taken: it is an operator, line 4"))
    #expect(
      load(scenario(trust: "web", steps: "  - found: {hsm: h1, trust: web, as: t0}")).contains(
        "line 8, `trusts.web`: the name `web` is taken: it is a host, line 6"))
    #expect(
      load(scenario("{alice: honest, bob: honest, adversary: rogue}", steps: founding)).contains(
        "the name `adversary` is taken: it is who makes all the moves"))
    #expect(
      load(scenario("{alice: honest, bob: honest, \"\": honest}", steps: founding)).contains(
        "an operator has a name that is empty"))
  }

  @Test func aTokenAndACiphertextHaveDifferentNames() {
    func steps(_ name: String) -> String {
      founding + """

          - add-key: {hsm: h1, token: t0, handle: k, as: t1}
          - install: {host: web, trust: T0}
          - encrypt: {host: web, hsm: h1, token: t1, handle: k, message: hello, as: \(name)}
        """
    }
    #expect(load(scenario(steps: steps("c"))) == "accepted")
    #expect(
      load(scenario(steps: steps("t1"))).contains(
        "line 13, `steps[3].encrypt.as`: the name `t1` is taken: it is a token, line 11"))
  }

  // MARK: Merging

  @Test func whatIsMergedCountsLessThanWhatIsSaid() throws {
    let shared = """
      scenario: s
      title: t
      n: 1
      operators: {alice: honest}
      hsms: {h1: genuine}
      trusts:
        T0: &t {operators: [alice], hsms: [h1], hosts: [], quorum: 1}
        T1: {<<: *t, parent: T0, quorum: 7}
      steps:
        - found: &f {hsm: h1, trust: T0, signed-by: [alice], as: t0}
        - found: {<<: [{as: t1}, *f]}
      end: holds
      """
    let scenario = try Scenario(yaml: shared, file: "s.yaml")
    #expect(scenario.trusts.map(\.quorum) == [1, 7] && scenario.trusts[1].hsms == scenario.trusts[0].hsms)
    #expect(
      scenario.steps[1].command == .found(hsm: "h1", .init("T0", [.signs("alice")]), recipients: nil, token: "t1"),
      "of several the first counts")
  }

  @Test func whatCannotBeMergedIsRefused() {
    #expect(
      load(scenario(steps: "  - found: {<<: T0, hsm: h1, trust: T0, as: t0}")).contains(
        "line 10, `steps[0].found.<<`: should be a mapping, or a list of mappings"))
    #expect(
      load(scenario(steps: "  - found: {<<: {hsn: h1}, trust: T0, as: t0}")).contains(
        "`steps[0].found.<<.hsn`: unknown key `hsn`"))
    #expect(
      load(scenario(steps: "  - found: {\"<<\": {hsm: h1}, trust: T0, as: t0}")).contains("unknown key `<<`"),
      "quoted it is a key as others")
  }

  // MARK: Policies by file

  private func check(_ files: [String: String]) async -> CheckRecord {
    await PolicyCheck { files[$0] }.run(["cases/e.yaml"])
  }

  @Test func aPolicyMayStandInAFileBesideTheExpectations() async {
    let search =
      "explore: {operators: 2, dishonest: 1, rogue-operators: 0, hsms: 2, rogue-hsms: 1, hosts: 0, rogue-hosts: 0, domains: 1, "
      + "depth: 1}"
    func expectations(_ policy: String) -> String {
      "expectations:\n  - &search {\(search), policy: \(policy), expect: [handle-keeps-key]}\n"
    }
    let policy = "without: [key.handle-is-fresh]\n"
    #expect(await check(["cases/e.yaml": expectations("p.yaml"), "cases/p.yaml": policy]).exitStatus.code == 0)
    #expect(
      await check(["cases/e.yaml": expectations("intact"), "cases/p.yaml": policy]).exitStatus.code == 1,
      "twin: it is the file that makes the difference")
    #expect(await check(["cases/e.yaml": expectations("/p.yaml"), "/p.yaml": policy]).exitStatus.code == 0)
    let missing = await check(["cases/e.yaml": expectations("q.yaml"), "cases/p.yaml": policy])
    #expect(
      missing.exitStatus.code == 65
        && missing.text.contains("`cases/e.yaml`, line 2, `expectations[0].policy`: there is no policy file `cases/q.yaml`"))
    let bad = await check(["cases/e.yaml": expectations("p.yaml"), "cases/p.yaml": "without: [key.handle-is-fesh]"])
    #expect(bad.exitStatus.code == 65 && bad.text.contains("`cases/p.yaml`, line 1, `without"))
  }

  @Test func casesShareSettingsByMerging() async {
    let yaml = """
      expectations:
        - &first {scenario: s, policy: intact}
        - {<<: *first, suite: modern}
      """
    let report = await check(["cases/e.yaml": yaml, "cases/s": scenario(steps: founding)])
    #expect(report.exitStatus.code == 0 && report.cases.filter { $0.kind == .expectation }.count == 2)
  }

  @Test func aSeedHasAllSixtyFourBits() async {
    func expectations(_ seed: String) -> String {
      "expectations:\n  - {game: g, seed: \(seed), expect: withinBound, because: {violations: 0}}\n"
    }
    for (seed, isOne) in [
      ("18446744073709551615", true), ("\"18446744073709551615\"", true), ("0xff", true), ("18446744073709551616", false),
      ("-1", false),
    ] {
      let report = await check(["cases/e.yaml": expectations(seed)])
      #expect(
        report.text.contains("no games can be played here") == isOne && report.text.contains("is no seed") != isOne, "\(seed)")
    }
  }
}
