public import Coins
public import Primitives

/// A hash function on the encodings of trusts.
public struct TrustHash<H: HashFunction>: PointHash {
  let function: H

  public init(_ function: H) { self.function = function }

  public func digest(_ point: Bytes, coins: Coins) -> H.Digest { function.digest(point.array, coins: coins) }
  public func point(_ index: UInt64) -> Bytes { Bytes(Message(index).bytes) }
}
