import Adversaries
import Coins
import DomainManagement
@_spi(Harness) import GameKit
import Games
import Policy
import Testing

/// The policy hop in lockstep: perfect under the quorum assumption, and its planted twins are caught.
@Suite struct PolicyIdealizationTests {
  typealias DomainSize = PolicyGame.DomainSize
  private let source = CoinSource(seed: 9)

  private func standings<H: Hop<PolicyQuery, PolicyAnswer>, A: Adversary<PolicyQuery, PolicyAnswer>>(
    _ hop: H, _ adversary: A, trials: UInt64
  ) -> (equal: Int, bad: Int, violated: Int) {
    var lockstep = Lockstep(hop, adversary: adversary, budget: Budget { _ in 1_000 })
    var counts = (equal: 0, bad: 0, violated: 0)
    for trial in 0..<trials {
      switch lockstep.play(trial: trial, source: source).standing {
      case .equal: counts.equal += 1
      case .bad: counts.bad += 1
      case .violated: counts.violated += 1
      }
    }
    return counts
  }

  @Test func noTrialIsBadUnderTheQuorumAssumption() {
    let population = DomainSize()
    #expect(
      standings(PolicyIdealization(population: population), RandomTrusts(population: population), trials: 5_000) == (5_000, 0, 0))
    #expect(
      standings(PolicyPerfection(population: population), RandomTrusts(population: population), trials: 5_000) == (5_000, 0, 0))
    #expect(standings(PolicyPerfection(population: population), InsiderCoup(population: population), trials: 10) == (10, 0, 0))
  }

  @Test func nDishonestOperatorsMakeEveryCoupBad() {
    let population = DomainSize(honest: 2, dishonest: 2)
    #expect(standings(PolicyIdealization(population: population), InsiderCoup(population: population), trials: 10) == (0, 10, 0))
    #expect(standings(PolicyPerfection(population: population), InsiderCoup(population: population), trials: 10) == (0, 0, 10))
  }

  @Test(arguments: [
    "successor.quorum-distinct", "successor.quorum-of-parent", "successor.threshold-of-parent", "successor.every-link",
    "operator.genuine-entities",
  ])
  func aMissingRuleIsCaught(rule: String) throws {
    let population = DomainSize()
    let policy = try Policy<SymbolicSuite>.intact.without([rule])
    #expect(
      standings(PolicyPerfection(population: population, policy: policy), InsiderCoup(population: population), trials: 10)
        .violated == 10)
    #expect(
      standings(PolicyIdealization(population: population, policy: policy), RandomTrusts(population: population), trials: 2_000)
        .bad > 0)
  }
}
