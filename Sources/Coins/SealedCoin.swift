/// A draw of the challenger whose value nobody has been told: the name of it, and how many values it may have.
public struct SealedCoin: Hashable, Sendable {
  public let label: Label
  /// The range of the draw as coins count it: 0 stands for 2⁶⁴.
  public let bound: UInt64
  /// The child of the challenger's coins that it is drawn from; nil for the challenger's own.
  public let part: Purpose?
  /// Whether its value stands in the names of other draws, as a key's does in those of keystream and tags.
  public let namesOthers: Bool

  /// - Parameter bits: the length of its value, 1 … 64.
  @inlinable
  public init(_ label: Label, bits: Int, in part: Purpose? = nil, namesOthers: Bool = false) {
    self.init(label, below: bits == 64 ? 0 : 1 << UInt64(bits), in: part, namesOthers: namesOthers)
  }

  /// A number below `bound`, where 0 stands for 2⁶⁴.
  @inlinable
  public init(_ label: Label, below bound: UInt64, in part: Purpose? = nil, namesOthers: Bool = false) {
    (self.label, self.bound, self.part, self.namesOthers) = (label, bound, part, namesOthers)
  }

  /// The coin of the same name that a part of the challenger draws.
  @inlinable
  public func drawn(in part: Purpose?) -> SealedCoin { SealedCoin(label, below: bound, in: part, namesOthers: namesOthers) }

  /// The greatest of its values.
  @inlinable public var last: UInt64 { bound &- 1 }
  /// The number of its values.
  @inlinable public var values: UInt128 { UInt128(last) + 1 }
  /// The length of its greatest value in bits.
  @inlinable public var bits: Int { UInt64.bitWidth - last.leadingZeroBitCount }

  /// The draw, in the trial of which these are the challenger's coins.
  func name(in challenger: Coins) -> DrawName { (part.map { challenger.child($0) } ?? challenger).name(label) }
}
