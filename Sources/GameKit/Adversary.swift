public import Coins

/// An attack strategy: a value with one method.
///
/// The adversary's knowledge is what the oracle answers, its randomness is `coins`. It must be deterministic given both, so that
/// a trial replays; in-process adversaries are cooperative code.
public protocol Adversary<Query, Answer>: Sendable {
  associatedtype Query: GameQuery
  associatedtype Answer

  /// Plays one trial and ends with one bit: in a distinguishing game the guess "this is the right-hand world" is a `true` that
  /// is more frequent there. In a winnable game the bit is ignored.
  /// - Throws: a forfeit, by passing on the oracle's or by giving up.
  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool
}
