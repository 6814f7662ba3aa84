/// A draw of the challenger whose value nobody has been told: the name of it, and how many values it may have.
public struct SealedCoin: Hashable, Sendable {
  public let label: Label
  /// The length of its value: 1 … 64 bits.
  public let bits: Int

  @inlinable
  public init(_ label: Label, bits: Int) { (self.label, self.bits) = (label, bits) }

  /// The number of its values.
  @inlinable public var values: UInt128 { 1 << UInt128(bits) }
  /// The range of the draw as coins count it: 0 stands for 2⁶⁴.
  public var bound: UInt64 { bits == 64 ? 0 : 1 << UInt64(bits) }
}
