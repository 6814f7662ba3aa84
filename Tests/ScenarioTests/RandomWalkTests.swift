import DomainManagement
import Policy
import PolicySearch
import Records
import Scenarios
import Testing

/// The explorer's adversary has a list of moves, and its search notes by hand which property a move breaks. Random walks share
/// neither: their commands are played by the entities themselves, and judged by the monitor that judges scenarios.
@Suite struct RandomWalkTests {
  /// Six rules that matter only beside another change; one that takes a trust of the adversary's with just the wrapped keys of
  /// another; one that takes transparent wrapping; and four that take rotation, which is in no walk. Walks of this length miss
  /// none of the other 21.
  static let neverMissed = [
    "hsm.is-member", "founding.has-no-parent", "founding.quorum-satisfiable", "token.signature-covers-trust",
    "successor.context-separated", "host.token-checked",
    "token.wrap-bound-to-trust", "key.never-leaves-unwrapped",
    "rotation.authorised", "rotation.active-key-only", "rotation.deactivated-opens", "rotation.oldest-dropped",
  ]

  private func walk(_ seed: UInt64, _ policy: PolicySelection) throws -> ScenarioRunner.Walk {
    var adversary = RandomWalk(seed: seed, length: 60)
    return try ScenarioRunner.walk(adversary.scenario, policy: policy) { adversary.next(wasAccepted: $0) }
  }

  @Test func nothingFallsUnderTheIntactPolicyAndEverythingHappens() throws {
    var (seen, accepted): (Set<Milestone>, Int) = ([], 0)
    for seed in 0..<UInt64(3_000) {
      let walk = try walk(seed, .intact)
      #expect(walk.broken == nil, "walk \(seed) after \(walk.commands)")
      seen.formUnion(walk.milestones)
      accepted += walk.accepted
    }
    #expect(seen == Set(Milestone.allCases).subtracting([.rotated]), "walks in which nothing happens prove nothing")
    #expect(accepted > 30_000)
  }

  /// What falls first in a walk is reported by the explorer: a move or a property that it missed would show here.
  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func whatFallsAtRandomIsWhatTheExplorerReports(rule: String) throws {
    let policy = PolicySelection(without: [rule])
    var exploration = Exploration(scope: Matrix.smallScope, policy: policy)
    exploration.isForAll = true
    let reported = Set(try exploration.run().attacks.map(\.property))
    var found: Set<Property> = []
    for seed in 0..<UInt64(1_500) {
      let walk = try walk(seed, policy)
      guard let broken = walk.broken else { continue }
      #expect(reported.contains(broken), "walk \(seed): \(broken) after \(walk.commands)")
      found.insert(broken)
    }
    #expect(found.isEmpty == Self.neverMissed.contains(rule), "a walk that never finds anything proves nothing")
  }
}
