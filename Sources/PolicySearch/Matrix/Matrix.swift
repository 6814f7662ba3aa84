import DomainManagement
import Explorer
import Policy
public import Records
public import Scenarios
public import Primitives

/// Rules against attacks: what breaks without each, and which rules only matter together.
public struct Matrix: Sendable {
  public var scope: ExplorationScope
  public var scenarios: [Scenario]
  public var suite = SuiteName.symbolic
  /// How many rules are changed together to find what a redundant rule is redundant with. Every pair is tried; larger sets are
  /// those that refused something together, and those that stood in the way of a scenario.
  public var jointSize = 2
  /// Whether a rule that refuses nothing is put in force: it must come out unexplained.
  public var isPlanted = false

  /// Two operators, one of them dishonest, n = 2, an HSM, a rogue one, a host, depth 2; and the honest operator shares the HSM's
  /// key.
  public static var smallScope: ExplorationScope {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.hsms, scope.sharedKeys) = (2, 1, 2, 1)
    return scope
  }

  /// The small scope with a second genuine HSM, which a trust may leave out: where sets of rules are looked for.
  public static var jointScope: ExplorationScope {
    var scope = smallScope
    (scope.hsms, scope.depth, scope.rogueHosts) = (3, 1, 0)
    return scope
  }

  public init(scope: ExplorationScope = Matrix.smallScope, scenarios: [Scenario]) {
    self.scope = scope
    self.scenarios = scenarios
  }

  /// The small scope with rotation, and without successors.
  public static var rotationScope: ExplorationScope {
    var scope = smallScope
    (scope.depth, scope.domains, scope.rogueHosts, scope.sharedKeys, scope.rotations) = (0, 1, 0, 0, 2)
    return scope
  }

  /// The same with customer keys, which rotation has wrapped anew.
  public static var customerKeyScope: ExplorationScope {
    var scope = rotationScope
    scope.customerKeys = 1
    return scope
  }

  /// A security operator, two dishonest ones of operations, and a quorum of one of each: by their number alone the dishonest ones
  /// would do.
  public static var roleScope: ExplorationScope {
    var scope = rotationScope
    (scope.operators, scope.dishonest, scope.rogueOperators) = (3, 2, 0)
    (scope.depth, scope.rotations) = (1, 1)
    (scope.roles, scope.quorum) = (
      ["security", "operations", "operations"], QuorumRules(QuorumRule(["security": 1, "operations": 1]))
    )
    return scope
  }

  private static var scopesBesides: [ExplorationScope] { [rotationScope, roleScope, customerKeyScope] }

  static let explorerColumn = "explorer"
  static let rotationColumn = "explorer (rotation)"
  static let roleColumn = "explorer (roles)"
  static let customerKeyColumn = "explorer (customer keys)"
  static let transparentColumn = "explorer (transparent wrapping)"

  /// The columns in which anybody can read wrapped keys.
  public var transparentColumns: [String] { scenarios.filter(\.hasTransparentWrap).map(\.name) + [Self.transparentColumn] }

  /// `progress` is told what is being done, in words.
  public func run(progress: (String) -> Void = { _ in }, shouldStop: () -> Bool = { false }) throws(Exploration.Failure)
    -> MatrixRecord
  {
    let rules = RuleCatalogue<SymbolicSuite>.rules.map(\.facts) + (isPlanted ? [RuleCatalogue<SymbolicSuite>.idle.facts] : [])
    var report = MatrixRecord(
      scope: scope, jointScope: Self.jointScope, suite: suite.rawValue,
      columns: scenarios.map(\.name) + [
        Self.explorerColumn, Self.transparentColumn, Self.rotationColumn, Self.roleColumn, Self.customerKeyColumn,
      ],
      properties: Property.allCases, jointSize: jointSize)
    for scenario in scenarios where try !play(scenario, .intact).isAsExpected { report.invalid.append(scenario.name) }
    let refusals = try self.refusals()
    for facts in rules {
      if shouldStop() {
        report.interruption = "after \(report.rows.count) of \(rules.count) rules"
        return report
      }
      progress("without \(facts.identifier)")
      let policy = policy(without: [.leftOut(facts.identifier)])
      var cells: [[Property]] = []
      for scenario in scenarios {
        let report = try play(scenario, policy)
        cells.append(report.broken.filter { !scenario.end.contains($0) })
      }
      cells += [try search(policy, scope, false).map(\.property), try search(policy, scope, true).map(\.property)]
      for scope in Self.scopesBesides { cells.append(try search(policy, scope, false).map(\.property)) }
      report.searches += 2 + Self.scopesBesides.count
      let (coveredBy, count) = Self.cover(facts.identifier, refusals)
      report.rows.append(
        .init(rule: facts.identifier, words: facts.words, cells: cells, coveredBy: coveredBy, refusals: count))
    }
    guard jointSize > 1 else { return report }
    var finder = JointSetFinder(matrix: self, refusals: refusals)
    let redundant = report.rows.indices.filter { !report.rows[$0].isExploited }
    for (done, index) in redundant.enumerated() {
      report.rows[index].redundantWith = try finder.sets(for: report.rows[index].rule, progress: progress, shouldStop: shouldStop)
      if shouldStop() {
        report.interruption = "after the sets of \(done) of \(redundant.count) redundant rules"
        break
      }
    }
    report.searches += finder.searches
    return report
  }

  /// The policy with these changes, and with the planted rule if there is one and it is not left out.
  func policy(without changes: [PolicyChange]) -> PolicySelection {
    let idle = RuleCatalogue<SymbolicSuite>.idle.facts.identifier
    var policy = PolicySelection()
    for change in changes {
      switch change {
      case .leftOut(let rule): if rule != idle { policy.without.append(rule) }
      case .weakened(_, let weaker): policy.with.append(weaker)
      }
    }
    if isPlanted, !changes.contains(.leftOut(idle)) { policy.with.append(idle) }
    return policy
  }

  func play(_ scenario: Scenario, _ policy: PolicySelection, on suite: SuiteName? = nil) throws(Exploration.Failure)
    -> ScenarioRecord
  {
    do throws(UnknownRule) { return try ScenarioRunner.run(scenario, policy: policy, suite: suite ?? self.suite) } catch {
      throw .unknownRule(error)
    }
  }

  func search(
    _ policy: PolicySelection, _ scope: ExplorationScope, _ isTransparent: Bool, isReplayed: Bool = true
  ) throws(Exploration.Failure) -> [ExplorationRecord.Attack] {
    var exploration = Exploration(scope: scope, policy: policy)
    exploration.scope.transparentWrap = isTransparent
    (exploration.isForAll, exploration.isReplayed, exploration.replaySuite) = (true, isReplayed, suite)
    return try exploration.run().attacks
  }

  /// The sets of rules that refused a question together, over the whole scope under the intact policy.
  private func refusals() throws(Exploration.Failure) -> Set<Set<String>> {
    var refusals: Set<Set<String>> = []
    let intact = Policy<SymbolicSuite>.intact
    if let objection = scope.objection { throw .scope(objection) }
    let watched = WatchedPolicy(base: intact) { question in
      let objecting = intact.audit(question, suite: SymbolicSuite()).filter { $0.objection != nil }.map(\.rule)
      if !objecting.isEmpty { refusals.insert(Set(objecting)) }
    }
    for scope in [scope] + Self.scopesBesides {
      var deduction = DomainDeduction(scope, suite: SymbolicSuite(), policy: watched, reductions: .init())
      _ = Saturation(&deduction)
    }
    return refusals
  }

  /// The smallest set of other rules that refuse whatever `rule` refuses, by trying sets of one, two and three.
  static func cover(_ rule: String, _ refusals: Set<Set<String>>) -> (rules: [String]?, count: Int) {
    let mine = refusals.filter { $0.contains(rule) }.map { $0.subtracting([rule]) }
    guard !mine.isEmpty, mine.allSatisfy({ !$0.isEmpty }) else { return (nil, mine.count) }
    let others = mine.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
    func covers(_ set: [String]) -> Bool { mine.allSatisfy { !$0.isDisjoint(with: set) } }
    var sets: [[String]] = [[]]
    for _ in 0..<3 {
      sets = sets.flatMap { set in others.filter { other in set.last.map { $0 < other } ?? true }.map { set + [$0] } }
      if let found = sets.first(where: covers) { return (found, mine.count) }
    }
    return (others, mine.count)
  }
}
