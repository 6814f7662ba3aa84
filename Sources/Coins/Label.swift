/// The name of a draw: what it is drawn for. Together with seed, trial and role it *is* the address of the coin.
///
/// Two games that draw for the same label see the same value, however much else either of them draws. Two labels are equal only
/// when purpose and all three operands are: the address is injective, nothing is hashed.
public struct Label: Hashable, Sendable {
  public let purpose: Purpose
  public let a: UInt64
  public let b: UInt64
  public let c: UInt64

  @inlinable @inline(__always)
  public init(_ purpose: Purpose, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) {
    self.purpose = purpose
    self.a = a
    self.b = b
    self.c = c
  }

  /// The 256-bit counter of this label's block number `block`.
  @inlinable @inline(__always)
  func counter(block: UInt8) -> SIMD4<UInt64> { SIMD4(purpose.code << 8 | UInt64(block), a, b, c) }
}

extension Label: CustomStringConvertible {
  public var description: String {
    let operands = [a, b, c].map { String($0, radix: 16) }
    return "\(purpose)(\(operands.joined(separator: ",")))"
  }
}
