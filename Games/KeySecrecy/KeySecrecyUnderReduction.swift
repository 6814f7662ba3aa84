// Claim: a game of the sequence *is* the reduction of its hop around the real service, query by query; and the service is broken exactly
// when the bad event of the hop occurs. It is what makes the inequality Pr[bad] ≤ Adv(B(A)) an equality that can be checked in every trial.
public import GameKit
public import Primitives

/// A game of the sequence beside the reduction around the unforgeability game: perfect.
public struct KeySecrecyUnderReduction<Base: Suite>: Hop {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  public typealias Right = SimulatedGame<KeySecrecySimulation<Base, SignatureForgery<KeySecrecyServices<Base>.Scheme>>>
  let rules: KeySecrecyRules<Base>
  let exposed: KeySecrecyServices<Base>.Exposed
  let challenge: KeySecrecyGame<Base>.Challenge

  /// - Parameter exposed: `operators` or `hsms`.
  public init(rules: KeySecrecyRules<Base>, exposed: KeySecrecyServices<Base>.Exposed, challenge: KeySecrecyGame<Base>.Challenge) {
    (self.rules, self.exposed, self.challenge) = (rules, exposed, challenge)
  }

  public var left: KeySecrecyGame<Base> {
    KeySecrecyGame(rules: rules, stage: exposed == .operators ? .distinctKeys : .operatorSignatures, challenge: challenge, exposed: exposed)
  }
  public var right: Right {
    SimulatedGame(rules.forger(exposed, challenge: challenge, budget: Budget { _ in Int(UInt32.max) }), of: rules.forgeryGame)
  }

  public func isBad(_ left: borrowing KeySecrecyGame<Base>) -> Bool { false }

  public func relation(_ left: borrowing KeySecrecyGame<Base>, _ right: borrowing Right) -> Relation {
    left.isBad(before: exposed == .operators ? .operatorSignatures : .hsmSignatures) == right.inner.isWon
      ? left.relation(to: right.simulation.game) : .broken("forgeries")
  }
}
