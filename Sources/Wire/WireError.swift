/// Why bytes were refused, and where: the decoders accept exactly the canonical encodings and nothing else.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: String, Hashable, Sendable {
    case truncated = "the bytes end too early"
    case trailingBytes = "bytes follow the end"
    case unknownVersion = "unknown format version"
    case unexpectedKind = "another kind of object than expected"
    case wrongSuite = "made for another suite"
    case badFlag = "a flag is neither 0 nor 1"
    case longNumber = "a number is not in its shortest form"
    case hugeNumber = "a number is out of range"
    case notAscending = "entries are not in strictly ascending order"
    case needlessCopy = "a part is written out that equals the enclosing one"
    case needlessVersion = "an older format version says the same"
    case malformedValue = "a key, role, digest, signature or ciphertext is malformed"
  }

  public let reason: Reason
  /// The offset of the byte at which decoding stopped.
  public let offset: Int
  /// The field, as in `token.trust.operators[2]`.
  public let field: String

  public init(reason: Reason, offset: Int, field: String) {
    self.reason = reason
    self.offset = offset
    self.field = field
  }

  public var description: String { "\(field), byte \(offset): \(reason.rawValue)" }
}
