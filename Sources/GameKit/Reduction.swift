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

/// The adversary that a reduction makes of another one.
public struct Reduced<R: Reduction, A: Adversary>: Adversary
where A.Query == R.Source.Query, A.Answer == R.Source.Answer {
  public typealias Query = R.Target.Query
  public typealias Answer = R.Target.Answer
  let reduction: R
  let adversary: A

  public init(_ reduction: R, of adversary: A) {
    self.reduction = reduction
    self.adversary = adversary
  }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    try reduction.play(adversary, against: &oracle, coins: coins)
  }
}
