public import Coins

/// Authenticated encryption whose security is known exactly **[ours]**: keystream and tag are random functions read from the coins.
///
/// The body is the message XOR a keystream that is a function of key and nonce; the tag is a t-bit function of key, nonce, associated
/// data and body. So k distinct guesses of the tag of one (key, nonce, associated data, body) succeed with probability exactly k/2ᵗ,
/// q nonces of τ bits repeat with the exact birthday probability, and what a repeated nonce gives away is what it gives away in
/// counter mode: the XOR of two messages. A ciphertext is eight bytes of nonce, the body, and eight bytes of tag.
public struct CalibratedAEAD: AEAD {
  /// κ, the length of a key: 1 … 64 bits.
  public let keyBits: Int
  /// τ, the length of a nonce: 1 … 64 bits.
  public let nonceBits: Int
  /// t, the length of a tag: 1 … 64 bits.
  public let tagBits: Int

  @inlinable
  public init(keyBits: Int, nonceBits: Int, tagBits: Int) {
    precondition(1 <= keyBits && keyBits <= 64, "a calibrated key has 1 … 64 bits")
    precondition(1 <= nonceBits && nonceBits <= 64, "a calibrated nonce has 1 … 64 bits")
    precondition(1 <= tagBits && tagBits <= 64, "a calibrated tag has 1 … 64 bits")
    self.keyBits = keyBits
    self.nonceBits = nonceBits
    self.tagBits = tagBits
  }

  public struct Key: HexWord {
    public let value: UInt64
    @inlinable @inline(__always)
    public init(_ value: UInt64) { self.value = value }
  }

  private struct Nonce: HexWord { let value: UInt64; init(_ value: UInt64) { self.value = value } }
  private struct Tag: HexWord { let value: UInt64; init(_ value: UInt64) { self.value = value } }

  public func generateKey(for label: Label, coins: Coins) -> Key { Key(coins.bits(keyBits, for: label)) }

  public func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce label: Label, coins: Coins) -> Bytes {
    let nonce = Nonce(coins.bits(nonceBits, for: label))
    let body = masked(message, key, nonce, coins)
    return Bytes(nonce.bytes + body + tag(associatedData, body, key, nonce, coins).bytes)
  }

  public func open(_ ciphertext: Bytes, associatedData: [UInt8], key: Key, coins: Coins) -> Opening {
    let bytes = ciphertext.array
    guard bytes.count >= 16, let nonce = Nonce(bytes: Array(bytes.prefix(8))) else { return .refused(.truncated) }
    let body = Array(bytes[8..<bytes.count - 8])
    guard tag(associatedData, body, key, nonce, coins).bytes.elementsEqual(bytes.suffix(8)) else { return .refused(.doesNotVerify) }
    return .opened(masked(body, key, nonce, coins))
  }

  /// The tag is `index` modulo 2ᵗ: the first 2ᵗ candidates have all the tags there are.
  public func candidate(_ index: UInt64, for ciphertext: Bytes) -> Bytes? {
    guard ciphertext.array.count >= 16 else { return nil }
    return Bytes(ciphertext.array.dropLast(8) + Tag(index & (.max >> UInt64(64 - tagBits))).bytes)
  }

  private func masked(_ text: [UInt8], _ key: Key, _ nonce: Nonce, _ coins: Coins) -> [UInt8] {
    var result = text
    for start in stride(from: 0, to: text.count, by: 8) {
      let end = min(start + 8, text.count)
      let mask = coins.bits(8 * (end - start), for: Label("stream", key.value, nonce.value, UInt64(start)))
      for i in start..<end { result[i] ^= UInt8(truncatingIfNeeded: mask >> UInt64(8 * (i - start))) }
    }
    return result
  }

  /// Of 192 bits of SHA-256 of an injective encoding of the four.
  private func tag(_ data: [UInt8], _ body: [UInt8], _ key: Key, _ nonce: Nonce, _ coins: Coins) -> Tag {
    var input: [UInt8] = []
    input.reserveCapacity(24 + data.count + body.count)
    for word in [key.value, nonce.value, UInt64(data.count)] { withUnsafeBytes(of: word.bigEndian) { input += $0 } }
    input += data
    input += body
    let words = DigestAlgorithm.sha256.words(of: input)
    return Tag(coins.bits(tagBits, for: Label("tag", words[0], words[1], words[2])))
  }
}
