import GameKit

/// What may be asked: the value at a point.
public struct PointQuery: GameQuery {
  public let point: UInt64

  public init(_ point: UInt64) { self.point = point }

  public enum Kind: Int, QueryKind {
    case evaluate
    public var symbol: String { "q" }
  }

  public var kind: Kind { .evaluate }
  public var description: String { "f(\(point))" }
}

/// What is answered.
public enum PointAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  case value(UInt64)
  /// There is no such point.
  case refused

  public var description: String {
    switch self {
    case .value(let value): "\(value)"
    case .refused: "refused"
    }
  }
}
