public import Coins

/// Authenticated encryption whose security is known exactly **[ours]**: keystream and tag are random functions read from the
/// coins.
///
/// The body is the message XOR a keystream that is a function of key and nonce; the tag is a t-bit function of key, nonce,
/// associated data and body. So k distinct guesses of the tag of one (key, nonce, associated data, body) succeed with probability
/// exactly k/2ᵗ, q nonces of τ bits repeat with the exact birthday probability, and what a repeated nonce gives away is what it
/// gives away in counter mode: the XOR of two messages. A ciphertext is eight bytes of nonce, the body, and eight bytes of tag.
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
    seal(message, associatedData, key, Nonce(coins.bits(nonceBits, for: label)), coins)
  }

  /// The same under a chosen nonce of eight bytes.
  public func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce: [UInt8], coins: Coins) -> Bytes {
    precondition(nonce.count == 8, "a calibrated nonce has eight bytes")
    return seal(message, associatedData, key, Nonce(UInt64(bigEndian: nonce[...])), coins)
  }

  private func seal(_ message: [UInt8], _ data: [UInt8], _ key: Key, _ nonce: Nonce, _ coins: Coins) -> Bytes {
    var ciphertext: [UInt8] = []
    ciphertext.reserveCapacity(message.count + 16)
    nonce.append(to: &ciphertext)
    ciphertext += message
    mask(&ciphertext, from: 8, key, nonce, coins)
    tag(data, ciphertext[8...], key, nonce, coins).append(to: &ciphertext)
    return Bytes(ciphertext)
  }

  public func open(_ ciphertext: Bytes, associatedData: [UInt8], key: Key, coins: Coins) -> Opening {
    let bytes = ciphertext.array
    guard bytes.count >= 16 else { return .refused(.truncated) }
    let nonce = Nonce(UInt64(bigEndian: bytes[..<8]))
    let body = bytes[8..<bytes.count - 8]
    guard tag(associatedData, body, key, nonce, coins).value == UInt64(bigEndian: bytes[body.endIndex...]) else {
      return .refused(.doesNotVerify)
    }
    var message = Array(body)
    mask(&message, from: 0, key, nonce, coins)
    return .opened(message)
  }

  /// The tag is `index` modulo 2ᵗ: the first 2ᵗ candidates have all the tags there are.
  public func candidate(_ index: UInt64, for ciphertext: Bytes) -> Bytes? {
    guard ciphertext.array.count >= 16 else { return nil }
    return Bytes(ciphertext.array.dropLast(8) + Tag(index & (.max >> UInt64(64 - tagBits))).bytes)
  }

  /// XORs the keystream over all of `text` from `first` on.
  private func mask(_ text: inout [UInt8], from first: Int, _ key: Key, _ nonce: Nonce, _ coins: Coins) {
    var text = text.mutableSpan
    for start in stride(from: first, to: text.count, by: 8) {
      let end = min(start + 8, text.count)
      var mask = coins.bits(8 * (end - start), for: Label("stream", coins.named(key.value), nonce.value, UInt64(start - first)))
      for i in start..<end {
        text[i] ^= UInt8(truncatingIfNeeded: mask)
        mask >>= 8
      }
    }
  }

  public func tag(of ciphertext: Bytes, associatedData: [UInt8], key: Key) -> (coin: SealedCoin, value: UInt64)? {
    let bytes = ciphertext.array
    guard bytes.count >= 16 else { return nil }
    let (nonce, body) = (Nonce(UInt64(bigEndian: bytes[..<8])), bytes[8..<bytes.count - 8])
    return (SealedCoin(label(associatedData, body, key, nonce), bits: tagBits), UInt64(bigEndian: bytes[body.endIndex...]))
  }

  private func tag(_ data: [UInt8], _ body: ArraySlice<UInt8>, _ key: Key, _ nonce: Nonce, _ coins: Coins) -> Tag {
    Tag(coins.bits(tagBits, for: label(data, body, Key(coins.named(key.value)), nonce)))
  }

  /// Of 192 bits of SHA-256 of an injective encoding of the four.
  private func label(_ data: [UInt8], _ body: ArraySlice<UInt8>, _ key: Key, _ nonce: Nonce) -> Label {
    var state = SHA256State()
    state.update(key.value)
    state.update(nonce.value)
    state.update(UInt64(data.count))
    state.update(data)
    state.update(body)
    let words = state.words()
    return Label("tag", words[0], words[1], words[2])
  }
}
