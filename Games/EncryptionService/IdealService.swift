public import Coins
public import GameKit
public import Primitives

/// The ideal service: the functionality, and a simulator in the network's place.
public struct IdealService<Simulator: ServiceSimulator>: Game {
  private var functionality: EncryptionFunctionality
  private(set) var simulator: Simulator
  private var hasGivenUp = false

  /// - Parameter quorum: the global n.
  public init(_ simulator: Simulator, quorum: Int) {
    (self.simulator, functionality) = (simulator, EncryptionFunctionality(setUp: GlobalSetUp(quorum: quorum)))
  }

  @_specialize(where Simulator == EncryptionSimulator<CalibratedSuite>)
  public mutating func restart(coins: Coins) {
    functionality.restart()
    simulator.restart(coins: coins)
    hasGivenUp = false
  }

  @_specialize(where Simulator == EncryptionSimulator<CalibratedSuite>)
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
  ///   `service-ideal` compares it with is G₅, and each step from there to G₀ is walked in the ideal world. **[ours]**
  public init<Base: Suite>(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .real)
  where Simulator == EncryptionSimulator<Base> {
    self.init(EncryptionSimulator(rules: rules, stage: stage), quorum: rules.quorum)
  }
}
