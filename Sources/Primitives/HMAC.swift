import CLibcrypto

/// HMAC (FIPS 198-1, RFC 2104) with one hash function.
///
/// `@unchecked Sendable`: the only stored state is a context that is never used itself, only copied, and libcrypto copies it as
/// `const`.
package final class HMAC: @unchecked Sendable {
  package static let sha256 = HMAC("SHA2-256", length: 32)
  package static let sha384 = HMAC("SHA2-384", length: 48)

  /// The length of a code in bytes.
  let length: Int
  /// A context that knows its hash function and no key; a copy is cheaper than looking the function up again.
  private let template: OpaquePointer

  private init(_ hash: String, length: Int) {
    self.length = length
    let algorithm = checked(EVP_MAC_fetch(nil, "HMAC", nil))
    defer { EVP_MAC_free(algorithm) }
    template = checked(EVP_MAC_CTX_new(algorithm))
    TextParameter(OSSL_MAC_PARAM_DIGEST, hash).lend { checked(EVP_MAC_CTX_set_params(template, $0)) }
  }

  deinit { EVP_MAC_CTX_free(template) }

  /// The code of `message` under `key`.
  package func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let context = checked(EVP_MAC_CTX_dup(template))
    defer { EVP_MAC_CTX_free(context) }
    checked(EVP_MAC_init(context, key, key.count, nil))
    checked(EVP_MAC_update(context, message, message.count))
    return [UInt8](unsafeUninitializedCapacity: length) { output, count in
      checked(EVP_MAC_final(context, output.baseAddress, &count, length))
      checked(count == length)
    }
  }
}
