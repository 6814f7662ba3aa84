import DomainManagement
import Policy
import PolicySearch
import Records
import Scenarios
import Testing

/// The explorer's adversary has a list of moves, and its search notes by hand which property a move breaks. Random walks share
/// neither: their commands are played by the entities themselves, and judged by the monitor that judges scenarios.
@Suite struct RandomWalkTests {
  /// Five rules that matter only beside another change; one that takes an HSM with an operator's key; one that takes a trust of
  /// the adversary's with just the wrapped keys of another; one that takes transparent wrapping; one that takes roles; one that
  /// takes customer keys; and four that take rotation, which has walks of its own. Walks of this length miss none of the others.
  static let neverMissed =
    rotationRules + [
      "hsm.is-member", "founding.has-no-parent", "founding.quorum-satisfiable", "token.signature-covers-trust",
      "successor.context-separated", "host.token-checked",
      "token.wrap-bound-to-trust", "key.never-leaves-unwrapped",
      "operator.role-registered", "key.tokens-apart-from-data",
    ]

  static let rotationRules = [
    "rotation.authorised", "rotation.active-key-only", "rotation.deactivated-opens", "rotation.oldest-dropped",
  ]

  private func walk(
    _ seed: UInt64, _ policy: PolicySelection, length: Int = 60, rotates: Bool = false, hasCustomerKeys: Bool = false
  ) throws -> ScenarioRunner.Walk {
    var adversary = RandomWalk(seed: seed, length: length, rotates: rotates, hasCustomerKeys: hasCustomerKeys)
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
    let others: Set<Milestone> = [.rotated, .customerKeyWrapped]
    #expect(seen == Set(Milestone.allCases).subtracting(others), "walks in which nothing happens prove nothing")
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

  @Test func keysRotateAtRandomAndNothingFalls() throws {
    var (rotated, accepted) = (0, 0)
    for seed in 0..<UInt64(600) {
      let walk = try walk(seed, .intact, length: 120, rotates: true)
      #expect(walk.broken == nil, "walk \(seed) after \(walk.commands)")
      rotated += walk.milestones.contains(.rotated) ? 1 : 0
      accepted += walk.accepted
    }
    let counts = "\(rotated) walks with a rotation, \(accepted) commands"
    #expect(rotated > 60 && accepted > 8_000, "\(counts)")
  }

  @Test(arguments: rotationRules) func whatFallsByRotationAtRandomIsWhatTheExplorerReports(rule: String) throws {
    let policy = PolicySelection(without: [rule])
    var exploration = Exploration(scope: Matrix.rotationScope, policy: policy)
    exploration.isForAll = true
    let reported = Set(try exploration.run().attacks.map(\.property))
    var found: Set<Property> = []
    for seed in 0..<UInt64(600) {
      guard let broken = try walk(seed, policy, length: 120, rotates: true).broken else { continue }
      #expect(reported.contains(broken), "walk \(seed)")
      found.insert(broken)
    }
    // A dropped key takes two rotations, and what was encrypted before them.
    #expect(found.isEmpty == (rule == "rotation.oldest-dropped"), "a walk that never finds anything proves nothing")
  }

  @Test func customerKeysAreWrappedAtRandomAndNothingFalls() throws {
    var (wrapped, accepted) = (0, 0)
    for seed in 0..<UInt64(600) {
      let walk = try walk(seed, .intact, length: 120, rotates: true, hasCustomerKeys: true)
      #expect(walk.broken == nil, "walk \(seed) after \(walk.commands)")
      wrapped += walk.milestones.contains(.customerKeyWrapped) ? 1 : 0
      accepted += walk.accepted
    }
    #expect(wrapped > 15 && accepted > 8_000, "\(wrapped) walks with a customer key, \(accepted) commands")
  }

  @Test(arguments: [
    PolicySelection(without: ["key.tokens-apart-from-data"]), PolicySelection(with: ["rotation.active-key-only.wraps-under-any"]),
  ]) func whatFallsByCustomerKeysAtRandomIsWhatTheExplorerReports(policy: PolicySelection) throws {
    var exploration = Exploration(scope: Matrix.customerKeyScope, policy: policy)
    exploration.isForAll = true
    let reported = Set(try exploration.run().attacks.map(\.property))
    var found: Set<Property> = []
    for seed in 0..<UInt64(600) {
      guard let broken = try walk(seed, policy, length: 120, rotates: true, hasCustomerKeys: true).broken else { continue }
      #expect(reported.contains(broken), "walk \(seed)")
      found.insert(broken)
    }
    #expect(found == reported, "a walk that never finds anything proves nothing")
  }
}
