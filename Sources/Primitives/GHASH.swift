/// The hash function of GCM (SP 800-38D, section 6.4): the value of a polynomial at the authentication key.
public enum GHASH {
  /// The polynomial of a ciphertext: its coefficients are the blocks of associated data and body, and their lengths.
  public static func polynomial(associatedData: [UInt8], body: [UInt8]) -> GaloisPolynomial {
    let lengths = GaloisElement(UInt64(associatedData.count) * 8, UInt64(body.count) * 8)
    return GaloisPolynomial([.zero] + (blocks(associatedData) + blocks(body) + [lengths]).reversed())
  }

  /// Sixteen bytes each, the last one filled up with zeros.
  static func blocks(_ bytes: [UInt8]) -> [GaloisElement] {
    stride(from: 0, to: bytes.count, by: 16).map { start in
      func word(_ part: ArraySlice<UInt8>) -> UInt64 {
        part.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - part.count))
      }
      let block = bytes[start..<min(start + 16, bytes.count)]
      return GaloisElement(word(block.prefix(8)), word(block.dropFirst(8)))
    }
  }
}
