import Arena
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
    name: "policy-idealization", kind: .hop, title: "the successor rules keep out what is not genuine",
    claim: """
      Over ideal signatures and chains: a successor is accepted when the rules hold (left), or when every entity is genuine, too \
      (right). While fewer than n genuine operators are dishonest the two never differ:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[bad] = 0
      """,
    source: "the policy step of the paper's sequence of games; docs/model.md, section 3.4",
    badEvent: "a quorum accepts a trust with an entity that is not genuine, in an honest domain",
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
    suites: [.symbolic], bound: { _ in .paid(0, by: "policy-idealization") },
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
