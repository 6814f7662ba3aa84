import CLibcrypto

/// Traps with libcrypto's error string unless `code` is 1.
///
/// For calls that no input can make fail: only a broken libcrypto or exhausted memory can. Whatever input can cause is a typed reason.
func checked(_ code: Int32, file: StaticString = #fileID, line: UInt = #line) {
  guard code == 1 else { failure(file, line) }
}

/// The same for a call that tells success otherwise.
func checked(_ success: Bool, file: StaticString = #fileID, line: UInt = #line) {
  guard success else { failure(file, line) }
}

/// The same for a call that returns an object, or nil in failure.
func checked<Pointer>(_ pointer: Pointer?, file: StaticString = #fileID, line: UInt = #line) -> Pointer {
  guard let pointer else { failure(file, line) }
  return pointer
}

private func failure(_ file: StaticString, _ line: UInt) -> Never {
  var text = [CChar](repeating: 0, count: 256)
  ERR_error_string_n(ERR_peek_last_error(), &text, text.count)
  let message = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  fatalError("libcrypto failed: \(message)", file: file, line: line)
}
