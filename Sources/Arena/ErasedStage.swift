public import GameKit
public import Referee

/// A stage whose game is made once its adversary is there: the rows of its attacks know the queries and answers alone, and are
/// compiled once for all games, hops and suites. It is for the games of the whole protocol, and open to outsiders' attacks.
public struct ErasedStage<Query: GameQuery, Answer: Sendable>: Stage {
  public let wiring: Wiring
  let game: @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment

  /// - Parameter game: the game, or both worlds, against an adversary.
  public init(_ wiring: Wiring, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment) {
    (self.wiring, self.game) = (wiring, game)
  }

  @inlinable
  public func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    play(ErasedAdversary(adversary))
  }

  @usableFromInline
  func play(_ adversary: ErasedAdversary<Query, Answer>) -> AnyExperiment { game(adversary) }
}

extension Stage {
  /// The stage for attacks that are compiled elsewhere: made where the types are known, it is compiled for them.
  @inlinable @inline(__always)
  public var erased: ErasedStage<Query, Answer> { ErasedStage(wiring) { experiment(against: $0) } }
}
