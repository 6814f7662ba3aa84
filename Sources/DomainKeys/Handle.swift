/// The name under which users ask for a domain key. Two branches of a domain may give it to different keys (docs/model.md,
/// section 1.5).
public struct Handle: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name }
  public init(stringLiteral name: String) { self.name = name }

  public var description: String { name }
  public static func < (a: Handle, b: Handle) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
}
