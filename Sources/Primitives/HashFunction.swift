public import Coins

/// A hash function, as a value. It takes the challenger's coins because a calibrated one *is* a random function read from them.
public protocol HashFunction: Sendable {
  associatedtype Digest: Hashable & Codable & Sendable

  func digest(_ bytes: [UInt8], coins: Coins) -> Digest
  /// The digest of the sixteen bytes of `message`, without allocation where the function allows it.
  func digest(_ message: Message, coins: Coins) -> Digest
  /// The fingerprint of a node of a chain: of `data` after the fingerprint of its parent, injectively encoded.
  func digest(_ data: Message, after parent: Digest?, coins: Coins) -> Digest
}

extension HashFunction {
  public func digest(_ message: Message, coins: Coins) -> Digest { digest(message.bytes, coins: coins) }
}
