/// How long a key can be used with random nonces, and what rotation and derived keys change.
public struct NonceRecord: Encodable, Sendable {
  /// What is drawn for every use.
  public enum Drawn: String, Encodable, Sendable, CaseIterable {
    case nonce
    /// From which, with the key, another key is derived.
    case context
    case contextAndNonce = "context and nonce"
  }

  /// Keys that are used so often, and what repeats.
  public struct Row: Encodable, Sendable {
    public let drawn: Drawn
    public let bits: Int
    /// Whether it is bad that it repeats.
    public let isBad: Bool
    /// How long a key serves; nil where that is not said.
    public let seconds: Double?
    public let usesOfKey: Int
    /// All keys of a year, or of whatever time.
    public let keys: Double
    /// For one key, and for any of them; nil for probability 0.
    public let log2Chance: Double?
    public let log2ChanceOfAny: Double?

    public init(
      drawn: Drawn, bits: Int, seconds: Double?, usesOfKey: Int, keys: Double, log2Chance: Double?, log2ChanceOfAny: Double?
    ) {
      (self.drawn, self.bits, isBad) = (drawn, bits, drawn != .context)
      (self.seconds, self.usesOfKey, self.keys) = (seconds, usesOfKey, keys)
      (self.log2Chance, self.log2ChanceOfAny) = (log2Chance, log2ChanceOfAny)
    }
  }

  /// How often a key may be used before what is drawn repeats with chance 2^−33: where that is a nonce of 96 bits, 2^32 times.
  public struct Limit: Encodable, Sendable {
    public let drawn: Drawn
    public let log2Uses: Double
    public let log2Chance: Double
    public let reachedAfterSeconds: Double
    /// At so many uses a second it takes a year.
    public let usesPerSecondOfYear: Double

    public init(drawn: Drawn, log2Uses: Double, log2Chance: Double, reachedAfterSeconds: Double, usesPerSecondOfYear: Double) {
      (self.drawn, self.log2Uses, self.log2Chance) = (drawn, log2Uses, log2Chance)
      (self.reachedAfterSeconds, self.usesPerSecondOfYear) = (reachedAfterSeconds, usesPerSecondOfYear)
    }
  }

  /// The chance by the number of uses, as binary logarithms.
  public struct Slope: Encodable, Sendable {
    public struct Point: Encodable, Sendable {
      public let log2Uses, log2Chance: Double

      public init(log2Uses: Double, log2Chance: Double) { (self.log2Uses, self.log2Chance) = (log2Uses, log2Chance) }
    }

    public let drawn: Drawn
    public let bits: Int
    public let points: [Point]

    public init(drawn: Drawn, bits: Int, points: [Point]) { (self.drawn, self.bits, self.points) = (drawn, bits, points) }
  }

  public static let year = 365.0 * 86_400

  let kind = "nonces", name = "nonces"
  public let usesPerSecond: Double
  public let keys: Int
  /// How long a key serves; nil where it is not rotated.
  public let rotationSeconds: Double?
  public let nonceBits, contextBits: Int
  public let limits: [Limit]
  /// Over a year: without rotation, and with it.
  public let rows: [Row]
  /// 2^40 keys with 2^50 uses each.
  public let lecture: [Row]
  public let slopes: [Slope]

  public init(
    usesPerSecond: Double, keys: Int, rotationSeconds: Double?, nonceBits: Int, contextBits: Int, limits: [Limit], rows: [Row],
    lecture: [Row], slopes: [Slope]
  ) {
    (self.usesPerSecond, self.keys, self.rotationSeconds) = (usesPerSecond, keys, rotationSeconds)
    (self.nonceBits, self.contextBits, self.limits) = (nonceBits, contextBits, limits)
    (self.rows, self.lecture, self.slopes) = (rows, lecture, slopes)
  }
}
