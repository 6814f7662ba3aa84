public import Coins
public import GameKit
public import Primitives

/// The ideal service: the functionality, and a simulator in the network's place.
public struct IdealService<Simulator: ServiceSimulator>: Game {
  private(set) var functionality: EncryptionFunctionality<Simulator.Names>
  private(set) var simulator: Simulator
  private var hasGivenUp = false

  /// - Parameter quorum: the global n.
  public init(_ simulator: Simulator, quorum: Int) {
    (self.simulator, functionality) = (simulator, EncryptionFunctionality(setUp: GlobalSetUp(quorum: quorum)))
  }

  @_specialize(where Simulator == EncryptionSimulator<CalibratedSuite, KeySecrecyGame<CalibratedSuite>>)
  public mutating func restart(coins: Coins) {
    functionality.restart()
    simulator.restart(coins: coins)
    hasGivenUp = false
  }

  @_specialize(where Simulator == EncryptionSimulator<CalibratedSuite, KeySecrecyGame<CalibratedSuite>>)
  public mutating func answer(_ query: EncryptionServiceQuery) -> EncryptionServiceAnswer {
    guard !hasGivenUp else { return .noSimulator }
    do throws(Forfeit) {
      switch query {
      case .environment(let query): return try functionality.answer(query, with: &simulator)
      case .adversary(let query): return try functionality.answer(query, with: &simulator)
      }
    } catch {
      hasGivenUp = true
      return .noSimulator
    }
  }
}

extension IdealService {
  /// With the simulator of the proof.
  /// - Parameter stage: of the domain management that the simulator runs. It may run any game of the sequence: what
  ///   `service-ideal` compares it with is G₅, and from there to G₀ each step is walked in the ideal world (`SimulatorStep`).
  ///   **[ours]**
  public init<Base: Suite>(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .real)
  where Simulator == EncryptionSimulator<Base, KeySecrecyGame<Base>> {
    self.init(EncryptionSimulator(rules, running: rules.game(stage)), quorum: rules.quorum)
  }

  /// With a bad one.
  public init<Base: Suite>(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .real, twin: SimulatorTwin)
  where Simulator == PlantedSimulator<Base, KeySecrecyGame<Base>> {
    self.init(PlantedSimulator(EncryptionSimulator(rules, running: rules.game(stage)), twin: twin), quorum: rules.quorum)
  }
}

extension IdealService {
  mutating func overhear<Base: Suite>() -> Journal<KeySecrecyServices<Base>.Entry>
  where Simulator == EncryptionSimulator<Base, KeySecrecyGame<Base>> { simulator.overhear() }
}

extension IdealService: WinnableGame where Simulator: WinnableSimulator {
  public var isWon: Bool { simulator.isWon }
}

extension KeySecrecyRules {
  /// What a simulator runs.
  fileprivate func game(_ stage: KeySecrecyStage) -> KeySecrecyGame<Base> {
    KeySecrecyGame(rules: self, stage: stage, challenge: .random)
  }
}
