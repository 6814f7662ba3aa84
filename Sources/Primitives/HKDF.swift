public import Coins

/// HKDF (RFC 5869) with HMAC-SHA-256.
public struct HKDF: KeyDerivation {
  public init() {}

  /// 32 bytes from the shared secret; the ephemeral key is part of the info.
  public func key(from shared: Bytes, ephemeral: Bytes?, coins: Coins) -> AES256GCM.Key {
    let info = Array("gamekeeper multi-recipient encryption".utf8) + [0] + (ephemeral?.array ?? [])
    return AES256GCM.Key(derived: Self.bytes(32, secret: shared.array, salt: [], info: info))
  }

  /// `count` bytes, at most 255 · 32; an empty salt stands for 32 zeros.
  public static func bytes(_ count: Int, secret: [UInt8], salt: [UInt8], info: [UInt8]) -> [UInt8] {
    precondition(0 <= count && count <= 255 * HMAC.sha256.length, "HKDF-SHA-256 gives at most 8,160 bytes")
    let zeros = [UInt8](repeating: 0, count: HMAC.sha256.length)
    let key = HMAC.sha256.code(secret, key: salt.isEmpty ? zeros : salt)
    var (block, output): ([UInt8], [UInt8]) = ([], [])
    while output.count < count {
      block = HMAC.sha256.code(block + info + [UInt8(output.count / HMAC.sha256.length + 1)], key: key)
      output += block
    }
    return Array(output.prefix(count))
  }
}
