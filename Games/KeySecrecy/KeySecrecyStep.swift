public import GameKit
internal import Primitives

/// One step of the sequence: what it changes, and what has to happen before anybody can notice. Each has a file in `Steps`, with
/// its reduction.
public struct KeySecrecyStep: Sendable {
  public let facts: HopFacts
  /// Nil for a perfect step, and for an assumption.
  let badEvent: KeySecrecyEvent?
  let change: @Sendable (inout KeySecrecyVariant) -> Void

  init(_ facts: HopFacts, badEvent: KeySecrecyEvent? = nil, change: @escaping @Sendable (inout KeySecrecyVariant) -> Void) {
    (self.facts, self.badEvent, self.change) = (facts, badEvent, change)
  }
}

/// The bad events of the steps.
enum KeySecrecyEvent: Sendable {
  case keyCollision, operatorForgery, hsmForgery, trustCollision
  /// What is not genuine gets in by the rules. Under the quorum assumption the step is perfect: there is no event to hide behind.
  case policyBreach
}

extension KeySecrecyGame {
  @_specialize(where Base == CalibratedSuite)
  func has(_ event: KeySecrecyEvent?) -> Bool {
    switch event {
    case .keyCollision: hasKeyCollision
    case .operatorForgery: services.operators.isBad
    case .hsmForgery: services.hsms.isBad
    case .trustCollision: services.chain.isBad
    case .policyBreach: !rules.keepsQuorumAssumption && hasPolicyBreach
    case nil: false
    }
  }

  /// At how many places the event has occurred: under how many keys a signature was forged.
  func places(of event: KeySecrecyEvent?) -> Int {
    switch event {
    case .operatorForgery: services.operators.badPlaces
    case .hsmForgery: services.hsms.badPlaces
    case .keyCollision, .trustCollision, .policyBreach, nil: has(event) ? 1 : 0
    }
  }
}
