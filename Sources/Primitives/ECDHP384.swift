public import Coins

/// Diffie-Hellman on P-384 (SP 800-56A, 5.7.1.2): public keys are uncompressed points, the shared secret is the first coordinate.
///
/// The first coordinate is the same for X and −X, so a key derived from it alone does not determine X: see `KeyDerivation`.
public struct ECDHP384: KeyAgreement {
  public init() {}

  /// The secret scalar; `generateKey` makes one.
  public struct SecretKey: Sendable {
    let scalar: [UInt8]
  }

  public func generateKey(for label: Label, coins: Coins) -> (secret: SecretKey, public: Bytes) {
    key(scalar: Curve.p384.scalar(for: label, coins: coins))
  }

  /// The key pair of a secret scalar of 48 bytes: for published vectors.
  package func key(scalar: [UInt8]) -> (secret: SecretKey, public: Bytes) {
    (SecretKey(scalar: scalar), Bytes(Curve.p384.multiple(BigNumber(scalar), Scratch()).bytes))
  }

  public func agree(_ secret: SecretKey, with key: Bytes) -> Agreement<Bytes> {
    let curve = Curve.p384, scratch = Scratch()
    guard let point = CurvePoint(key.array, on: curve) else { return .refused(.malformedKey) }
    guard let x = curve.multiple(BigNumber(secret.scalar), of: point, scratch).x(scratch) else { return .refused(.trivialSecret) }
    return .agreed(Bytes(x.bytes(curve.length)))
  }
}

extension ECDHP384 {
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
