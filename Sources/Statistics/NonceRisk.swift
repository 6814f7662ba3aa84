internal import Foundation

/// How likely what is drawn at random for each use of a key is to repeat.
public struct NonceRisk: Hashable, Sendable {
  /// The length of what is drawn.
  public let bits: Int
  /// How often the key is used.
  public let uses: Int

  /// - Parameters:
  ///   - bits: 1 … 1023.
  ///   - uses: below 2⁶².
  public init(bits: Int, uses: Int) { (self.bits, self.uses) = (bits, uses) }

  /// The binary logarithm of the probability 1 − ∏(1 − i/2ᵇ); nil for probability 0.
  public var log2Chance: Double? {
    let chance = ClosedFormula.birthday(bits: bits, queries: uses)
    return chance > 0 ? log2(chance) : nil
  }

  /// The same for any of so many keys that are used as often.
  public func log2Chance(ofAny keys: Double) -> Double? {
    let chance = -expm1(keys * log1p(-ClosedFormula.birthday(bits: bits, queries: uses)))
    return chance > 0 ? log2(chance) : nil
  }

  /// The binary logarithm of the number of uses q after which q²/2^(bits + 1) has this one.
  public static func log2Uses(bits: Int, log2Chance: Double) -> Double { (Double(bits + 1) + log2Chance) / 2 }

  /// Two to this power.
  public static func power(_ logarithm: Double) -> Double { exp2(logarithm) }
}
