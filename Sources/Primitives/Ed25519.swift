import CLibcrypto
public import Coins

/// Ed25519 (RFC 8032, section 5.1): keys of 32 bytes, signatures R ‖ s of 64.
///
/// Verification demands what the RFC demands of decoding (s < L, reduced coordinates, no negative zero), so it is strongly
/// unforgeable; like the RFC it accepts keys of small order.
public struct Ed25519: MessageScheme {
  public init() {}

  /// The secret seed, expanded once; `generateKey` makes one.
  ///
  /// `@unchecked Sendable`: the only stored state is a constant pointer to an `EVP_PKEY` that nobody changes after `init`;
  /// libcrypto lets threads share such a key.
  public final class SigningKey: @unchecked Sendable {
    let pointer: OpaquePointer

    init(seed: [UInt8]) {
      pointer = checked(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count))
    }

    deinit { EVP_PKEY_free(pointer) }
  }

  public func generateKey(for label: Label, coins: Coins) -> (signing: SigningKey, verification: Bytes) {
    key(seed: coins.bytes(32, for: label))
  }

  /// The key pair of a secret seed of 32 bytes: for published vectors.
  package func key(seed: [UInt8]) -> (signing: SigningKey, verification: Bytes) {
    let key = SigningKey(seed: seed)
    return (key, Bytes(rawPublicKey(key.pointer)))
  }

  public func sign(_ message: [UInt8], with key: SigningKey, coins: Coins) -> Bytes {
    let context = checked(EVP_MD_CTX_new())
    defer { EVP_MD_CTX_free(context) }
    checked(EVP_DigestSignInit(context, nil, nil, nil, key.pointer))
    return Bytes(
      [UInt8](unsafeUninitializedCapacity: 64) { output, count in
        count = 64
        checked(EVP_DigestSign(context, output.baseAddress, &count, message, message.count))
        checked(count == 64)
      })
  }

  public func verify(_ signature: Bytes, of message: [UInt8], by key: Bytes, coins: Coins) -> SignatureCheck {
    guard EdwardsPoint.isReduced(key.array) else { return .invalid(.malformedKey) }
    let r = Array(signature.array.prefix(32)), s = Array(signature.array.dropFirst(32))
    guard EdwardsPoint.isReduced(r), s.count == 32, Self.isBelowOrder(s) else { return .invalid(.malformedSignature) }
    if accepts(signature.array, message, key.array) { return .valid }

    // Only a refused signature needs the reason, so only it pays for the question whether the points are points.
    guard EdwardsPoint.isOnCurve(key.array) else { return .invalid(.malformedKey) }
    guard EdwardsPoint.isOnCurve(r) else { return .invalid(.malformedSignature) }
    return .invalid(.doesNotVerify)
  }

  /// The base point with a small s.
  public func candidate(_ index: UInt64) -> Bytes {
    Bytes(EdwardsPoint.base + withUnsafeBytes(of: index.littleEndian) { Array($0) } + [UInt8](repeating: 0, count: 24))
  }

  /// (R, s + L): accepted by a verifier that forgets to compare s with L; s − L where s + L has more than 256 bits. What is no
  /// signature gets a byte more.
  public func maul(_ signature: Bytes) -> Bytes {
    guard signature.array.count == 64 else { return Bytes(signature.array + [0]) }
    let s = BigNumber(littleEndian: Array(signature.array[32...])), order = BigNumber(littleEndian: Self.order),
      other = BigNumber()
    checked(BN_add(other.pointer, s.pointer, order.pointer))
    if BN_num_bits(other.pointer) > 256 { checked(BN_sub(other.pointer, s.pointer, order.pointer)) }
    return Bytes(signature.array[..<32] + other.bytes(32).reversed())
  }

  private func accepts(_ signature: [UInt8], _ message: [UInt8], _ point: [UInt8]) -> Bool {
    let key = checked(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, point, point.count))
    defer { EVP_PKEY_free(key) }
    let context = checked(EVP_MD_CTX_new())
    defer { EVP_MD_CTX_free(context) }
    checked(EVP_DigestVerifyInit(context, nil, nil, nil, key))
    return accepted(EVP_DigestVerify(context, signature, signature.count, message, message.count))
  }

  private static func isBelowOrder(_ s: [UInt8]) -> Bool { s.reversed().lexicographicallyPrecedes(order.reversed()) }

  /// L = 2²⁵² + 27742317777372353535851937790883648493, little-endian.
  private static let order: [UInt8] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
  ]
}
