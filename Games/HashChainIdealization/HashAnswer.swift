/// What a hash service answers.
public enum HashAnswer<P: PointHash>: Hashable, Codable, Sendable, CustomStringConvertible {
  case digest(P.Digest)
  /// The digest belongs to another point.
  case noDigest
  case accepted
  case rejected

  public var description: String {
    switch self {
    case .digest(let digest): "\(digest)"
    case .noDigest: "no digest"
    case .accepted: "accepted"
    case .rejected: "rejected"
    }
  }
}
