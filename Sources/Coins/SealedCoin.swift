/// A draw of the challenger whose value nobody has been told: the name of it, and how many values it may have.
public struct SealedCoin: Hashable, Sendable {
  public let label: Label
  /// The length of its value: 1 … 64 bits.
  public let bits: Int
  /// The child of the challenger's coins that it is drawn from; nil for the challenger's own.
  public let part: Purpose?
  /// Whether its value stands in the names of other draws, as a key's does in those of keystream and tags.
  public let namesOthers: Bool

  @inlinable
  public init(_ label: Label, bits: Int, in part: Purpose? = nil, namesOthers: Bool = false) {
    (self.label, self.bits, self.part, self.namesOthers) = (label, bits, part, namesOthers)
  }

  /// The coin of the same name that a part of the challenger draws.
  @inlinable
  public func drawn(in part: Purpose?) -> SealedCoin { SealedCoin(label, bits: bits, in: part, namesOthers: namesOthers) }

  /// The number of its values.
  @inlinable public var values: UInt128 { 1 << UInt128(bits) }
  /// The range of the draw as coins count it: 0 stands for 2⁶⁴.
  public var bound: UInt64 { bits == 64 ? 0 : 1 << UInt64(bits) }

  /// The draw, in the trial of which these are the challenger's coins.
  func name(in challenger: Coins) -> DrawName { (part.map { challenger.child($0) } ?? challenger).name(label) }
}
