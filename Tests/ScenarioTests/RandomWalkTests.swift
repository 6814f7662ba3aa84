import DomainManagement
import Policy
import Scenarios
import Testing

/// The explorer's adversary has a list of moves, and its search notes by hand which property a move breaks. Random walks share neither: their commands are played by the
/// entities themselves, and judged by the monitor that judges scenarios.
@Suite struct RandomWalkTests {
  private func walk(_ seed: UInt64, _ policy: PolicySelection, isTransparent: Bool = false) throws -> ScenarioRunner.Walk {
    var adversary = RandomWalk(seed: seed, length: 60, transparentWrap: isTransparent)
    return try ScenarioRunner.walk(adversary.scenario, policy: policy) { adversary.next(wasAccepted: $0) }
  }

  @Test func nothingFallsUnderTheIntactPolicyAndEverythingHappens() throws {
    var (seen, accepted): (Set<Milestone>, Int) = ([], 0)
    for seed in 0..<UInt64(20_000) {
      let walk = try walk(seed, .intact)
      #expect(walk.broken.isEmpty, "walk \(seed): \(walk.broken) after \(walk.commands)")
      seen.formUnion(walk.milestones)
      accepted += walk.accepted
    }
    #expect(seen == Set(Milestone.allCases), "walks in which nothing happens prove nothing")
    #expect(accepted > 100_000)
  }

  /// A property that falls in a walk is one that the explorer reports: a move or a property that the explorer missed would show here.
  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func whatFallsAtRandomIsWhatTheExplorerReports(rule: String) throws {
    let policy = PolicySelection(without: [rule])
    var exploration = Exploration(scope: Matrix.smallScope, policy: policy)
    exploration.isForAll = true
    let reported = Set(try exploration.run().attacks.map(\.property))
    var found: Set<Property> = []
    for seed in 0..<UInt64(20_000) {
      let walk = try walk(seed, policy)
      found.formUnion(walk.broken)
      #expect(reported.isSuperset(of: walk.broken), "walk \(seed): \(walk.broken) after \(walk.commands)")
    }
    print("WALK", rule, found.sorted().map(\.rawValue), reported.sorted().map(\.rawValue))
  }
}
