public import Coins

/// Diffie-Hellman key agreement in a group, as a value: a secret exponent y, the public key gʸ, and from y and X the shared Xʸ.
public protocol KeyAgreement: Sendable {
  associatedtype SecretKey
  associatedtype PublicKey: Hashable & Codable & Sendable & Comparable & CanonicalBytes
  associatedtype Shared: Hashable & Codable & Sendable

  /// A key pair drawn for `label`.
  func generateKey(for label: Label, coins: Coins) -> (secret: SecretKey, public: PublicKey)

  /// What the holder of `secret` shares with the holder of the secret of `key`.
  func agree(_ secret: SecretKey, with key: PublicKey) -> Agreement<Shared>

  /// Another public key that gives every partner the same shared secret as `key` does, for adversaries; nil if none is known.
  func equivalent(to key: PublicKey) -> PublicKey?
}
