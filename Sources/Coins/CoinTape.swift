/// Something that stands between a program and its generator: it records what is drawn, replays it, or plays all coins in turn.
public protocol CoinTape: AnyObject {
  /// The value of `draw`, uniform below `bound` (zero stands for 2⁶⁴); `live` computes the generator's.
  func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64
  /// The `count` bytes of `draw`; `live` computes the generator's.
  func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8]
  /// What stands in the names of draws for a value that names others: itself, unless it is exchanged for another.
  func named(_ value: UInt64) -> UInt64
}

extension CoinTape {
  public func named(_ value: UInt64) -> UInt64 { value }
}
