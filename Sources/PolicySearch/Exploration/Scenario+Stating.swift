package import Policy
package import Records
package import Scenarios

extension Scenario {
  /// The scenario with what comes of it stated, as a file that is kept: under the intact policy, and as its twin under the policy
  /// with which it was played.
  package func stating(_ played: ScenarioRecord) throws(UnknownRule) -> Scenario {
    var stated = self
    let intact = played.policy.isIntact ? played : try ScenarioRunner.run(self)
    stated.end = intact.broken
    let twin = played.policy.isIntact ? nil : Twin(without: played.policy.without, with: played.policy.with, end: played.broken)
    stated.twin = twin
    for index in steps.indices {
      stated.steps[index].expected = .init(intact.lines[index])
      let actual = Step.Expectation(played.lines[index])
      stated.steps[index].expectedOfTwin = twin.flatMap { stated.steps[index].expected(under: $0) == actual ? nil : actual }
    }
    return stated
  }
}
