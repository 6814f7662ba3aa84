import CLibcrypto

/// SHA-256 of a string given in parts, for the calibrated primitives: it lives on the stack.
///
/// libcrypto's general interface makes an object for each digest, which costs as much as the digest of a short string does. These
/// are the functions beneath it, deprecated for applications since OpenSSL 3.0 and present in every 3.x.
struct SHA256State {
  private var context = SHA256_CTX()

  init() { checked(SHA256_Init(&context)) }

  mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }
  mutating func update(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { update($0) } }
  /// Big-endian.
  mutating func update(_ word: UInt64) { withUnsafeBytes(of: word.bigEndian) { update($0) } }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    checked(SHA256_Update(&context, bytes.baseAddress, bytes.count))
  }

  /// The 256 bits as big-endian words.
  consuming func words() -> SIMD4<UInt64> {
    var digest = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &digest) { checked(SHA256_Final($0.baseAddress, &context)) }
    return SIMD4(digest[0].bigEndian, digest[1].bigEndian, digest[2].bigEndian, digest[3].bigEndian)
  }

  static func words(of bytes: [UInt8]) -> SIMD4<UInt64> {
    var state = SHA256State()
    state.update(bytes)
    return state.words()
  }
}
