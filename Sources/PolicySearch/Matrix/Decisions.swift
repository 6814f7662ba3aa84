package import DomainManagement
import Explorer
import Policy
package import Records
import Scenarios

/// What is decided in a search, for whoever compares two ways to decide it.
package enum Decisions {
  /// Tells every question that is asked where everything happens that the policy allows.
  package static func met<S: DomainSuite>(
    in scope: ExplorationScope, _ suite: S, under selection: PolicySelection, _ ask: @escaping (Question<S>) -> Void
  ) throws(Exploration.Failure) {
    try scope.validate(within: SearchLimits())
    let policy: Policy<S>
    do throws(UnknownRule) { policy = try selection.policy() } catch { throw .unknownRule(error) }
    let watched = WatchedPolicy(base: policy, watch: ask)
    var deduction = DomainDeduction(scope, suite: suite, policy: watched, reductions: .init())
    _ = Saturation(&deduction)
    deduction.askBesides()
  }
}
