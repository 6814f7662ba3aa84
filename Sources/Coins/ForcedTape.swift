/// The generator's coins, or those of another tape, but for one draw of the challenger: its value is given.
public final class ForcedTape: CoinTape {
  private let label: Label
  private let bound: UInt64
  private let value: UInt64
  private let other: (any CoinTape)?

  /// - Parameters:
  ///   - label: the draw's name.
  ///   - bound: its range, zero for 2⁶⁴. A draw of the same name from another range is another draw, and is not touched.
  ///   - value: below the bound.
  ///   - other: where all other draws come from; nil for the generator.
  public init(_ label: Label, below bound: UInt64, value: UInt64, over other: (any CoinTape)? = nil) {
    precondition(bound == 0 || value < bound, "a forced value lies in the range of its draw")
    (self.label, self.bound, self.value, self.other) = (label, bound, value, other)
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    if draw.label == label, bound == self.bound, draw.role == .challenger { return value }
    return other?.choose(below: bound, for: draw, live: live) ?? live()
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    other?.choose(bytes: count, for: draw, live: live) ?? live()
  }
}
