internal import Foundation

/// Files and folders that were not there before.
enum NewFile {
  /// A file with this text, for whoever `mode` and the mask let read it.
  /// - Throws: why it cannot be; `EEXIST` if something stands there already.
  static func write(_ text: String, to path: String, mode: mode_t) throws(SystemError) {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
    guard file >= 0 else { throw SystemError() }
    defer { close(file) }
    try Descriptor.write(text, to: file)
  }

  /// A folder for its owner alone, whose path begins with `prefix`.
  static func folder(_ prefix: String) throws(SystemError) -> String {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError() }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
