/// The ChaCha20 block function (RFC 8439, section 2.3), used as a PRF: a cryptographic alternative to `Philox`.
@_spi(Harness) public enum ChaCha20 {
  /// Twenty rounds over the 256-bit `key` and the 128-bit block counter and nonce `input`; returns the 512-bit block.
  public static func block(key: [UInt32], input: [UInt32]) -> [UInt32] {
    precondition(key.count == 8 && input.count == 4)
    let start: [UInt32] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574] + key + input
    var x = start
    func quarterRound(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
      x[a] &+= x[b]; x[d] = rotate(x[d] ^ x[a], 16)
      x[c] &+= x[d]; x[b] = rotate(x[b] ^ x[c], 12)
      x[a] &+= x[b]; x[d] = rotate(x[d] ^ x[a], 8)
      x[c] &+= x[d]; x[b] = rotate(x[b] ^ x[c], 7)
    }
    for _ in 0..<10 {
      quarterRound(0, 4, 8, 12); quarterRound(1, 5, 9, 13); quarterRound(2, 6, 10, 14); quarterRound(3, 7, 11, 15)
      quarterRound(0, 5, 10, 15); quarterRound(1, 6, 11, 12); quarterRound(2, 7, 8, 13); quarterRound(3, 4, 9, 14)
    }
    return zip(x, start).map { $0 &+ $1 }
  }

  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x << n | x >> (32 - n) }

  /// A PRF from 256-bit keys and 256-bit inputs to 256 bits, as a cascade of two blocks: half of the input picks a subkey, half
  /// is evaluated under it. Inputs have a fixed length, so the cascade is a PRF when the block function is one (Bellare,
  /// Canetti and Krawczyk, 1996).
  static func evaluate(key: SIMD4<UInt64>, input: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let subkey = block(key: halves(key), input: halves(SIMD2(input.x, input.y))).prefix(8)
    let output = block(key: Array(subkey), input: halves(SIMD2(input.z, input.w)))
    func word(_ i: Int) -> UInt64 { UInt64(output[2 * i]) | UInt64(output[2 * i + 1]) << 32 }
    return SIMD4(word(0), word(1), word(2), word(3))
  }

  private static func halves<V: SIMD<UInt64>>(_ words: V) -> [UInt32] {
    words.indices.flatMap { [UInt32(truncatingIfNeeded: words[$0]), UInt32(truncatingIfNeeded: words[$0] >> 32)] }
  }
}
