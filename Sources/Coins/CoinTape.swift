/// Something that stands between a program and its generator: it records what is drawn, replays it, or plays all coins in turn.
public protocol CoinTape: AnyObject {
  /// The value of the draw `label` of `role`, uniform below `bound` (zero stands for 2⁶⁴); `live` computes the generator's.
  func choose(below bound: UInt64, for label: Label, role: Role, live: () -> UInt64) -> UInt64
  /// The `count` bytes of the draw `label` of `role`; `live` computes the generator's.
  func choose(bytes count: Int, for label: Label, role: Role, live: () -> [UInt8]) -> [UInt8]
}
