public import GameKit
public import Referee

/// A game or a hop with all its types known, that waits for an adversary: what the rows of its attacks are built on.
///
/// An outsider's game has one, usually `HopStage`, `GameStage` or `WorldsStage`.
public protocol Stage<Query, Answer>: Sendable {
  associatedtype Query: GameQuery
  associatedtype Answer: Sendable

  var wiring: Wiring { get }

  /// The game, or both worlds, against `adversary`: made by a method of the wiring.
  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment
}

extension Stage {
  /// The value of a parameter.
  @inlinable
  public subscript(parameter: String) -> Int { wiring[parameter] }
}
