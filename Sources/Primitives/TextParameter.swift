import CLibcrypto

/// A parameter of libcrypto whose value is text.
///
/// An `OSSL_PARAM` holds pointers to its name and to its value. This is the one place that makes any, so that both stay where
/// they are until the call that reads them has returned.
struct TextParameter {
  private let name: String
  private let value: String

  init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }

  /// Lends the list that holds this parameter alone; libcrypto copies what it keeps.
  func lend(_ body: ([OSSL_PARAM]) -> Void) {
    name.withCString { name in
      var value = Array(value.utf8CString)
      value.withUnsafeMutableBufferPointer { value in
        // Of length 0: up to the zero at the end.
        body([OSSL_PARAM_construct_utf8_string(name, value.baseAddress, 0), OSSL_PARAM_construct_end()])
      }
    }
  }
}
