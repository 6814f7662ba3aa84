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
    numerator == denominator ? 1 : min(Double(nearest: numerator) / Double(nearest: denominator), 1.0.nextDown)
  }
}

extension Double {
  /// What `Double(_:)` gives, which converts 128 bits a hundred times as slowly: a chance is met in every move.
  package init(nearest number: UInt128) {
    guard number > UInt128(UInt64.max) else {
      self = Double(UInt64(truncatingIfNeeded: number))
      return
    }
    let excess = 64 - number.leadingZeroBitCount
    let top = UInt64(truncatingIfNeeded: number >> UInt128(excess))
    // A bit that stands for all that were cut off, so that the number is rounded once.
    let isCut = UInt128(top) << UInt128(excess) != number
    // The power of two by its bits, 0 < excess ≤ 64.
    self = Double(top | (isCut ? 1 : 0)) * Double(bitPattern: UInt64(1023 + excess) << 52)
  }
}
