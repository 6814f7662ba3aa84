import PolicyAdversaries
import Arena
package import Families
import DomainManagement
import GameKit
import Games
import Policy
import Primitives
import Referee

/// The policy hop; a twin is a policy without the rule of that name.
struct PolicyStage: Stage {
  typealias Query = PolicyQuery
  typealias Answer = PolicyAnswer
  let wiring: Wiring

  var population: PolicyGame.DomainSize { .init(honest: self["honest"], dishonest: self["dishonest"], globalQuorum: self["n"]) }

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let budget = Budget<PolicyQuery.Kind> { _ in 100_000 }
    guard let twin = wiring.selection.twin else {
      return wiring.planted(PolicyIdealization(population: population), against: adversary, budget: budget)
    }
    guard let policy = try? Policy<SymbolicSuite>.intact.without([twin]) else {
      preconditionFailure("\(twin) is listed as a twin and is no rule")
    }
    return wiring.planted(PolicyPerfection(population: population, policy: policy), against: adversary, budget: budget)
  }
}

private let attacks: [Attack<PolicyStage>] = [
  Attack(
    "insider-coup", "has dishonest operators authorise a trust with a rogue HSM or host, and skips a version",
    expects: "0 below n dishonest operators, 1 from n on or without one of the twins' rules"
  ) { InsiderCoup(population: $0.population) },
  Attack("random-trusts", "proposes, signs and presents random trusts, by one link or several", expects: "0") {
    RandomTrusts(population: $0.population, rounds: $0["rounds"])
  },
]

package let policies = Family(
  attacks: attacks.map(\.facts),
  hops: [
    Entry(
      .policyIdealization, .wholeProtocol,
      parameters: [
        Parameter("honest", 3, in: 1...50, "honest operators"),
        Parameter(
          "dishonest", 1, in: 1...50, "dishonest operators; from n on the quorum assumption fails, and so does the claim"),
        Parameter("n", 2, in: 1...50, "the global n: any n genuine operators include an honest one"),
        Parameter("rounds", 12, in: 1...1000, "moves of the random adversary", of: ["random-trusts"]),
      ],
      twins: [
        "successor.quorum-distinct", "successor.quorum-of-parent", "successor.threshold-of-parent", "successor.every-link",
        "operator.genuine-entities",
      ].map { .init($0, by: "insider-coup") },
      suites: [.symbolic], attacks: attacks.first("random-trusts"), chance: Entry.unknown,
      stage: PolicyStage.init)
  ])
