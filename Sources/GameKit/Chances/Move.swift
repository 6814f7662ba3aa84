public import Coins

/// One comparison of a sealed coin, with the chance that it succeeds given all that was known before.
public struct Move: Hashable, Sendable {
  /// What is hit: moves of one kind are tested, and reported, together.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case signature, operatorSignature, hsmSignature, identityKey, digest, tag, cipherKey, nonce, logarithm
  }

  /// The values of the coin that make it a success.
  public enum Hits: Hashable, Sendable {
    case value(UInt64)
    /// The first so many values of a pool, without those that the coin was known not to have.
    case pool(Account.Pool, first: Int)
  }

  public let kind: Kind
  public let coin: SealedCoin
  public let hits: Hits
  public let chance: Chance
  public let succeeds: Bool
}
