/// The root of all randomness of a run: with a trial number it determines every coin of that trial, on any machine and in any order.
public struct CoinSource: Hashable, Sendable {
  public let seed: UInt64
  /// Separates experiments that share a seed, so that their coins are independent.
  public let campaign: UInt64
  public let generator: Generator

  public init(seed: UInt64, campaign: UInt64 = 0, generator: Generator = .philox) {
    self.seed = seed
    self.campaign = campaign
    self.generator = generator
  }

  /// The coins of one role in one trial. Its key is the first block of the stream (seed, campaign, trial, role).
  @inlinable @inline(__always)
  public func coins(trial: UInt64, role: Role, tape: (any CoinTape)? = nil) -> Coins {
    let keys = generator.evaluate(key: SIMD2(seed, campaign), counter: SIMD4(0, trial, role.rawValue, 0))
    return Coins(keys: keys, generator: generator, role: role, tape: tape)
  }
}
