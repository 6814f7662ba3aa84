public import Primitives

/// A group in which an adversary may know two public keys with the same shared secrets.
public protocol EquivalentKeys: KeyAgreement {
  /// Another public key that gives every partner the same shared secret as `key` does, nil if none is known.
  func equivalent(to key: PublicKey) -> PublicKey?
}

extension CalibratedGroup: EquivalentKeys {
  /// None: an element of the subgroup has one encoding, and the whole element is hashed.
  public func equivalent(to key: Element) -> Element? { nil }
}

extension X25519: EquivalentKeys {
  /// The highest bit is ignored (RFC 7748, section 5).
  public func equivalent(to key: Bytes) -> Bytes? {
    guard key.array.count == 32 else { return nil }
    var other = key
    other.array[31] ^= 0x80
    return other
  }
}

extension ECDHP384: EquivalentKeys {
  /// −X: the first coordinate, which is the shared secret, is that of X.
  public func equivalent(to key: Bytes) -> Bytes? {
    guard key.array.count == 97 else { return nil }
    var other = key
    var borrow = 0
    for i in (0..<48).reversed() {
      let difference = Int(Self.modulus[i]) - Int(key.array[49 + i]) - borrow
      other.array[49 + i] = UInt8(truncatingIfNeeded: difference)
      borrow = difference < 0 ? 1 : 0
    }
    return other
  }

  /// p = 2³⁸⁴ − 2¹²⁸ − 2⁹⁶ + 2³² − 1 (SP 800-186), big-endian.
  private static let modulus: [UInt8] =
    [UInt8](repeating: 0xff, count: 31) + [0xfe] + [UInt8](repeating: 0xff, count: 4) + [UInt8](repeating: 0, count: 8)
    + [UInt8](repeating: 0xff, count: 4)
}
