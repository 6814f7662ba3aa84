public import GameKit
public import Records

/// What may be asked in the collision game.
public enum CollisionQuery<P: PointHash>: GameQuery {
  /// Submit a pair of points.
  case collision(P.Point, P.Point)
  /// Evaluate the function, whose key is public. **[ours]**: see `HashQuery.evaluate`.
  case evaluate(P.Point)

  public enum Kind: Int, QueryKind {
    case collision, evaluate

    public var symbol: String {
      switch self {
      case .collision: "q_col"
      case .evaluate: "q_work"
      }
    }

    public var resource: Resource? { .hashEvaluations }
  }

  @inlinable
  public var kind: Kind {
    switch self {
    case .collision: .collision
    case .evaluate: .evaluate
    }
  }

  public var description: String {
    switch self {
    case .collision(let first, let second): "collision(\(first), \(second))"
    case .evaluate(let point): "evaluate(\(point))"
    }
  }
}

/// What the collision game answers.
public enum CollisionAnswer<P: PointHash>: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The pair was taken; whether it collides is not said.
  case noted
  case digest(P.Digest)

  public var description: String {
    switch self {
    case .noted: "noted"
    case .digest(let digest): "\(digest)"
    }
  }
}
