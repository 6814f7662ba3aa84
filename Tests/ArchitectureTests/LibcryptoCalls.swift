/// Calls into libcrypto whose answer nobody looks at.
enum LibcryptoCalls {
  /// Those that answer with a value, which cannot go wrong or is looked at where it is used; besides, what frees cannot fail.
  private static let values: Set<String> = [
    "BN_cmp", "BN_is_zero", "BN_kronecker", "BN_num_bits", "EC_POINT_is_at_infinity", "EVP_MD_get_size", "EVP_PKEY_derive",
    "SHA256_CTX",
  ]

  /// The functions that are called, but not within `checked` or `accepted`.
  static func unchecked(_ code: String) -> [String] {
    code.matches(of: /(checked\(|accepted\()?\b((?:BN|EC|EVP|SHA256)_\w+)\(/).compactMap { call in
      let name = String(call.output.2)
      return call.output.1 == nil && !name.hasSuffix("_free") && !values.contains(name) ? name : nil
    }
  }
}
