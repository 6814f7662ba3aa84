import DomainManagement
import Policy
import PolicySearch
import Proving
import Records
import Scenarios
import Testing

@Suite struct DifferenceProofTests {
  private func difference(_ a: PolicySelection, _ b: PolicySelection) throws -> ProvedDifferenceRecord {
    try DifferenceProver(a, b, settings: Proved.settings()).run()
  }

  @Test func aPolicyIsEqualToItself() throws {
    #expect(try difference(.intact, .intact).relation == .equal)
  }

  /// A rule that refuses nothing makes no difference.
  @Test func anIdleRuleMakesNone() throws {
    #expect(try difference(.intact, PolicySelection(with: ["planted.never-refuses"])).relation == .equal)
  }

  /// Every single change, and each of its witnesses was decided by the code of both.
  @Test(arguments: PolicyChange.all) func everyChangeIsMorePermissive(_ change: PolicyChange) throws {
    let record = try difference(.intact, PolicySelection(change))
    #expect(record.relation == (Self.crossing.contains(change.words) ? .incomparable : .moreB), "\(change.words)")
    #expect(record.unplayed.isEmpty, "\(change.words): \(record.unplayed)")
  }

  /// Weaker in what an attack needs, and not in all: the successor may ask for more than its parent does.
  static let crossing: Set = ["with successor.quorum-of-successor", "with successor.threshold-of-successor"]

  /// Differences that plain `diff` once missed in its scopes; what it still misses is in `PolicyPairTests`.
  @Test(arguments: [
    PolicySelection(without: ["founding.quorum-satisfiable"]), PolicySelection(without: ["founding.has-no-parent"]),
    PolicySelection(with: ["successor.signature-covers-identities"]),
  ]) func whatTheScopeMissesIsFound(_ policy: PolicySelection) throws {
    let record = try difference(.intact, policy)
    #expect(record.relation == .moreB)
    #expect(record.directions.contains { $0.witness != nil })
  }

  /// Each trust of a decision is written out once.
  @Test func trustsHaveNames() throws {
    let record = try difference(.intact, PolicySelection(without: ["successor.quorum-distinct"]))
    let witness = try #require(record.directions.compactMap(\.witness).first { $0.trusts.count > 1 })
    #expect(witness.words.contains("from T0 to T1") && !witness.words.contains("{"), "\(witness)")
    #expect(witness.trusts.allSatisfy { $0.contains("operators") && $0.contains("quorum ") })
  }

  @Test func theOtherWayRoundIsTheOther() throws {
    let policy = PolicySelection(without: ["key.handle-is-fresh"])
    #expect(try difference(policy, .intact).relation == .moreA)
    let other = PolicySelection(without: ["hsm.is-member"])
    #expect(try difference(policy, other).relation == .incomparable)
  }
}
