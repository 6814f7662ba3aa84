public import Coins

/// An attack strategy: a value with one method.
///
/// The adversary's knowledge is what the oracle answers, its randomness is `coins`. It must be deterministic given both, so that
/// a trial replays.
///
/// **Adversaries are cooperative code.** They run in the challenger's process, and nothing there can keep them from its secrets:
/// code that casts the oracle, reads memory, or computes the public generator from the seed wins every game and shows nothing.
/// That an adversary plays by this protocol alone is a promise of whoever writes it; the rules of `Tests/ArchitectureTests` hold
/// the shipped ones to it. A run with a `CoinSecret` takes the computing away. Code that is not trusted belongs into another
/// process.
public protocol Adversary<Query, Answer>: Sendable {
  associatedtype Query: GameQuery
  associatedtype Answer

  /// Plays one trial and ends with one bit: in a distinguishing game the guess "this is the right-hand world" is a `true` that
  /// is more frequent there. In a winnable game the bit is ignored.
  /// - Throws: a forfeit, by passing on the oracle's or by giving up.
  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool
}
