import DomainManagement
import Policy
import PolicySearch
import Records
import Reports
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

  /// Two honest operators and two genuine HSMs: the smallest scope in which symmetry identifies anything.
  static var twins: ExplorationScope {
    var scope = tiny
    (scope.operators, scope.rogueOperators, scope.hsms) = (3, 0, 3)
    return scope
  }

  private func broken(_ scope: ExplorationScope, _ policy: PolicySelection, _ reductions: ExplorationReductions = .init()) throws
    -> [String]
  {
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
    #expect([report.states, report.transitions, report.depth] == [48, 13012, 8])
  }

  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func reductionsDoNotChangeVerdictsOrLengths(rule: String) throws {
    let policy = PolicySelection(without: [rule])
    let reduced = try broken(Self.tiny, policy)
    var withoutLineage = ExplorationReductions()
    withoutLineage.lineage = false
    #expect(try broken(Self.tiny, policy, withoutLineage) == reduced, "lineage")
    var withoutDominance = ExplorationReductions()
    withoutDominance.dominance = false
    #expect(try broken(Self.tiny, policy, withoutDominance) == reduced, "dominance")
    #expect(try Exploration.plainLengths(scope: Self.tiny, policy: policy, atMost: 3) == atMost(3, reduced), "plain")
  }

  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func symmetryDoesNotChangeVerdictsOrLengths(rule: String) throws {
    let policy = PolicySelection(without: [rule])
    var withoutSymmetry = ExplorationReductions()
    withoutSymmetry.symmetry = false
    #expect(try broken(Self.twins, policy, withoutSymmetry) == broken(Self.twins, policy))
  }

  /// Two hosts besides, and rules that hosts keep.
  @Test(arguments: [
    "host.successor-checked", "host.token-trust-is-current", "host.root-installed-once", "wrap.exactly-the-members",
  ])
  func symmetryOfHostsDoesNotChangeVerdictsOrLengths(rule: String) throws {
    var scope = Self.twins
    (scope.hosts, scope.rogueHosts) = (2, 0)
    var withoutSymmetry = ExplorationReductions()
    withoutSymmetry.symmetry = false
    let policy = PolicySelection(without: [rule])
    #expect(try broken(scope, policy, withoutSymmetry) == broken(scope, policy))
  }

  @Test func symmetryLeavesStatesOut() throws {
    var exploration = Exploration(scope: Self.twins)
    let reduced = try exploration.run()
    exploration.reductions.symmetry = false
    let whole = try exploration.run()
    #expect([reduced.states, whole.states] == [48, 105])
    #expect(reduced.outcome == .holds && whole.outcome == .holds)
  }

  /// The lines that tell of at most so many operations.
  private func atMost(_ length: Int, _ lines: [String]) throws -> [String] {
    try lines.filter { try #require($0.split(separator: " ").last.flatMap { Int($0) }) <= length }
  }

  @Test func linesAreFilteredByTheirWholeNumber() throws {
    #expect(try atMost(3, ["consent 3", "keys-secret 12", "hosts-stay 4"]) == ["consent 3"])
  }

  /// Every attack that is reported is as short as one found by plain breadth-first search over interleavings of the same moves,
  /// with a host in the scope; and what that finds is reported. It checks the order of the search and its reductions, not the
  /// moves: `RandomWalkTests` does that.
  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier) + [""])
  func lengthsAreThoseOfAnUnreducedSearchWithAHost(rule: String) throws {
    let policy = PolicySelection(without: rule.isEmpty ? [] : [rule])
    let reported = try broken(Self.hosted, policy)
    let plain = try Exploration.plainLengths(scope: Self.hosted, policy: policy, atMost: 3)
    #expect(try atMost(3, reported) == plain)
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
      for attack in report.attacks {
        #expect(attack.replay?.suite == "kms" && attack.replay?.broken.contains(attack.property) == true)
      }
    }
  }

  @Test func refusesEmptyAndEnormousScopes() {
    var scope = ExplorationScope()
    scope.operators = 0
    #expect(throws: Exploration.Failure.self) { try Exploration(scope: scope).run() }
    (scope.operators, scope.hsms, scope.hosts) = (9, 7, 6)
    #expect { try Exploration(scope: scope).run() } throws: { "\($0)".contains("too large") }
    (scope.operators, scope.hsms, scope.hosts) = (30, 2, 1)
    #expect { try Exploration(scope: scope).run() } throws: {
      "\($0)".contains("too large: about ") && "\($0)".contains("limits are 8 GB")
    }
    (scope.operators, scope.hsms) = (1_000_000_000, 1_000_000_000)
    #expect { try Exploration(scope: scope).run() } throws: {
      "\($0)".contains("`--operators` is 1000000000; it should be at most 64")
    }
    (scope.operators, scope.hsms, scope.rogueHSMs) = (3, 1, 1)
    #expect { try Exploration(scope: scope).run() } throws: { "\($0)".contains("empty") }
  }

  /// The estimate is within a factor of two of what is found.
  @Test(arguments: [Matrix.smallScope, twins, hosted])
  func statesAreEstimated(scope: ExplorationScope) throws {
    let ratio = Double(try Exploration(scope: scope).run().states) / scope.estimatedStates
    #expect((0.5...2).contains(ratio), "\(ratio)")
  }

  @Test func stoppingKeepsWhatWasFound() throws {
    let report = try Exploration(scope: Self.small).run { _ in true }
    #expect(report.outcome == .inconclusive)
    #expect(report.states > 0)
  }

  /// What is told on the way grows, and ends where the report does.
  @Test func aSearchTellsHowFarItIs() throws {
    var told: [SearchStanding] = []
    let report = try Exploration(scope: Self.small).run { progress in
      told.append(progress)
      return false
    }
    #expect(Set(told.map(\.states)).isSuperset(of: 1...report.states), "after each state, and on the way between them")
    #expect(
      zip(told, told.dropFirst()).allSatisfy {
        $0.states <= $1.states && $0.transitions <= $1.transitions && $0.depth <= $1.depth && $0.seconds <= $1.seconds
      })
    #expect(
      zip(told, told.dropFirst()).allSatisfy { $0.states + $0.frontier <= $1.states + $1.frontier },
      "what was found is been through, or on the frontier")
    #expect(told.contains { $0.frontier > 0 } && told.last?.frontier == 0, "in the end nothing waits")
    #expect(told.last?.depth == report.depth && told.last?.transitions == report.transitions)
  }

  /// Five hosts: a single state has more than 24,000 candidates for its successor.
  private static var wide: ExplorationScope {
    var scope = ExplorationScope()
    scope.hosts = 5
    return scope
  }

  @Test func aLimitOfStatesEndsTheSearchAsSoonAsMoreAreKnown() throws {
    var exploration = Exploration(scope: Self.wide)
    exploration.maximumStates = 1
    let report = try exploration.run()
    #expect(report.outcome == .inconclusive && report.stopped?.hasPrefix("more than 1 state;") == true)
    #expect(report.states == 2 && report.transitions < 10, "nothing more was looked at")
    exploration.scope = Self.tiny
    let all = try Exploration(scope: Self.tiny).run().states
    exploration.maximumStates = all
    #expect(try exploration.run().outcome == .holds, "as many as there are")
    exploration.maximumStates = all - 1
    #expect(try exploration.run().outcome == .inconclusive, "one fewer")
  }

  @Test func aSearchStopsAmongTheCandidatesOfOneState() throws {
    var asked = 0
    let report = try Exploration(scope: Self.wide).run { _ in
      asked += 1
      return asked == 60
    }
    #expect(asked == 60, "who said stop is not asked again")
    #expect(
      report.outcome == .inconclusive && report.states == 1 && (1...20_000).contains(report.transitions), "\(report.transitions)")
  }

  @Test func aScopeAboveTheLimitsIsSearchedWithHigherOnes() throws {
    var exploration = Exploration(scope: Self.tiny)
    exploration.limits.checks = Self.tiny.estimatedChecks - 1
    #expect { try exploration.run() } throws: { "\($0)".contains("checks (`--maximum-checks`)") }
    exploration.limits.checks = Self.tiny.estimatedChecks
    #expect(try exploration.run().outcome == .holds)
  }

  @Test func differenceHasAWitnessAndADirection() throws {
    let difference = try PolicyDifference.find(.intact, PolicySelection(without: ["key.handle-is-fresh"]), scope: Self.tiny)
    #expect(difference.verdict == "B is more permissive than A")
    #expect(difference.witnesses.map(\.refusedBy) == ["key.handle-is-fresh"])
    #expect(try PolicyDifference.find(.intact, .intact, scope: Self.tiny).witnesses.isEmpty)
  }
}
