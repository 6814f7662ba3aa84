public import Coins

/// A reduction: it turns any adversary against a source game into an adversary against a target game, by simulating the source.
///
/// It is code, and it is run: both sides of the inequality that it proves are measured.
public protocol Reduction<Source, Target>: Sendable {
  associatedtype Source: Game
  associatedtype Target: Game

  /// Plays the target game by letting `adversary` play a simulated source game.
  /// - Parameters:
  ///   - coins: handed on to the adversary, so that it plays as it does against the source itself; the reduction's own coins
  ///     are a child of them.
  func play<A: Adversary<Source.Query, Source.Answer>>(
    _ adversary: A, against oracle: inout some Oracle<Target.Query, Target.Answer>, coins: Coins
  ) throws(Forfeit) -> Bool
}
