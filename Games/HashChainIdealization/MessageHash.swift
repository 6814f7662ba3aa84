public import Coins
public import Primitives

/// A hash function on the messages of the games.
public struct MessageHash<H: HashFunction>: PointHash {
  let function: H

  public init(_ function: H) { self.function = function }

  @inlinable @inline(__always)
  public func digest(_ point: Message, coins: Coins) -> H.Digest { evaluate(point, coins) }

  @inlinable
  public func point(_ index: UInt64) -> Message { Message(index) }

  public func coin(of point: Message) -> SealedCoin? { function.coin(of: point) }
  public func value(of digest: H.Digest) -> UInt64? { function.value(of: digest) }

  @usableFromInline
  func evaluate(_ point: Message, _ coins: Coins) -> H.Digest { function.digest(point, coins: coins) }
}
