/// The chance of a move, as a fraction: 2⁶⁴ values are too many for a numerator of 64 bits.
public struct Chance: Hashable, Sendable {
  public let numerator: UInt128
  public let denominator: UInt128

  public init(_ numerator: UInt128, of denominator: UInt128) {
    precondition(0 < denominator && numerator <= denominator, "a chance is a fraction of 1")
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// The nearest number to it: never 0 or 1 where the fraction is not.
  public var value: Double {
    numerator == denominator ? 1 : min(Double(numerator) / Double(denominator), 1.0.nextDown)
  }
}
