import DomainManagement
import Explorer
import Policy

/// Rules against attacks: what breaks without each, and which rules only matter together.
public struct Matrix: Sendable {
  public var scope: ExplorationScope
  public var scenarios: [Scenario]
  public var suite = SuiteName.symbolic
  /// How many rules are left out together to find what a redundant rule is redundant with: 2 tries all pairs, 3 all triples too.
  public var jointSize = 2

  /// Two operators, one of them dishonest, n = 2, an HSM, a rogue one, a host, depth 2; and the honest operator shares the HSM's key.
  public static var smallScope: ExplorationScope {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.hsms, scope.sharedKeys) = (2, 1, 2, 1)
    return scope
  }

  public init(scope: ExplorationScope = Matrix.smallScope, scenarios: [Scenario]) {
    self.scope = scope
    self.scenarios = scenarios
  }

  static let explorerColumn = "explorer"
  static let transparentColumn = "explorer, transparent wrapping"

  /// `progress` is told what is being done, in words.
  public func run(progress: (String) -> Void = { _ in }, shouldStop: () -> Bool = { false }) throws(Exploration.Failure) -> MatrixReport {
    let rules = RuleCatalogue<SymbolicSuite>.rules.map(\.facts)
    var report = MatrixReport(
      scope: scope, suite: suite.rawValue, columns: scenarios.map(\.name) + [Self.explorerColumn, Self.transparentColumn], rows: [], invalid: [],
      searches: 0, jointSize: jointSize)
    for scenario in scenarios where try !play(scenario, .intact).isAsExpected { report.invalid.append(scenario.name) }
    var found: [Set<String>: Set<Property>] = [:]
    func broken(without rules: [String]) throws(Exploration.Failure) -> Set<Property> {
      let key = Set(rules)
      if let known = found[key] { return known }
      report.searches += 2
      let broken = Set(try search(rules, false) + search(rules, true))
      found[key] = broken
      return broken
    }
    let refusals = try self.refusals()
    for facts in rules {
      if shouldStop() { break }
      progress("without \(facts.identifier)")
      let policy = PolicySelection(without: [facts.identifier])
      var cells: [[Property]] = []
      for scenario in scenarios {
        let report = try play(scenario, policy)
        cells.append(report.broken.filter { !scenario.end.contains($0) })
      }
      cells += [try search([facts.identifier], false), try search([facts.identifier], true)]
      report.searches += 2
      let (coveredBy, count) = Self.cover(facts.identifier, refusals)
      report.rows.append(
        .init(rule: facts.identifier, words: facts.words, cells: cells, redundantWith: [], coveredBy: coveredBy, refusals: count))
      found[[facts.identifier]] = Set(cells.suffix(2).joined())
    }
    for index in report.rows.indices where !report.rows[index].isExploited && jointSize > 1 {
      let rule = report.rows[index].rule
      let others = rules.map(\.identifier).filter { $0 != rule }
      var sets: [[String]] = []
      for (position, other) in others.enumerated() where !shouldStop() {
        progress("without \(rule) and \(other)")
        if !(try broken(without: [rule, other])).isSubset(of: try broken(without: [other])) { sets.append([other]) }
        guard jointSize > 2, sets.isEmpty else { continue }
        for third in others[(position + 1)...] where !shouldStop() && !sets.contains([third]) {
          if !(try broken(without: [rule, other, third])).isSubset(of: try broken(without: [other, third])) { sets.append([other, third]) }
        }
      }
      let smallest = sets.map(\.count).min() ?? 0
      report.rows[index].redundantWith = sets.filter { $0.count == smallest }
    }
    return report
  }

  private func play(_ scenario: Scenario, _ policy: PolicySelection) throws(Exploration.Failure) -> ScenarioReport {
    do throws(UnknownRule) { return try ScenarioRunner.run(scenario, policy: policy, suite: suite) } catch { throw .unknownRule(error) }
  }

  private func search(_ rules: [String], _ isTransparent: Bool) throws(Exploration.Failure) -> [Property] {
    var exploration = Exploration(scope: scope, policy: PolicySelection(without: rules))
    exploration.scope.transparentWrap = isTransparent
    exploration.isForAll = true
    exploration.isReplayed = rules.count == 1
    exploration.replaySuite = suite
    return try exploration.run().attacks.map(\.property)
  }

  /// For each rule, the sets of rules that refused a question together with it, over the whole scope under the intact policy and under the
  /// policies that lack one rule, and over all scenarios.
  private func refusals() throws(Exploration.Failure) -> Set<Set<String>> {
    var refusals: Set<Set<String>> = []
    let intact = Policy<SymbolicSuite>.intact
    if let objection = scope.objection { throw .scope(objection) }
    func watched(_ policy: Policy<SymbolicSuite>) -> WatchedPolicy<Policy<SymbolicSuite>> {
      WatchedPolicy(base: policy) { question in
        let objecting = intact.audit(question, suite: SymbolicSuite()).filter { $0.objection != nil }.map(\.rule)
        if !objecting.isEmpty { refusals.insert(Set(objecting)) }
      }
    }
    var deduction = DomainDeduction(scope, suite: SymbolicSuite(), policy: watched(intact), reductions: .init())
    _ = Saturation(&deduction)
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
