public import Coins
public import GameKit
public import Primitives

/// The ideal service: a functionality and a simulator, and who is asked what.
///
/// Requests in honest domains go to the functionality, which tells the simulator lengths. All else goes to the simulator: the
/// adversary's queries, and the users of dishonest domains, to whom nothing is promised.
public struct IdealService<Base: Suite>: Game {
  public private(set) var functionality = EncryptionFunctionality()
  public private(set) var simulator: EncryptionSimulator<Base>

  /// - Parameter stage: of the domain management that the simulator runs. A simulator may run any game of the sequence: with the
  ///   last one the sequence is walked once, and the factor 2 of the theorem is not needed. **[ours]**
  public init(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .real) {
    simulator = EncryptionSimulator(rules: rules, stage: stage)
  }

  @_specialize(where Base == CalibratedSuite)
  public mutating func restart(coins: Coins) {
    functionality.restart()
    simulator.restart(coins: coins)
  }

  @_specialize(where Base == CalibratedSuite)
  public mutating func answer(_ query: EncryptionServiceQuery) -> EncryptionServiceAnswer {
    switch query {
    case .encrypt(let request, let message, let data):
      guard let named = simulator.named(request) else { return .unknown }
      guard simulator.isHonest(named) else { return simulator.answer(query) }
      return functionality.encrypt(message, data: data, for: named, with: &simulator)
    case .decrypt(let request, let ciphertext, let data):
      guard let named = simulator.named(request) else { return .unknown }
      guard simulator.isHonest(named) else { return simulator.answer(query) }
      return functionality.decrypt(ciphertext, data: data, for: named, with: &simulator)
    case .new, .network, .seal, .open: return simulator.answer(query)
    }
  }
}
