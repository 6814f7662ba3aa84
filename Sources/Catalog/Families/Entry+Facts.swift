package import Arena
package import GameKit
package import Primitives
package import Referee

extension Entry {
  /// A hop, by the facts that stand beside its games.
  package init<S: Stage>(
    _ hop: HopFacts, _ epsilons: Epsilons, measure: Measure = .coupledWorlds, parameters: [Parameter],
    showcase: [String: Int] = [:], twins: [PlantedDefect] = [], suites: [SuiteName] = SuiteName.ofPrimitives, weight: UInt64 = 1,
    reduction: ReductionClaim? = nil, attacks: [Attack<S>], chance: @escaping Chance = unplanted,
    stage: @escaping @Sendable (Wiring) -> S
  ) {
    self.init(
      .hop, hop.name, hop.title, claim: hop.claim, source: hop.source, badEvent: hop.badEvent ?? "none", measure: measure,
      parameters: parameters, showcase: showcase, twins: twins, suites: suites, weight: weight,
      bound: epsilons.defining(hop.payment), reduction: reduction, attacks: attacks, chance: chance, stage: stage)
  }

  /// The same with rows that are built once the types of a suite are known.
  package init(
    _ hop: HopFacts, _ epsilons: Epsilons, measure: Measure = .coupledWorlds, parameters: [Parameter],
    showcase: [String: Int] = [:], twins: [PlantedDefect] = [], suites: [SuiteName] = SuiteName.ofPrimitives,
    reduction: ReductionClaim? = nil, attacks: [AttackFacts], chance: @escaping Chance = unplanted,
    experiment: @escaping @Sendable (Selection) -> AnyExperiment, outside: OutsideStage? = nil
  ) {
    self.init(
      .hop, hop.name, hop.title, claim: hop.claim, source: hop.source, badEvent: hop.badEvent ?? "none", measure: measure,
      parameters: parameters, showcase: showcase, twins: twins, suites: suites, bound: epsilons.defining(hop.payment),
      reduction: reduction, attacks: attacks, chance: chance, experiment: experiment, outside: outside)
  }
}
