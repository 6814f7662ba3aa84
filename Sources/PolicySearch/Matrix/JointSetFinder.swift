import DomainManagement
import Policy
import Records
import Scenarios
internal import Words

/// Finds what a rule that nobody misses is redundant with: smallest sets of other changes under which its absence lets an attack
/// through.
///
/// A set counts if some column, a scenario or the search, breaks a property with the set and without the rule, and does not with
/// the set alone. If the set alone breaks that property in another column, the set says so: it is a second way only. All sets of
/// one change are tried. Larger ones are guided: the rules that refused a question together with this one, and, scenario by
/// scenario, the rules that stop the attack one after another once this one is gone; then whatever can be left out of such a set
/// is.
struct JointSetFinder {
  let matrix: Matrix
  /// The sets of rules that refused a question together.
  let refusals: Set<Set<String>>
  private(set) var searches = 0
  private var searched: [[PolicyChange]: Set<Property>] = [:]
  private var alone: [[PolicyChange]: Set<Property>] = [:]

  init(matrix: Matrix, refusals: Set<Set<String>>) {
    self.matrix = matrix
    self.refusals = refusals
  }

  /// Where the rule's absence shows.
  private struct Difference {
    /// Nil: in the search.
    let scenario: Scenario?
    let property: Property
    /// Whether the set alone breaks the property, somewhere.
    let isSecondWay: Bool
  }

  mutating func sets(
    for rule: String, progress: (String) -> Void, shouldStop: () -> Bool
  ) throws(Exploration.Failure) -> [MatrixRecord.JointSet] {
    var found: [MatrixRecord.JointSet] = []
    for change in PolicyChange.all where change.rule != rule && !shouldStop() {
      progress("without \(rule), \(change.words)")
      if let difference = try difference([change], rule) { found.append(try jointSet([change], rule, difference)) }
    }
    guard found.isEmpty, matrix.jointSize > 2 else { return found }
    for candidate in try candidates(for: rule) where !shouldStop() {
      progress("without \(rule), \(candidate.map(\.words).joined(separator: ", "))")
      guard try difference(candidate, rule) != nil else { continue }
      let smallest = try minimised(candidate, rule)
      guard smallest.count < matrix.jointSize, !found.contains(where: { $0.changes == smallest }),
        let difference = try difference(smallest, rule)
      else { continue }
      found.append(try jointSet(smallest, rule, difference))
    }
    let least = found.map(\.changes.count).min() ?? 0
    let smallest = found.filter { $0.changes.count == least }
    return smallest.filter { !$0.isSecondWay } + smallest.filter(\.isSecondWay)
  }

  /// Sets worth trying, smaller ones first.
  private func candidates(for rule: String) throws(Exploration.Failure) -> [[PolicyChange]] {
    var sets = Set(refusals.filter { $0.contains(rule) }.map { $0.subtracting([rule]) })
    for scenario in matrix.scenarios { sets.insert(try obstacles(scenario, rule)) }
    let order = PolicyChange.all.map(\.rule)
    return sets.filter { $0.count > 1 }
      .map { set in order.filter(set.contains).eachOnce }
      .sorted { ($0.count, $0.joined()) < ($1.count, $1.joined()) }.map { $0.map { .leftOut($0) } }
  }

  /// The rules that stop a scenario, one after another, once `rule` is gone.
  private func obstacles(_ scenario: Scenario, _ rule: String) throws(Exploration.Failure) -> Set<String> {
    var removed: Set<String> = []
    while true {
      let report = try matrix.play(
        scenario, matrix.policy(without: [.leftOut(rule)] + removed.sorted().map { .leftOut($0) }), on: .symbolic)
      let refusing = Set(report.lines.compactMap(\.rule)).subtracting(removed).subtracting([rule])
      if refusing.isEmpty { return removed }
      removed.formUnion(refusing)
    }
  }

  private mutating func minimised(_ set: [PolicyChange], _ rule: String) throws(Exploration.Failure) -> [PolicyChange] {
    var smallest = set
    for change in set where smallest.count > 1 {
      let fewer = smallest.filter { $0 != change }
      if try difference(fewer, rule) != nil { smallest = fewer }
    }
    return smallest
  }

  private mutating func difference(_ set: [PolicyChange], _ rule: String) throws(Exploration.Failure) -> Difference? {
    let (with, without) = (matrix.policy(without: set), matrix.policy(without: set + [.leftOut(rule)]))
    if with == without { return nil }
    var secondWay: Difference?
    for scenario in matrix.scenarios {
      let fallen = Set(try matrix.play(scenario, without, on: .symbolic).broken)
      if fallen.isEmpty { continue }
      let new = fallen.subtracting(try matrix.play(scenario, with, on: .symbolic).broken)
      if new.isEmpty { continue }
      if let property = new.subtracting(try fallenAlone(set)).min() {
        return Difference(scenario: scenario, property: property, isSecondWay: false)
      }
      if secondWay == nil, let property = new.min() {
        secondWay = Difference(scenario: scenario, property: property, isSecondWay: true)
      }
    }
    // What the search finds new may still fall with the set alone in a scenario that is outside its scope.
    guard let property = try found(set, rule) else { return secondWay }
    let isSecondWay = try fallenAlone(set).contains(property)
    return isSecondWay
      ? secondWay ?? Difference(scenario: nil, property: property, isSecondWay: true)
      : Difference(scenario: nil, property: property, isSecondWay: false)
  }

  /// The properties that the set alone breaks, in any column.
  private mutating func fallenAlone(_ set: [PolicyChange]) throws(Exploration.Failure) -> Set<Property> {
    if let known = alone[set] { return known }
    var fallen = try broken(set)
    for scenario in matrix.scenarios {
      fallen.formUnion(
        try matrix.play(scenario, matrix.policy(without: set), on: .symbolic).broken.filter { !scenario.end.contains($0) })
    }
    alone[set] = fallen
    return fallen
  }

  /// What the search finds with the set and without the rule, and not with the set alone.
  private mutating func found(_ set: [PolicyChange], _ rule: String) throws(Exploration.Failure) -> Property? {
    try broken(set + [.leftOut(rule)]).subtracting(try broken(set)).min()
  }

  private mutating func broken(_ set: [PolicyChange]) throws(Exploration.Failure) -> Set<Property> {
    if let known = searched[set] { return known }
    searches += 1
    let broken = Set(try matrix.search(matrix.policy(without: set), Matrix.jointScope, false, isReplayed: false).map(\.property))
    searched[set] = broken
    return broken
  }

  /// The set with its attack, played on the matrix's suite; an attack that does not succeed there is an error of the search.
  private mutating func jointSet(
    _ set: [PolicyChange], _ rule: String, _ difference: Difference
  ) throws(Exploration.Failure) -> MatrixRecord.JointSet {
    let policy = matrix.policy(without: set + [.leftOut(rule)])
    let attack: ScenarioRecord
    if let scenario = difference.scenario {
      attack = try matrix.play(scenario, policy)
      guard attack.broken.contains(difference.property) else {
        throw .doesNotReplay(difference.property, suite: attack.suite, replay: attack)
      }
    } else {
      searches += 1
      let attacks = try matrix.search(policy, Matrix.jointScope, false)
      guard let found = attacks.first(where: { $0.property == difference.property })?.replay else {
        throw .doesNotReplay(difference.property, suite: matrix.suite.rawValue, replay: nil)
      }
      attack = found
    }
    var columns = difference.scenario.map { [$0.name] } ?? []
    if try found(set, rule) != nil { columns.append(Matrix.explorerColumn) }
    return .init(
      changes: set, columns: columns, property: difference.property, isSecondWay: difference.isSecondWay,
      attack: attack.withoutExpectations)
  }
}
