import Adversaries
import DomainManagement
import GameKit
import Games
import Policy
import Referee

let policyAdversaries = [
  AdversaryFacts(
    "insider-coup", "has dishonest operators authorise a trust with a rogue HSM, and presents it in every way",
    expectation: "0 below n dishonest operators, 1 from n on or without one of the twins' rules"),
  AdversaryFacts("random-trusts", "proposes, signs and presents random trusts", expectation: "0"),
]

let policyHops = [
  Entry(
    .policyIdealization, .wholeProtocol,
    parameters: [
      Parameter("honest", 3, in: 1...50, "honest operators"),
      Parameter("dishonest", 1, in: 1...50, "dishonest operators; from n on the quorum assumption fails, and so does the claim"),
      Parameter("n", 2, in: 1...50, "the global n: any n genuine operators include an honest one"),
      Parameter("rounds", 12, in: 1...1000, "moves of the random adversary", of: ["random-trusts"]),
    ],
    adversaries: ["random-trusts", "insider-coup"],
    twins: [
      "successor.quorum-distinct", "successor.quorum-of-parent", "successor.threshold-of-parent", "operator.genuine-entities",
    ].map {
      .init($0, by: "insider-coup")
    },
    suites: [.calibrated], isSymbolic: true,
    experiment: PolicyExperiment.build)
]

/// The policy hop on the symbolic suite; a twin is a policy without the rule of that name.
private enum PolicyExperiment {
  @Sendable static func build(_ selection: Selection) -> AnyExperiment {
    let population = PolicyGame.DomainSize(
      honest: selection["honest"], dishonest: selection["dishonest"], globalQuorum: selection["n"])
    guard let twin = selection.twin else {
      return play(PolicyIdealization(population: population), population, selection)
    }
    guard let policy = try? Policy<SymbolicSuite>.intact.without([twin]) else {
      preconditionFailure("\(twin) is listed as a twin and is no rule")
    }
    return play(PolicyPerfection(population: population, policy: policy), population, selection)
  }

  private static func play<H: GameKit.Hop<PolicyQuery, PolicyAnswer>>(
    _ hop: H, _ population: PolicyGame.DomainSize, _ selection: Selection
  ) -> AnyExperiment {
    let budget = Budget<PolicyQuery.Kind> { _ in 100_000 }
    return switch selection.adversary {
    case "random-trusts":
      Shared.hide(
        DistinguishingExperiment(
          hop, adversary: RandomTrusts(population: population, rounds: selection["rounds"]), budget: budget,
          coupling: selection.coupling))
    case "insider-coup":
      Shared.hide(
        DistinguishingExperiment(
          hop, adversary: InsiderCoup(population: population), budget: budget, coupling: selection.coupling))
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }
}
