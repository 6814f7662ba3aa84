import Records
import Scenarios
import Testing

/// Who has what since which step.
@Suite struct HoldingsTests {
  private func changes(_ name: String, without rule: String? = nil) throws -> [String] {
    let scenario = try Folder.scenario("\(name).yaml")
    let record = try ScenarioRunner.run(scenario, policy: PolicySelection(without: rule.map { [$0] } ?? []))
    return record.lines.map { line in
      (line.changes ?? []).map { "\($0.actor): \($0.loses.map { "\($0) → " } ?? "")\($0.gains)" }.joined(separator: ", ")
    }
  }

  @Test func aRefusedStepGivesNothingButSignatures() throws {
    let before = [
      "alice: signed T0, bob: signed T0, h1: issued t0, adversary: t0", "h1: issued t1, adversary: t1", "adversary: x0, its own",
    ]
    #expect(try changes("transplant") == before + ["eve: signed R1"])
    #expect(
      try changes("transplant", without: "token.wrap-bound-to-trust")
        == before + ["eve: signed R1, h1: issued x1, adversary: x1, adversary: the key `k`"], "twin: it is accepted")
  }

  @Test func aHostKnowsOneTrust() throws {
    #expect(try changes("host-unchecked-successor") == ["web: at T0", "mallory: signed T1"])
    #expect(
      try changes("host-unchecked-successor", without: "host.successor-checked")
        == ["web: at T0", "mallory: signed T1, web: at T0 → at T1"])
  }
}
