public import Coins

/// A key derivation function that is a random function read from the challenger's coins **[ours]**: group elements to κ-bit keys.
public struct CalibratedKDF: KeyDerivation {
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
    let label = ephemeral.map { Label("kdf", shared.value, $0.value) } ?? Label("kdfbare", shared.value)
    return CalibratedAEAD.Key(coins.bits(keyBits, for: label))
  }
}
