public import Coins

/// ECDSA (FIPS 186-5, section 6) with the deterministic nonces of RFC 6979, on P-384 with SHA-384 unless told otherwise.
///
/// A verification key is the uncompressed point, a signature strict DER. Plain ECDSA accepts (r, n − s) beside (r, s), so it is
/// not strongly unforgeable; with `requiresLowS` only the lower of the two is signed and accepted. Group and field operations are
/// libcrypto's, one multiplication of the generator to a signature. Nothing is done against side channels: the keys are an
/// experiment's.
public struct ECDSA: MessageScheme {
  public let curve: Curve
  public let hash: SHA2
  /// Whether s must be at most ⌊n/2⌋.
  public let requiresLowS: Bool

  /// `hash` is the curve's own unless given.
  public init(curve: Curve = .p384, hash: SHA2? = nil, requiresLowS: Bool) {
    self.curve = curve
    self.hash = hash ?? curve.hash
    self.requiresLowS = requiresLowS
  }

  /// The secret scalar; `generateKey` makes one.
  public struct SigningKey: Sendable {
    let scalar: [UInt8]
  }

  public func generateKey(for label: Label, coins: Coins) -> (signing: SigningKey, verification: Bytes) {
    key(scalar: curve.scalar(for: label, coins: coins))
  }

  /// The key pair of a secret scalar, which must have the curve's length: for published vectors.
  package func key(scalar: [UInt8]) -> (signing: SigningKey, verification: Bytes) {
    (SigningKey(scalar: scalar), Bytes(curve.multiple(BigNumber(scalar), Scratch()).bytes))
  }

  public func sign(_ message: [UInt8], with key: SigningKey, coins: Coins) -> Bytes {
    let scratch = Scratch(), secret = BigNumber(key.scalar), z = representative(message, scratch)
    var nonces = DeterministicNonce(secret: key.scalar, digest: z.bytes(curve.length), hmac: hash.hmac)
    while true {
      let k = BigNumber(nonces.next())
      if isInRange(k) {
        let r = abscissa(curve.multiple(k, scratch), scratch)
        let product = r.times(secret, modulo: curve.order, scratch).plus(z, modulo: curve.order, scratch)
        let s = k.inverse(modulo: curve.order, scratch).times(product, modulo: curve.order, scratch)
        if !r.isZero, !s.isZero { return encode(r, requiresLowS && curve.halfOrder < s ? negative(s) : s) }
      }
      nonces.reject()
    }
  }

  public func verify(_ signature: Bytes, of message: [UInt8], by key: Bytes, coins: Coins) -> SignatureCheck {
    guard let point = CurvePoint(key.array, on: curve) else { return .invalid(.malformedKey) }
    guard let numbers = DERSignature(signature.array) else { return .invalid(.malformedSignature) }
    let r = BigNumber(numbers.r), s = BigNumber(numbers.s)
    guard isInRange(r), isInRange(s) else { return .invalid(.malformedSignature) }
    if requiresLowS, curve.halfOrder < s { return .invalid(.highS) }

    let scratch = Scratch(), inverse = s.inverse(modulo: curve.order, scratch)
    let u = representative(message, scratch).times(inverse, modulo: curve.order, scratch)
    let v = r.times(inverse, modulo: curve.order, scratch)
    return abscissa(curve.sum(u, v, point, scratch), scratch) == r ? .valid : .invalid(.doesNotVerify)
  }

  /// A well-formed signature of two small numbers, s a low one.
  public func candidate(_ index: UInt64) -> Bytes {
    encode(BigNumber(UInt(index >> 32) + 1), BigNumber(UInt(index & 0xffff_ffff) + 1))
  }

  /// (r, n − s): plain ECDSA accepts it for the same message. What is no signature gets a byte more.
  public func maul(_ signature: Bytes) -> Bytes {
    guard let numbers = DERSignature(signature.array), isInRange(BigNumber(numbers.r)), isInRange(BigNumber(numbers.s)) else {
      return Bytes(signature.array + [0])
    }
    return encode(BigNumber(numbers.r), negative(BigNumber(numbers.s)))
  }

  /// The digest as a number modulo n: its leftmost bits, as many as n has.
  private func representative(_ message: [UInt8], _ scratch: borrowing Scratch) -> BigNumber {
    BigNumber(Array(hash.digest(message).prefix(curve.length))).reduced(modulo: curve.order, scratch)
  }

  /// The first coordinate of `point` modulo n; zero, which no signature has, at infinity.
  private func abscissa(_ point: consuming CurvePoint, _ scratch: borrowing Scratch) -> BigNumber {
    guard let x = point.x(scratch) else { return BigNumber() }
    return x.reduced(modulo: curve.order, scratch)
  }

  private func isInRange(_ scalar: borrowing BigNumber) -> Bool { !scalar.isZero && scalar < curve.order }

  private func negative(_ s: borrowing BigNumber) -> BigNumber { BigNumber().minus(s, modulo: curve.order, Scratch()) }

  private func encode(_ r: borrowing BigNumber, _ s: borrowing BigNumber) -> Bytes {
    Bytes(DERSignature(r: r.bytes(curve.length), s: s.bytes(curve.length)).encoding)
  }
}
