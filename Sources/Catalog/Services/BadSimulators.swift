import ServiceAdversaries
package import Arena
package import GameKit
package import Games
package import Primitives
package import Referee

/// The bad simulators, which use of the service tells from the real one.
package let badSimulators = SimulatorTwin.allCases.map { PlantedDefect($0.rawValue, by: "use-branches") }

package let useBranches = Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>(
  "use-branches", "uses keys of one handle in two branches, and a successor", expects: "0; near 1 against a bad simulator",
  chance: { _ in 0 }
) { _ in Distinguisher(UseBranches(), with: DomainFounder()) }

package let fuzzService = Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>(
  "fuzz-service", "makes random queries of every kind, legal and illegal", expects: "small"
) { FuzzService(queries: $0["queries"]) }

extension Wiring {
  /// The real service against the ideal one with a bad simulator.
  package func worlds<Base: Suite>(
    left: @escaping @Sendable () -> RealService<Base>, _ twin: SimulatorTwin, _ rules: KeySecrecyRules<Base>,
    against adversary: some Adversary<EncryptionServiceQuery, EncryptionServiceAnswer>,
    budget: Budget<EncryptionServiceQuery.Kind>
  ) -> AnyExperiment {
    sharedWorlds(left: left, right: { IdealService(rules: rules, twin: twin) }, against: adversary, budget: budget)
  }
}
