import DomainManagement
import Explorer
public import Policy
public import Records
public import Scenarios

/// The moves of a search, chosen by hand: those that it tries in one state, what they lead to, and what the policy refuses there.
public struct GuidedSearch: Sendable {
  public struct Move: Sendable {
    /// What is done, a sentence each; an adversary may have to prepare.
    public let words: [String]
    /// What the trusts list that are new in it.
    public let trusts: [String]
    /// What falls with it.
    public let broken: [Property]
  }

  /// What one rule refuses in this state.
  public struct Refusal: Sendable {
    public let rule: String
    /// How many questions.
    public internal(set) var count = 0
    /// The first of them, in words.
    public internal(set) var examples: [String] = []
  }

  /// So many examples are told of what a rule refuses.
  static let mostExamples = 3

  /// Where somebody begins, if not with nothing.
  public struct Beginning: Sendable {
    let scenario: Scenario
    /// After so many of its steps.
    let steps: Int

    public init(_ scenario: Scenario, after steps: Int) { (self.scenario, self.steps) = (scenario, steps) }

    public var scope: ExplorationScope { ExplorationScope(of: scenario) }
  }

  public enum Failure: Error, Sendable {
    case unknownRule(UnknownRule)
    /// There is no move of a number of the path.
    case noMove
    /// This step of the scenario, from 1, is accepted, but none that the search tries.
    case notTried(step: Int)
  }

  /// What was chosen so far, as it plays.
  public let record: ScenarioRecord
  /// The same as a scenario file.
  public let file: String
  /// In the order of the search; none once a property fell, as what follows is not followed there either.
  public let moves: [Move]
  public let refusals: [Refusal]

  /// - Parameters:
  ///   - path: the numbers of the moves that were chosen, each among those of the state before.
  ///   - scope: that of the scenario, where somebody begins in one.
  public static func after(
    _ path: [Int], from beginning: Beginning? = nil, in scope: ExplorationScope, under selection: PolicySelection
  ) throws(Failure) -> GuidedSearch {
    scope.transparentWrap
      ? try after(path, from: beginning, in: scope, under: selection, on: TransparentSuite(SymbolicSuite()))
      : try after(path, from: beginning, in: scope, under: selection, on: SymbolicSuite())
  }

  private static func after<S: DomainSuite>(
    _ path: [Int], from beginning: Beginning?, in scope: ExplorationScope, under selection: PolicySelection, on suite: S
  ) throws(Failure) -> GuidedSearch {
    func known<Value>(_ body: () throws(UnknownRule) -> Value) throws(Failure) -> Value {
      do throws(UnknownRule) { return try body() } catch { throw .unknownRule(error) }
    }
    let policy: Policy<S> = try known { () throws(UnknownRule) in try selection.policy(for: S.self) }
    var walk = GuidedWalk(scope, policy, suite, tellsApart: beginning != nil)
    if let beginning {
      let record = try known { () throws(UnknownRule) in try ScenarioRunner.run(beginning.scenario, policy: selection) }
      if let step = walk.follow(beginning, record) { throw .notTried(step: step) }
    }
    for number in path where !walk.take(number) { throw .noMove }
    return try known { () throws(UnknownRule) in try walk.search(under: selection) }
  }
}

/// A walk through the conclusions of a deduction: facts are drawn one by one, as somebody chooses them.
private struct GuidedWalk<S: DomainSuite> {
  typealias Deduced = DomainDeduction<S, WatchedPolicy<Policy<S>>>
  typealias Drawn = Conclusion<Deduced.Fact, Deduced.Step, Deduced.Goal>

  /// What was asked and refused, by rule; the search asks within closures.
  private final class Refusals {
    var all: [GuidedSearch.Refusal] = []
    private let names: [String: String]

    init(_ names: [String: String]) { self.names = names }

    func add(_ rule: String, _ question: Question<S>) {
      let place = all.firstIndex { $0.rule == rule } ?? all.count
      if place == all.count { all.append(.init(rule: rule)) }
      all[place].count += 1
      guard all[place].examples.count < GuidedSearch.mostExamples else { return }
      let words = question.told(names)
      if !all[place].examples.contains(words) { all[place].examples.append(words) }
    }
  }

  private var deduction: Deduced
  private let refusals: Refusals
  private var facts: [Deduced.Fact] = []
  private var known: Set<Deduced.Key> = []
  private var steps: [Deduced.Step] = []
  private var hasFallen = false
  /// What can be drawn from the facts so far and has not been.
  private var open: [Drawn] = []

  /// - Parameter tellsApart: whether entities of one kind are told apart, and trusts by their ancestors, as in a scenario.
  init(_ scope: ExplorationScope, _ policy: Policy<S>, _ suite: S, tellsApart: Bool) {
    let refusals = Refusals(Universe(scope, suite: suite).names)
    self.refusals = refusals
    let watched = WatchedPolicy(base: policy) { question in
      if let denial = policy.decide(question, suite: suite).denial { refusals.add(denial.rule, question) }
    }
    var reductions = ExplorationReductions()
    if tellsApart { (reductions.symmetry, reductions.lineage) = (false, false) }
    deduction = Deduced(scope, suite: suite, policy: watched, reductions: reductions)
    var drawn: [Drawn] = []
    deduction.axioms { drawn.append($0) }
    add(drawn)
  }

  /// - Returns: whether there is such a move.
  mutating func take(_ number: Int) -> Bool {
    guard !hasFallen, open.indices.contains(number) else { return false }
    let move = open.remove(at: number)
    steps += move.steps
    hasFallen = !move.broken.isEmpty
    guard !hasFallen, let fact = move.fact else { return true }
    known.insert(deduction.key(of: fact))
    // What is refused from here on is refused in this state.
    refusals.all = []
    var drawn: [Drawn] = []
    deduction.conclusions(from: fact) { drawn.append($0) }
    for other in facts { deduction.conclusions(from: other, fact) { drawn.append($0) } }
    facts.append(fact)
    add(drawn)
    return true
  }

  /// Keeps what leads to a fact that is not known, or to the fall of a property; of what leads to the same, the first.
  private mutating func add(_ drawn: [Drawn]) {
    open = (open + drawn).reduce(into: []) { kept, conclusion in
      let key = conclusion.fact.map { deduction.key(of: $0) }
      guard !conclusion.broken.isEmpty || key.map({ !known.contains($0) }) ?? false else { return }
      let isThere = kept.contains {
        $0.broken == conclusion.broken && $0.fact.map { deduction.key(of: $0) } == key
      }
      if !isThere { kept.append(conclusion) }
    }
  }

  /// Takes the moves that the first steps of a scenario are.
  /// - Parameter record: of the scenario, as it was played.
  /// - Returns: the number of the first accepted step that is none; nil if all are.
  mutating func follow(_ beginning: GuidedSearch.Beginning, _ record: ScenarioRecord) -> Int? {
    var namesakes = Namesakes(beginning.scenario, deduction.universe)
    for (index, step) in beginning.scenario.steps.prefix(beginning.steps).enumerated() {
      switch step.command {
      // Signing is part of what is signed, and forging of what a forged token is used for.
      case .authorise, .forge: continue
      case _ where record.lines[index].result != .accepted: continue
      default:
        guard let number = open.firstIndex(where: { $0.steps.count == 1 && namesakes.isSame($0.steps[0], step.command) }),
          take(number)
        else { return index + 1 }
      }
    }
    return nil
  }

  func search(under policy: PolicySelection) throws(UnknownRule) -> GuidedSearch {
    let played = scenario(steps)
    let moves = open.map { move in
      let next = scenario(steps + move.steps)
      return GuidedSearch.Move(
        words: next.steps.dropFirst(steps.count).map(\.command.words),
        trusts: next.trusts.dropFirst(played.trusts.count).map(\.words), broken: move.broken)
    }
    let record = try ScenarioRunner.run(played, policy: policy)
    return GuidedSearch(
      record: record, file: try played.stating(record).yaml, moves: hasFallen ? [] : moves,
      refusals: hasFallen ? [] : refusals.all)
  }

  private func scenario(_ steps: [Deduced.Step]) -> Scenario {
    Story.scenario(steps, of: deduction, name: "by-hand", title: "Moves of the search, chosen by hand")
  }
}

extension Conclusion where Goal == DomainGoal {
  /// What falls.
  fileprivate var broken: [Property] { goals.compactMap { if case .broken(let property) = $0 { property } else { nil } } }
}
