/// Why a text is not what was expected: where in it, and what was expected there.
public struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted in bytes, from 0.
  public let position: Int
  public let expected: String

  public init(at position: Int, expected: String) { (self.position, self.expected) = (position, expected) }

  public var description: String { "at byte \(position + 1): expected \(expected)" }
}
