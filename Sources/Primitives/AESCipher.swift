import CLibcrypto

/// One of libcrypto's ciphers, fetched once.
///
/// `@unchecked Sendable`: the only stored state is a constant pointer to an `EVP_CIPHER`, which libcrypto never changes after it
/// was fetched, and whose documented use is to be shared between threads.
final class AESCipher: @unchecked Sendable {
  static let gcm = AESCipher("AES-256-GCM")
  /// Block by block.
  static let ecb = AESCipher("AES-256-ECB")

  let pointer: OpaquePointer

  private init(_ name: String) { pointer = checked(EVP_CIPHER_fetch(nil, name, nil)) }

  deinit { EVP_CIPHER_free(pointer) }
}
