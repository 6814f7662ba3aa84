public import GameKit
public import Referee

/// A hop that waits for a distinguisher.
public struct HopStage<H: Hop>: Stage where H.Query: GameQuery {
  public typealias Query = H.Query
  public typealias Answer = H.Answer
  public let wiring: Wiring
  @usableFromInline let hop: H
  @usableFromInline let budget: Budget<H.Query.Kind>

  @inlinable
  public init(_ wiring: Wiring, _ hop: H, budget: Budget<H.Query.Kind>) {
    (self.wiring, self.hop, self.budget) = (wiring, hop, budget)
  }

  @inlinable
  public func experiment<A: Adversary<H.Query, H.Answer>>(against adversary: A) -> AnyExperiment {
    wiring.hop(hop, against: adversary, budget: budget)
  }
}

/// A game that is won or lost, and waits for an adversary.
public struct GameStage<G: WinnableGame>: Stage {
  public typealias Query = G.Query
  public typealias Answer = G.Answer
  public let wiring: Wiring
  @usableFromInline let game: @Sendable () -> G
  @usableFromInline let budget: Budget<G.Query.Kind>

  /// - Parameter game: makes the game, before its first trial.
  @inlinable
  public init(_ wiring: Wiring, budget: Budget<G.Query.Kind>, _ game: @escaping @Sendable () -> G) {
    (self.wiring, self.game, self.budget) = (wiring, game, budget)
  }

  @inlinable
  public func experiment<A: Adversary<G.Query, G.Answer>>(against adversary: A) -> AnyExperiment {
    wiring.game(game, against: adversary, budget: budget)
  }
}

/// Two worlds that differ by an assumption, and wait for a distinguisher.
public struct WorldsStage<Left: Game, Right: Game>: Stage where Left.Query == Right.Query, Left.Answer == Right.Answer {
  public typealias Query = Left.Query
  public typealias Answer = Left.Answer
  public let wiring: Wiring
  @usableFromInline let left: @Sendable () -> Left
  @usableFromInline let right: @Sendable () -> Right
  @usableFromInline let budget: Budget<Left.Query.Kind>

  @inlinable
  public init(
    _ wiring: Wiring, budget: Budget<Left.Query.Kind>, left: @escaping @Sendable () -> Left,
    right: @escaping @Sendable () -> Right
  ) {
    (self.wiring, self.left, self.right, self.budget) = (wiring, left, right, budget)
  }

  @inlinable
  public func experiment<A: Adversary<Left.Query, Left.Answer>>(against adversary: A) -> AnyExperiment {
    wiring.worlds(left: left, right: right, against: adversary, budget: budget)
  }
}
