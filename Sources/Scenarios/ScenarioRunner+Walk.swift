package import DomainManagement
package import Policy
package import Records

extension ScenarioRunner {
  /// How a walk ended.
  package struct Walk {
    /// The first property that fell, with the last command: others may have followed from it on the way.
    package var broken: Property?
    package var milestones: Set<Milestone> = []
    package var commands: [Command] = []
    package var accepted = 0
  }

  /// Plays commands among the entities and trusts of `scenario`, on the ideal suite, as `next` chooses them: it is told whether
  /// the last one was accepted, and ends the walk with nil. The first property that falls ends it too: what follows from it is no
  /// news. `asked` is told every question that the protocol asks.
  package static func walk(
    _ scenario: Scenario, policy selection: PolicySelection, asked: @escaping (Question<SymbolicSuite>) -> Void = { _ in },
    next: (_ wasAccepted: Bool) -> Command?
  ) throws(UnknownRule) -> Walk {
    let policy = ToldPolicy(base: try selection.policy(for: SymbolicSuite.self), tell: asked)
    var world = World(scenario, suite: SymbolicSuite(), policy: policy)
    var (walk, wasAccepted) = (Walk(), false)
    while world.monitor.violations.isEmpty, let command = next(wasAccepted) {
      walk.commands.append(command)
      wasAccepted = world.accepts(command)
      if wasAccepted { walk.accepted += 1 }
    }
    (walk.broken, walk.milestones) = (world.monitor.violations.first?.property, world.monitor.seen)
    return walk
  }
}

/// Answers as another policy does, and tells somebody what it is asked.
private struct ToldPolicy<Base: DomainPolicy>: DomainPolicy {
  typealias Suite = Base.Suite

  let base: Base
  let tell: (Question<Suite>) -> Void

  func decide(_ question: Question<Suite>, suite: Suite) -> Decision {
    tell(question)
    return base.decide(question, suite: suite)
  }
}
