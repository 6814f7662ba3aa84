// Claim: a game of the sequence *is* the reduction of its hop around the real service, query by query; and the service is broken
// exactly when the bad event of the hop occurs. It is what makes the inequality Pr[bad] ≤ Adv(B(A)) an equality that can be
// checked in every trial.
public import GameKit
public import Primitives

/// A game of the sequence beside the reduction around the game that its bad event wins: perfect.
public struct KeySecrecyUnderReduction<Base: Suite, Inner: WinnableGame>: Hop {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  public typealias Right = SimulatedGame<KeySecrecySimulation<Base, Inner>>
  let reduction: KeySecrecyReduction<Base, Inner>
  let challenge: KeySecrecyGame<Base>.Challenge
  private let hop: KeySecrecyHop<Base>

  public init(_ reduction: KeySecrecyReduction<Base, Inner>, challenge: KeySecrecyGame<Base>.Challenge) {
    (self.reduction, self.challenge, hop) = (reduction, challenge, reduction.hop(challenge))
  }

  public var left: KeySecrecyGame<Base> { hop.left }
  public var right: Right { reduction.simulated(challenge) }

  public func isBad(_ left: borrowing KeySecrecyGame<Base>) -> Bool { false }

  public func relation(_ left: borrowing KeySecrecyGame<Base>, _ right: borrowing Right) -> Relation {
    hop.isBad(left) == right.inner.isWon ? left.relation(to: right.simulation.game) : .broken("the bad event and the win")
  }
}
