internal import Foundation

/// Why the system refused.
struct SystemError: Error {
  let code: Int32

  /// The error of the call that just failed.
  init() { code = errno }
  init(_ code: Int32) { self.code = code }

  var words: String {
    switch code {
    case ENOENT: return "there is no such file"
    case EACCES, EPERM: return "permission is denied"
    case EISDIR: return "it is a folder"
    case ELOOP: return "its symbolic links lead in a circle"
    case EBADF: return "it is closed"
    default:
      let words = String(cString: strerror(code))
      return words.prefix(1).lowercased() + words.dropFirst()
    }
  }
}
