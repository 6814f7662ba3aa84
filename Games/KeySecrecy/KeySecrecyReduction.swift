public import GameKit
public import Primitives

/// What a step of the sequence is reduced to, and how: the protocol simulated around a game that the bad event wins, or whose bit
/// the step's bit is.
public struct KeySecrecyReduction<Base: Suite, Inner: Game>: Sendable {
  let rules: KeySecrecyRules<Base>
  /// The right game of the step; the left one is simulated.
  let stage: KeySecrecyStage
  let exposed: KeySecrecyServices<Base>.Exposed?
  let inner: @Sendable () -> Inner
  let lend: KeySecrecySimulation<Base, Inner>.Lend

  /// The hop, with the services' coins where the reduction has them.
  public func hop(_ challenge: KeySecrecyGame<Base>.Challenge) -> KeySecrecyHop<Base> {
    KeySecrecyHop(rules: rules, to: stage, challenge: challenge, exposed: exposed)
  }

  /// The simulated game: whoever plays it plays the inner one.
  public func simulated(_ challenge: KeySecrecyGame<Base>.Challenge) -> SimulatedGame<KeySecrecySimulation<Base, Inner>> {
    SimulatedGame(KeySecrecySimulation(hop(challenge).left, inner: Inner.self, lend: lend), of: inner())
  }

  /// The reduction as one that others follow.
  /// - Parameter budget: of the adversaries that it is for.
  public func reduction(
    _ challenge: KeySecrecyGame<Base>.Challenge, budget: Budget<KeySecrecyQuery.Kind>
  ) -> SimulatingReduction<KeySecrecyGame<Base>, KeySecrecySimulation<Base, Inner>> {
    SimulatingReduction { [self] in
      KeySecrecySimulation(hop(challenge).left, inner: Inner.self, budget: budget, lend: lend)
    }
  }

  /// The same reduction to another game: how a wrong one is planted.
  public func around(_ inner: @escaping @Sendable () -> Inner) -> Self {
    Self(rules: rules, stage: stage, exposed: exposed, inner: inner, lend: lend)
  }
}
