public import Coins

/// A hash function, as a value. It takes the challenger's coins because a calibrated one *is* a random function read from them.
public protocol HashFunction: Sendable {
  associatedtype Digest: Hashable & Codable & Sendable

  func digest(_ bytes: [UInt8], coins: Coins) -> Digest
  /// The digest of the sixteen bytes of `message`, without allocation where the function allows it.
  func digest(_ message: Message, coins: Coins) -> Digest
  /// The fingerprint of a node of a chain: of `data` after the fingerprint of its parent, injectively encoded.
  func digest(_ data: Message, after parent: Digest?, coins: Coins) -> Digest

  /// The coin that a digest is; nil where nobody knows the chances, as in every real function.
  func coin(of bytes: [UInt8]) -> SealedCoin?
  func coin(of message: Message) -> SealedCoin?
  func coin(of data: Message, after parent: Digest?) -> SealedCoin?
  /// The value of the coin that a digest is.
  func value(of digest: Digest) -> UInt64?
}

extension HashFunction {
  public func coin(of bytes: [UInt8]) -> SealedCoin? { nil }
  public func coin(of message: Message) -> SealedCoin? { nil }
  public func coin(of data: Message, after parent: Digest?) -> SealedCoin? { nil }
  public func value(of digest: Digest) -> UInt64? { nil }
  public func digest(_ message: Message, coins: Coins) -> Digest { digest(message.bytes, coins: coins) }
}
