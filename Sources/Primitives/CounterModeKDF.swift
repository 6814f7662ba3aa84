public import Coins

/// The key derivation function in counter mode of SP 800-108, section 4.1, with HMAC-SHA-256 and a 32-bit counter before the
/// fixed input.
public struct CounterModeKDF: KeyDerivation {
  public init() {}

  /// 32 bytes from the shared secret; the context is the ephemeral key.
  public func key(from shared: Bytes, ephemeral: Bytes?, coins: Coins) -> AES256GCM.Key {
    let label = Array("gamekeeper multi-recipient encryption".utf8)
    return AES256GCM.Key(derived: Self.bytes(32, key: shared.array, label: label, context: ephemeral?.array ?? []))
  }

  /// `count` bytes, with the fixed input of the standard: label ‖ 00 ‖ context ‖ length in bits.
  public static func bytes(_ count: Int, key: [UInt8], label: [UInt8], context: [UInt8]) -> [UInt8] {
    bytes(count, key: key, fixedInput: label + [0] + context + word(count * 8))
  }

  /// `count` bytes, at most 2³² − 1 blocks, with any fixed input.
  public static func bytes(_ count: Int, key: [UInt8], fixedInput: [UInt8]) -> [UInt8] {
    let blocks = (count + HMAC.sha256.length - 1) / HMAC.sha256.length
    return Array((0..<blocks).flatMap { HMAC.sha256.code(word($0 + 1) + fixedInput, key: key) }.prefix(count))
  }

  private static func word(_ value: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(value).bigEndian) { Array($0) } }
}
