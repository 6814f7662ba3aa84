import DomainManagement
import Policy
import Scenarios
import Testing

@Suite struct ExplorationTests {
  static let small = Matrix.smallScope
  static var tiny: ExplorationScope {
    var scope = ExplorationScope()
    (scope.operators, scope.rogueOperators, scope.hosts, scope.rogueHosts, scope.depth) = (2, 1, 0, 0, 1)
    return scope
  }

  /// With a host, and nobody rogue but an HSM: what a search without any reduction can still finish.
  static var hosted: ExplorationScope {
    var scope = tiny
    (scope.rogueOperators, scope.hosts, scope.domains) = (0, 1, 1)
    return scope
  }

  private func broken(_ scope: ExplorationScope, _ policy: PolicySelection, _ reductions: ExplorationReductions = .init()) throws -> [String] {
    var exploration = Exploration(scope: scope, policy: policy)
    (exploration.isForAll, exploration.reductions) = (true, reductions)
    return try exploration.run().attacks.map { "\($0.property.rawValue) \($0.operations)" }
  }

  @Test func theIntactPolicyHoldsWithDishonestBelowTheQuorumAndFallsAtIt() throws {
    var scope = ExplorationScope()
    (scope.operators, scope.depth) = (2, 1)
    let holds = try Exploration(scope: scope).run()
    #expect(holds.outcome == .holds && holds.missing.isEmpty, "\(holds.text)")
    scope.dishonest = 2
    var search = Exploration(scope: scope)
    search.properties = [.genuineMembers, .keysSecret]
    search.isForAll = true
    let falls = try search.run()
    #expect(falls.outcome == .falls)
    #expect(falls.attacks.map(\.operations) == [2, 3])
  }

  /// Pins: a change of these numbers is a change of what is searched.
  @Test func countsOfTheSmallScopeArePinned() throws {
    let report = try Exploration(scope: Self.small).run()
    #expect([report.states, report.transitions, report.depth] == [44, 13004, 8])
  }

  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func reductionsDoNotChangeVerdictsOrLengths(rule: String) throws {
    let policy = PolicySelection(without: [rule])
    let reduced = try broken(Self.tiny, policy)
    var withoutSymmetry = ExplorationReductions()
    withoutSymmetry.symmetry = false
    #expect(try broken(Self.tiny, policy, withoutSymmetry) == reduced, "symmetry")
    var withoutLineage = ExplorationReductions()
    withoutLineage.lineage = false
    #expect(try broken(Self.tiny, policy, withoutLineage) == reduced, "lineage")
    var withoutDominance = ExplorationReductions()
    withoutDominance.dominance = false
    #expect(try broken(Self.tiny, policy, withoutDominance) == reduced, "dominance")
    #expect(try Exploration.plainLengths(scope: Self.tiny, policy: policy, atMost: 3) == reduced.filter { $0.last.map { "0"..."3" ~= $0 } ?? false }, "plain")
  }

  /// Every attack that is reported is as short as one found by plain breadth-first search over interleavings, with a host in the scope; and what that finds is
  /// reported.
  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier) + [""])
  func lengthsAreThoseOfAnUnreducedSearchWithAHost(rule: String) throws {
    let policy = PolicySelection(without: rule.isEmpty ? [] : [rule])
    let reported = try broken(Self.hosted, policy)
    let plain = try Exploration.plainLengths(scope: Self.hosted, policy: policy, atMost: 3)
    #expect(reported.filter { $0.last.map { "0"..."3" ~= $0 } ?? false } == plain)
  }

  @Test func theScopeWithAHostFindsWhatHostsDo() throws {
    #expect(try broken(Self.hosted, .init(without: ["token.signer-is-member"])).contains { $0.hasPrefix("data-secret") })
  }

  @Test func foundAttacksSucceedOnRealCryptography() throws {
    for rule in ["token.wrap-bound-to-trust", "operator.quorum-kept", "hsm.requester-is-member-host"] {
      var exploration = Exploration(scope: Self.small, policy: PolicySelection(without: [rule]))
      exploration.replaySuite = .kms
      let report = try exploration.run()
      #expect(report.outcome == .falls)
      for attack in report.attacks { #expect(attack.replay?.suite == "kms" && attack.replay?.broken.contains(attack.property) == true) }
    }
  }

  @Test func refusesEmptyAndEnormousScopes() {
    var scope = ExplorationScope()
    scope.operators = 0
    #expect(throws: Exploration.Failure.self) { try Exploration(scope: scope).run() }
    (scope.operators, scope.hsms, scope.hosts) = (9, 7, 6)
    #expect { try Exploration(scope: scope).run() } throws: { "\($0)".contains("too large") }
    (scope.operators, scope.hsms, scope.rogueHSMs) = (3, 1, 1)
    #expect { try Exploration(scope: scope).run() } throws: { "\($0)".contains("empty") }
  }

  @Test func stoppingKeepsWhatWasFound() throws {
    let report = try Exploration(scope: Self.small).run { true }
    #expect(report.outcome == .inconclusive)
    #expect(report.states > 0)
  }

  @Test func differenceHasAWitnessAndADirection() throws {
    let difference = try PolicyDifference.find(.intact, PolicySelection(without: ["key.handle-is-fresh"]), scope: Self.tiny)
    #expect(difference.verdict == "B is more permissive than A")
    #expect(difference.witnesses.map(\.refusedBy) == ["key.handle-is-fresh"])
    #expect(try PolicyDifference.find(.intact, .intact, scope: Self.tiny).witnesses.isEmpty)
  }
}
