/// The generator's coins, or those of another tape, but for one draw of the challenger: its value is given.
public final class ForcedTape: CoinTape {
  private let draw: DrawName
  private let bound: UInt64
  private let value: UInt64
  private let other: (any CoinTape)?

  /// - Parameters:
  ///   - coin: the draw. One of the same name from another range or of another part is another draw, and is not touched.
  ///   - value: in the coin's range.
  ///   - challenger: whose coins of the trial they are.
  ///   - other: where all other draws come from; nil for the generator.
  public init(_ coin: SealedCoin, is value: UInt64, of challenger: Coins, over other: (any CoinTape)? = nil) {
    precondition(UInt128(value) < coin.values, "a forced value lies in the range of its draw")
    (draw, bound, self.value, self.other) = (coin.name(in: challenger), coin.bound, value, other)
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    if draw == self.draw, bound == self.bound { return value }
    return other?.choose(below: bound, for: draw, live: live) ?? live()
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    other?.choose(bytes: count, for: draw, live: live) ?? live()
  }
}
