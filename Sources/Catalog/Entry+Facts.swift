import GameKit
import Referee

extension Entry {
  /// A hop, by the facts that stand beside its games.
  init(
    _ hop: HopFacts, _ epsilons: Epsilons, parameters: [Parameter], showcase: [String: Int] = [:], adversaries: [String],
    twins: [PlantedDefect] = [], suites: [Suite] = Suite.allCases, weight: UInt64 = 1, isSymbolic: Bool = false,
    calibratedOnly: [String] = [], reduction: ReductionClaim? = nil, experiment: @escaping @Sendable (Selection) -> AnyExperiment,
    formula: @escaping @Sendable (Selection) -> Double? = { _ in nil },
    attacks: @escaping @Sendable (Selection) -> [String] = { _ in [] }
  ) {
    self.init(
      name: hop.name, kind: .hop, title: hop.title, claim: hop.claim, source: hop.source, badEvent: hop.badEvent ?? "none",
      parameters: parameters, showcase: showcase, adversaries: adversaries, twins: twins, suites: suites, weight: weight,
      isSymbolic: isSymbolic, calibratedOnly: calibratedOnly, bound: epsilons.defining(hop.payment), reduction: reduction,
      experiment: experiment, formula: formula, attacks: attacks)
  }
}
