public import Primitives

/// A signature together with what it signs, and the key. Public, with its equality spelled out, so that it can be specialised.
public struct SignedTriple<S: SignatureScheme>: Hashable, Sendable {
  public let key: S.VerificationKey
  public let message: S.Text
  public let signature: S.Signature

  @inlinable
  public init(key: S.VerificationKey, message: S.Text, signature: S.Signature) {
    (self.key, self.message, self.signature) = (key, message, signature)
  }

  @inlinable @inline(__always)
  public static func == (a: Self, b: Self) -> Bool {
    a.message == b.message && a.key == b.key && a.signature == b.signature
  }

  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(message)
    hasher.combine(signature)
  }
}
