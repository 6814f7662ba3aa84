import DomainManagement
import Policy
import PolicySearch
import Records
import Scenarios
import Testing

/// Small scopes of every make, nothing rogue or nobody dishonest included: whatever is found is an attack when it is played (the
/// search throws otherwise), and without a change of policy something is found exactly where n operators or more are dishonest.
@Suite struct ScopeSweepTests {
  /// Every combination of small numbers that is a scope.
  static let scopes: [ExplorationScope] = {
    var scopes: [ExplorationScope] = []
    for number in 0..<(2 * 3 * 2 * 3 * 2 * 2 * 2 * 3 * 2 * 2) {
      var (rest, scope) = (number, ExplorationScope())
      func next(_ count: Int) -> Int {
        defer { rest /= count }
        return rest % count
      }
      (scope.operators, scope.dishonest, scope.quorum) = (1 + next(2), next(3), QuorumRules(1 + next(2)))
      (scope.rogueOperators, scope.rogueHSMs, scope.hosts, scope.rogueHosts) = (next(2), next(2), next(2), next(2))
      (scope.hsms, scope.depth, scope.domains, scope.sharedKeys) = (1 + scope.rogueHSMs, next(3), 1 + next(2), next(2))
      if scope.objection == nil { scopes.append(scope) }
    }
    return scopes
  }()

  static let policies =
    [PolicySelection.intact]
    + RuleCatalogue<SymbolicSuite>.rules.map { PolicySelection(without: [$0.facts.identifier]) }
    + RuleCatalogue<SymbolicSuite>.weaker.map { PolicySelection(with: [$0.facts.identifier]) }

  private func search(_ scope: ExplorationScope, _ policy: PolicySelection) throws -> ExplorationRecord {
    var exploration = Exploration(scope: scope, policy: policy)
    exploration.isForAll = true
    return try exploration.run()
  }

  @Test func theIntactPolicyFallsExactlyWhereTheQuorumAssumptionFails() throws {
    for scope in Self.scopes.enumerated().filter({ $0.offset % 41 == 0 }).map(\.element) {
      let report = try search(scope, .intact)
      #expect((report.outcome == .falls) == (scope.quorumAssumption.standing == .fails), "\(scope.words): \(report.verdict)")
    }
  }

  /// Each policy in some of the scopes, each in others.
  @Test(arguments: policies.indices) func whatIsFoundIsAnAttack(number: Int) throws {
    for scope in Self.scopes.enumerated().filter({ $0.offset % 199 == number }).map(\.element) {
      #expect(throws: Never.self, "\(scope.words)") { try search(scope, Self.policies[number]) }
    }
  }

  /// Everybody is honest and genuine, and one operator is enough: what the adversary could call its own domain is an honest one.
  @Test(arguments: [(1, 0), (2, 0), (1, 1), (2, 2)]) func whereNothingIsRogueThereIsNoAttack(hsms: Int, depth: Int) throws {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.rogueOperators, scope.hsms, scope.rogueHSMs, scope.quorum) = (1, 0, 0, hsms, 0, 1)
    (scope.hosts, scope.rogueHosts, scope.depth) = (1, 0, depth)
    #expect(try search(scope, .intact).outcome == .holds)
    let fallen = try search(scope, PolicySelection(without: ["host.root-installed-once"]))
    #expect(fallen.attacks.map(\.property) == [.hostsStay], "the other domain is another one, if no adversary's")
  }
}
