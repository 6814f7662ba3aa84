/// The root of all randomness of a run: with a trial number it determines every coin of that trial, on any machine and in any
/// order.
public struct CoinSource: Hashable, Sendable {
  public let seed: UInt64
  /// Separates experiments that share a seed, so that their coins are independent.
  public let campaign: UInt64
  public let generator: Generator
  /// What the coins depend on beside the numbers that everybody knows; nil where adversaries are trusted not to compute them.
  public let secret: CoinSecret?

  public init(seed: UInt64, campaign: UInt64 = 0, generator: Generator = .philox) {
    self.init(seed, campaign, generator, nil)
  }

  /// Coins that only whoever knows `secret` can compute; so they come from the cryptographic generator.
  public init(seed: UInt64, campaign: UInt64 = 0, secret: CoinSecret) {
    self.init(seed, campaign, .chacha20, secret)
  }

  private init(_ seed: UInt64, _ campaign: UInt64, _ generator: Generator, _ secret: CoinSecret?) {
    (self.seed, self.campaign, self.generator, self.secret) = (seed, campaign, generator, secret)
  }

  /// The same source for another experiment.
  public func with(campaign: UInt64) -> CoinSource { CoinSource(seed, campaign, generator, secret) }

  /// The coins of one role in one trial. Its key is the first block of the stream (seed, campaign, trial, role), or, where there
  /// is a secret, these four under it. Only what runs games may ask: an adversary that could would know its challenger.
  @_spi(Harness) @inlinable @inline(__always)
  public func coins(trial: UInt64, role: Role, tape: (any CoinTape)? = nil) -> Coins {
    let keys =
      if let secret { secret.keys(SIMD4(seed, campaign, trial, role.rawValue)) } else {
        generator.evaluate(key: SIMD2(seed, campaign), counter: SIMD4(0, trial, role.rawValue, 0))
      }
    return Coins(keys: keys, generator: generator, role: role, tape: tape)
  }
}

extension CoinSource {
  /// What stands behind the coins, as an option or a replay token says it: `philox`, `chacha20`, or `secret:` and its digits.
  public var kind: String { secret.map { "secret:\($0)" } ?? generator.rawValue }

  /// The source whose `kind` is this text; nil if there is none.
  public init?(kind: String, seed: UInt64, campaign: UInt64 = 0) {
    if let generator = Generator(rawValue: kind) {
      self.init(seed: seed, campaign: campaign, generator: generator)
    } else if kind.hasPrefix("secret:"), let secret = CoinSecret(String(kind.dropFirst("secret:".count))) {
      self.init(seed: seed, campaign: campaign, secret: secret)
    } else {
      return nil
    }
  }
}
