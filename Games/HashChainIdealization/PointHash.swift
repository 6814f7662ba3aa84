public import Coins

/// What the games of this folder hash: messages, or the nodes of a chain, under one hash function with a public key.
///
/// In a calibrated suite the function is read from the challenger's coins, so an adversary evaluates it by asking the game.
public protocol PointHash: Sendable {
  associatedtype Point: Hashable & Codable & Sendable
  associatedtype Digest: Hashable & Codable & Sendable

  func digest(_ point: Point, coins: Coins) -> Digest
  /// The `index`-th of a fixed list of distinct points, for adversaries that search.
  func point(_ index: UInt64) -> Point

  /// The coin that the digest of a point is; nil where nobody knows the chances.
  func coin(of point: Point) -> SealedCoin?
  /// The value of the coin that a digest is.
  func value(of digest: Digest) -> UInt64?
}

extension PointHash {
  public func coin(of point: Point) -> SealedCoin? { nil }
  public func value(of digest: Digest) -> UInt64? { nil }

  /// The coin of a point with the value that this digest is; nil where nobody knows the chances, or no point has the digest.
  func draw(of point: Point, _ digest: Digest) -> (coin: SealedCoin, value: UInt64)? {
    guard let coin = coin(of: point), let value = value(of: digest) else { return nil }
    return (coin, value)
  }
}
