/// The full name of a draw within a trial: who draws, from which of its streams, and for what.
public struct DrawName: Hashable, Sendable, CustomStringConvertible {
  public let role: Role
  /// Tells the streams of one role apart, such as those of nested reductions.
  public let stream: UInt64
  public let label: Label

  public var description: String { "\(role).\(label)" }
}
