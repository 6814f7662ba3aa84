public import Coins

/// A defective key derivation: the key is the low κ bits of the shared group element itself, which is far from uniform.
public struct UnhashedElement: KeyDerivation {
  /// κ, the length of a key: 1 … 64 bits.
  public let keyBits: Int

  @inlinable
  public init(keyBits: Int) {
    precondition(1 <= keyBits && keyBits <= 64, "a calibrated key has 1 … 64 bits")
    self.keyBits = keyBits
  }

  @inlinable @inline(__always)
  public func key(
    from shared: CalibratedGroup.Element, ephemeral: CalibratedGroup.Element?, coins: Coins
  ) -> CalibratedAEAD.Key {
    CalibratedAEAD.Key(shared.value & (.max >> UInt64(64 - keyBits)))
  }
}
