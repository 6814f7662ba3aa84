public import Coins

/// From the shared secret of a key agreement to a key of authenticated encryption, as a value.
///
/// The published proof hashes the shared group element Xʸ alone, in a group where X has one encoding and y one public key. Real
/// groups are not so: −X on P-384, and several encodings of X on X25519, give the same secret, so (X′, c) decrypts like (X, c)
/// and wins the game of chosen ciphertexts. Therefore the ephemeral X is an input too. **[ours]** Passing nil instead is the
/// defect.
public protocol KeyDerivation: Sendable {
  associatedtype Shared
  associatedtype PublicKey
  associatedtype Key

  func key(from shared: Shared, ephemeral: PublicKey?, coins: Coins) -> Key
}
