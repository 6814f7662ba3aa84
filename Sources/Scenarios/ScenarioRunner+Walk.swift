import DomainManagement
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
  /// news.
  package static func walk(
    _ scenario: Scenario, policy selection: PolicySelection, next: (_ wasAccepted: Bool) -> Command?
  ) throws(UnknownRule) -> Walk {
    var world = World(scenario, suite: SymbolicSuite(), policy: try selection.policy(for: SymbolicSuite.self))
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
