/// What a kind of draw is for, as a short word of at most seven ASCII letters, for example `sign` or `nonce`.
public struct Purpose: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The letters, first one in the lowest byte: at most 56 bits, so a block number fits beside them in one counter word.
  public let code: UInt64

  @inlinable @inline(__always)
  public init(stringLiteral word: StaticString) {
    precondition(word.utf8CodeUnitCount <= 7, "a purpose has at most seven letters")
    var code: UInt64 = 0
    for i in 0..<word.utf8CodeUnitCount { code |= UInt64(word.utf8Start[i]) << (8 * UInt64(i)) }
    self.code = code
  }
}

extension Purpose: CustomStringConvertible {
  public var description: String {
    String(decoding: (0..<7).map { UInt8(truncatingIfNeeded: code >> (8 * $0)) }.filter { $0 != 0 }, as: UTF8.self)
  }
}
