/// The generator's coins, or those of another tape, but for one draw of the challenger: its value is given.
///
/// A draw whose value stands in the names of others is not just set: its old value and the new one are exchanged in every name,
/// so that what was drawn under the old one is what is drawn under the new one. Otherwise everything that was seen of it before
/// would change with it.
public final class ForcedTape: CoinTape {
  private let draw: DrawName
  private let bound: UInt64
  private let value: UInt64
  private let other: (any CoinTape)?
  /// The value that is exchanged for the given one in names.
  private let old: UInt64?

  /// - Parameters:
  ///   - coin: the draw. One of the same name from another range or of another part is another draw, and is not touched.
  ///   - value: in the coin's range.
  ///   - challenger: whose coins of the trial they are.
  ///   - other: where all other draws come from; nil for the generator.
  public init(_ coin: SealedCoin, is value: UInt64, of challenger: Coins, over other: (any CoinTape)? = nil) {
    precondition(UInt128(value) < coin.values, "a forced value lies in the range of its draw")
    (draw, bound, self.value, self.other) = (coin.name(in: challenger), coin.bound, value, other)
    let live = {
      let coins = coin.part.map { challenger.child($0) } ?? challenger
      return coin.bound == 0 ? coins.bits(64, for: coin.label) : coins.uniform(below: coin.bound, for: coin.label)
    }
    old = coin.namesOthers ? other?.choose(below: bound, for: draw, live: live) ?? live() : nil
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    if draw == self.draw, bound == self.bound { return value }
    return other?.choose(below: bound, for: draw, live: live) ?? live()
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    other?.choose(bytes: count, for: draw, live: live) ?? live()
  }

  public func named(_ value: UInt64) -> UInt64 {
    guard let old else { return value }
    return value == self.value ? old : value == old ? self.value : value
  }
}
