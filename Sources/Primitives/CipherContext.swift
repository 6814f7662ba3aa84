import CLibcrypto

/// One encryption or decryption with authentication: the sole owner of an `EVP_CIPHER_CTX`.
struct CipherContext: ~Copyable {
  private let pointer: OpaquePointer

  init(_ cipher: AESCipher, key: [UInt8], nonce: [UInt8], encrypts: Bool) {
    pointer = checked(EVP_CIPHER_CTX_new())
    checked(EVP_CipherInit_ex2(pointer, cipher.pointer, key, nonce, encrypts ? 1 : 0, nil))
  }

  deinit { EVP_CIPHER_CTX_free(pointer) }

  /// Adds associated data, before any message.
  func authenticate(_ data: [UInt8]) {
    guard !data.isEmpty else { return }
    var count: Int32 = 0
    checked(EVP_CipherUpdate(pointer, nil, &count, data, Int32(data.count)))
  }

  /// The message for the body or the body for the message; nothing may be believed of a message before its tag is accepted.
  func process(_ input: [UInt8]) -> [UInt8] {
    guard !input.isEmpty else { return [] }
    return [UInt8](unsafeUninitializedCapacity: input.count) { output, filled in
      var count: Int32 = 0
      checked(EVP_CipherUpdate(pointer, output.baseAddress, &count, input, Int32(input.count)))
      checked(Int(count) == input.count)
      filled = input.count
    }
  }

  /// Ends an encryption with its tag of `length` bytes.
  func finishedTag(_ length: Int) -> [UInt8] {
    var rest: UInt8 = 0
    var count: Int32 = 0
    checked(EVP_CipherFinal_ex(pointer, &rest, &count))
    return [UInt8](unsafeUninitializedCapacity: length) { output, filled in
      checked(EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_GET_TAG, Int32(length), output.baseAddress))
      filled = length
    }
  }

  /// Ends a decryption: whether its tag is `tag`.
  func accepts(tag: [UInt8]) -> Bool {
    var tag = tag
    var rest: UInt8 = 0
    var count: Int32 = 0
    checked(EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag))
    return accepted(EVP_CipherFinal_ex(pointer, &rest, &count))
  }
}
