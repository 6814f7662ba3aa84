import CLibcrypto
internal import Foundation

/// Ends the program with status 70 and libcrypto's error unless `code` is 1.
///
/// For calls that no input can make fail: only a libcrypto that lacks an algorithm or exhausted memory can. Whatever input can
/// cause is a typed reason.
func checked(_ code: Int32, file: StaticString = #fileID, line: UInt = #line) {
  guard code == 1 else { fail(file, line) }
}

/// The same for a call that tells success otherwise.
func checked(_ success: Bool, file: StaticString = #fileID, line: UInt = #line) {
  guard success else { fail(file, line) }
}

/// The same for a call that returns an object, or nil in failure.
func checked<Pointer>(_ pointer: Pointer?, file: StaticString = #fileID, line: UInt = #line) -> Pointer {
  guard let pointer else { fail(file, line) }
  return pointer
}

/// Whether a call that input can make fail succeeded; nothing stays in libcrypto's queue of errors. Exhausted memory is no answer
/// about the input, and ends the program.
func accepted(_ code: Int32, file: StaticString = #fileID, line: UInt = #line) -> Bool {
  if code == 1 { return true }
  if ERR_FATAL_ERROR(ERR_peek_last_error()) != 0 { fail(file, line) }
  ERR_clear_error()
  return false
}

/// One line with the call: its place here, the function of libcrypto that gave up, and why.
private func fail(_ file: StaticString, _ line: UInt) -> Never {
  var (function, data): (UnsafePointer<CChar>?, UnsafePointer<CChar>?)
  let code = ERR_peek_last_error_all(nil, nil, &function, &data, nil)
  var reason = [CChar](repeating: 0, count: 256)
  ERR_error_string_n(code, &reason, reason.count)
  let words = [reason.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }, data.map { String(cString: $0) }]
    .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  let name = function.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : "`\($0)`" } ?? "a call"
  let text = Array("gamekeeper: error: libcrypto failed in \(name) at \(file):\(line): \(words)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
  _exit(70)
}
