import CLibcrypto

/// One of libcrypto's hash functions, fetched once.
///
/// `@unchecked Sendable`: the only stored state is a constant pointer to an `EVP_MD`, which libcrypto never changes after it was
/// fetched, and whose documented use is to be shared between threads.
final class DigestAlgorithm: @unchecked Sendable {
  static let sha256 = DigestAlgorithm("SHA2-256")
  static let sha384 = DigestAlgorithm("SHA2-384")

  let pointer: OpaquePointer
  /// The length of a digest in bytes.
  let length: Int

  private init(_ name: String) {
    pointer = checked(EVP_MD_fetch(nil, name, nil))
    length = Int(EVP_MD_get_size(pointer))
    checked(length > 0)
  }

  deinit { EVP_MD_free(pointer) }

  func digest(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { output, count in
      checked(EVP_Digest(bytes, bytes.count, output.baseAddress, nil, pointer, nil))
      count = length
    }
  }
}
