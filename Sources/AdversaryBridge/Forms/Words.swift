public import Forms
public import Primitives

/// The words of the calibrated primitives: sixteen hexadecimal digits.
extension HexWord {
  public static var schema: Document { ["type": "string", "pattern": "^[0-9a-f]{16}$"] }
  public static var example: Self { Self(0) }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Self { Self(try scanner.hexWord()) }
  public func write(to emitter: inout Emitter) { emitter.hexWord(value) }
}

extension CalibratedSignature.VerificationKey: Formed {}
extension CalibratedSignature.Signature: Formed {}
extension CalibratedHash.Digest: Formed {}
extension CalibratedGroup.Element: Formed {}
extension CalibratedAEAD.Key: Formed {}

extension Bytes: Formed {
  public static var schema: Document { ["type": "string", "pattern": "^([0-9a-f]{2})*$"] }
  public static var example: Bytes { Bytes([]) }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Bytes { Bytes(try scanner.hex()) }
  public func write(to emitter: inout Emitter) { emitter.hex(array) }
}

extension Message: Formed {
  public static var schema: Document { ["type": "string", "pattern": "^[0-9a-f]{32}$"] }
  public static var example: Message { Message(0) }

  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Message {
    let start = scanner.position
    if let words = scanner.hexWords() { return Message(words.high, words.low) }
    _ = try scanner.hex()
    throw Malformed(at: start, expected: "sixteen bytes")
  }

  public func write(to emitter: inout Emitter) { emitter.hexWords(high, low) }
}

extension AES256GCM.Key: Formed {
  public static var schema: Document { ["type": "string", "pattern": "^[0-9a-f]{64}$"] }
  public static var example: Self { Self(bytes: Array(repeating: 0, count: 32))! }

  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Self {
    let start = scanner.position
    guard let key = Self(bytes: try scanner.hex()) else { throw Malformed(at: start, expected: "32 bytes") }
    return key
  }

  public func write(to emitter: inout Emitter) { emitter.hex(bytes) }
}
