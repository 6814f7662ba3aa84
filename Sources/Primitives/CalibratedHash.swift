public import Coins

/// A hash function whose security is known exactly **[ours]**: a t-bit random function read from the challenger's coins.
///
/// A birthday search over k inputs finds a collision with probability exactly 1 − ∏ᵢ₌₀ᵏ⁻¹ (1 − i/2ᵗ), a search for a second
/// preimage with 1 − (1 − 2⁻ᵗ)ᵏ. Inputs of other lengths than sixteen bytes first go through 192 bits of SHA-256, whose
/// collisions are assumed out of reach.
public struct CalibratedHash: HashFunction {
  /// t, the length of a digest: 1 … 64 bits.
  public let bits: Int

  @inlinable
  public init(bits: Int) {
    precondition(1 <= bits && bits <= 64, "a calibrated digest has 1 … 64 bits")
    self.bits = bits
  }

  public struct Digest: HexWord {
    public let value: UInt64
    @inlinable @inline(__always)
    public init(_ value: UInt64) { self.value = value }
  }

  @inlinable @inline(__always)
  public func digest(_ message: Message, coins: Coins) -> Digest {
    Digest(coins.bits(bits, for: label(message)))
  }

  /// The operands of a label are an injective encoding already: parent and data are its words, the purpose says whether there is
  /// a parent.
  public func digest(_ data: Message, after parent: Digest?, coins: Coins) -> Digest {
    Digest(coins.bits(bits, for: label(data, parent)))
  }

  @inlinable @inline(__always)
  func label(_ message: Message) -> Label { Label("hash", message.high, message.low) }

  private func label(_ data: Message, _ parent: Digest?) -> Label {
    if let parent { Label("node", parent.value, data.high, data.low) } else { Label("root", 0, data.high, data.low) }
  }

  public func coin(of bytes: [UInt8]) -> SealedCoin? { SealedCoin(label(bytes), bits: bits) }
  public func coin(of message: Message) -> SealedCoin? { SealedCoin(label(message), bits: bits) }
  public func coin(of data: Message, after parent: Digest?) -> SealedCoin? { SealedCoin(label(data, parent), bits: bits) }
  public func value(of digest: Digest) -> UInt64? { digest.value }

  public func digest(_ bytes: [UInt8], coins: Coins) -> Digest { Digest(coins.bits(bits, for: label(bytes))) }

  private func label(_ bytes: [UInt8]) -> Label {
    if let message = Message(bytes: bytes) { return label(message) }
    let words = SHA256State.words(of: bytes)
    return Label("hashstr", words[0], words[1], words[2])
  }
}
