public import GameKit
public import Records

/// What may be asked of a hash service.
public enum HashQuery<P: PointHash>: GameQuery {
  /// The digest of a point, which the service remembers.
  case hash(P.Point)
  /// Whether a digest belongs to a point.
  case check(P.Point, P.Digest)
  /// The adversary's own evaluation: the hash key is public. In a calibrated suite every algorithm is an oracle, so that this
  /// work is counted too. **[ours]**
  case evaluate(P.Point)

  public enum Kind: Int, QueryKind {
    case service, evaluate

    public var symbol: String {
      switch self {
      case .service: "q_hash"
      case .evaluate: "q_work"
      }
    }

    public var resource: Resource? { .hashEvaluations }
  }

  @inlinable
  public var kind: Kind {
    switch self {
    case .hash, .check: .service
    case .evaluate: .evaluate
    }
  }

  public var description: String {
    switch self {
    case .hash(let point): "hash(\(point))"
    case .check(let point, let digest): "check(\(point), \(digest))"
    case .evaluate(let point): "evaluate(\(point))"
    }
  }
}
