import DomainManagement
import Explorer
public import Policy
public import Records
import Scenarios
public import Primitives

/// Searches of a scope, complete over the moves that `ExplorationScope` lists.
public struct Exploration: Sendable {
  public var scope: ExplorationScope
  public var policy: PolicySelection
  public var reductions = ExplorationReductions()
  /// The properties that count; a search for one of them does not stop at another.
  public var properties = Property.allCases
  /// Whether to go on after the first property fell. Beyond it the search is not complete: what follows from a fallen property is
  /// not followed.
  public var isForAll = false
  /// Whether found runs are played again through the whole protocol before they are reported; leave it on unless verdicts alone
  /// matter.
  var isReplayed = true
  /// Whether like candidates for a successor are judged once. It changes nothing but the time.
  package var remembersVerdicts = true
  /// Found runs are played again on this suite before they are reported.
  public var replaySuite = SuiteName.symbolic
  public var maximumStates = 2_000_000
  public var limits = SearchLimits()

  public init(scope: ExplorationScope, policy: PolicySelection = .intact) {
    self.scope = scope
    self.policy = policy
  }

  public enum Failure: Error, Hashable, CustomStringConvertible {
    case scope(String)
    case unknownRule(UnknownRule)
    /// A found run did not break the property when it was played again: the search is wrong, and says so.
    case doesNotReplay(Property, suite: String, replay: ScenarioRecord?)

    public var description: String {
      switch self {
      case .scope(let message): message
      case .unknownRule(let error): error.description
      case .doesNotReplay(let property, let suite, _):
        "internal error: an attack on `\(property.rawValue)` was found, but it does not succeed on `\(suite)`"
      }
    }
  }

  /// `shouldStop` is told now and then how far the search is; stopping keeps what was found.
  public func run(shouldStop: @escaping (SearchStanding) -> Bool = { _ in false }) throws(Failure) -> ExplorationRecord {
    try scope.validate(within: limits)
    let watch = SearchWatch { shouldStop(SearchStanding($0)) }
    return scope.transparentWrap ? try search(TransparentSuite(SymbolicSuite()), watch) : try search(SymbolicSuite(), watch)
  }

  /// The lengths of shortest attacks, up to a bound, by a breadth-first search over plain interleavings of the same moves without
  /// any reduction: `property length`, in the order of the properties. Exponential; for checking the other search on tiny scopes.
  public static func plainLengths(scope: ExplorationScope, policy: PolicySelection, atMost depth: Int) throws(Failure) -> [String]
  {
    if let objection = scope.objection { throw .scope(objection) }
    let rules: Policy<SymbolicSuite>
    do throws(UnknownRule) { rules = try policy.policy() } catch { throw .unknownRule(error) }
    let plain = Interleaving(DomainDeduction(scope, suite: SymbolicSuite(), policy: rules, reductions: .none))
    var lengths: [Property: Int] = [:]
    var length = 0
    var level = plain.initialStates
    var seen = Set(level)
    while length < depth, !level.isEmpty {
      length += 1
      var next: [Interleaving<DomainDeduction<SymbolicSuite, Policy<SymbolicSuite>>>.State] = []
      for state in level {
        plain.successors(of: state) { _, successor in
          // Goals are noted and forgotten, so that states differ by facts only.
          for case .broken(let property) in plain.goals(of: successor) where lengths[property] == nil {
            lengths[property] = length
          }
          var facts = successor
          facts.goals = 0
          if length < depth, seen.insert(facts).inserted { next.append(facts) }
        }
      }
      level = next
    }
    return Property.allCases.compactMap { property in lengths[property].map { "\(property.rawValue) \($0)" } }
  }

  private func search<S: DomainSuite>(_ suite: S, _ watch: SearchWatch) throws(Failure) -> ExplorationRecord {
    let rules: Policy<S>
    do throws(UnknownRule) { rules = try policy.policy(for: S.self) } catch { throw .unknownRule(error) }
    var deduction = DomainDeduction(
      scope, suite: suite, policy: rules, reductions: reductions, watch: watch,
      remembersVerdicts: remembersVerdicts)
    let wanted = Set(properties)
    let saturation = Saturation(
      &deduction, maximumFacts: maximumStates,
      isFinal: { if case .broken(let property) = $0 { !isForAll && wanted.contains(property) } else { false } }, watch: watch)
    var broken = properties.sorted().compactMap { property in saturation.goals[.broken(property)].map { (property, $0) } }
    if !isForAll, let least = broken.map(\.1.count).min() { broken = broken.filter { $0.1.count == least } }
    var attacks: [ExplorationRecord.Attack] = []
    for (property, derivation) in broken {
      guard isReplayed else {
        attacks.append(.init(property: property, operations: derivation.count))
        continue
      }
      let steps = derivation.flatMap { saturation.inferences[$0].steps }
      attacks.append(try confirm(property, derivation.count, steps, deduction))
    }
    let seen = Milestone.allCases.filter { saturation.goals[.milestone($0)] != nil }
    let stopped: String? =
      switch saturation.end {
      case .complete, .goalReached: nil
      case .tooManyFacts(let limit):
        "more than \(limit) \(limit == 1 ? "state" : "states"); a smaller scope, or a larger limit, would end"
      case .stopped: "interrupted before the end"
      }
    return ExplorationRecord(
      scope: scope, quorumAssumption: scope.quorumAssumption, policy: policy, reductions: reductions,
      outcome: !attacks.isEmpty ? .falls : stopped == nil ? .holds : .inconclusive,
      stopped: stopped, states: saturation.facts, transitions: saturation.transitions + deduction.checks, depth: saturation.depth,
      attacks: attacks, milestones: seen, missing: attacks.isEmpty ? expectedMilestones.filter { !seen.contains($0) } : [])
  }

  /// What a scope of this size should make possible.
  private var expectedMilestones: [Milestone] {
    Milestone.allCases.filter {
      switch $0 {
      case .founded, .keyAdded: true
      case .updated: scope.depth > 0
      case .hostAdvanced: scope.depth > 0 && scope.hosts > 0
      case .decrypted: scope.hosts > 0
      case .rotated: scope.rotations > 0
      case .customerKeyWrapped: scope.customerKeys > 0 && scope.hosts > 0
      }
    }
  }

  /// Plays the run through the whole protocol, makes it minimal, and plays it on the suite that was asked for.
  private func confirm<S, P>(
    _ property: Property, _ operations: Int, _ steps: [DomainStep<S>], _ deduction: DomainDeduction<S, P>
  ) throws(Failure) -> ExplorationRecord.Attack {
    let found = Story.scenario(
      steps, of: deduction, name: "found-\(property.rawValue)", title: "A shortest attack on “\(property.words)”")
    let (replay, played, refusals, file): (ScenarioRecord, ScenarioRecord, [String], String)
    do throws(UnknownRule) {
      replay = try ScenarioRunner.run(found, policy: policy)
      var minimal =
        replay.broken.contains(property) ? try ScenarioMinimiser.minimise(found, breaking: property, policy: policy) : found
      minimal.story = minimal.quorumAssumption.story
      played = try ScenarioRunner.run(minimal, policy: policy, suite: replaySuite)
      refusals = policy.isIntact ? [] : try ScenarioRunner.run(minimal).lines.flatMap(\.refusals)
      file = try minimal.stating(played).yaml
    } catch { throw .unknownRule(error) }
    for report in [replay, played] where !report.broken.contains(property) {
      throw .doesNotReplay(property, suite: report.suite, replay: report)
    }
    return .init(
      property: property, operations: operations, replay: played.withoutExpectations, refusedBy: refusals.first, scenario: file)
  }
}
