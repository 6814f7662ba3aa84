internal import Foundation

/// A folder of a command's own, for as long as that is at work.
struct Scratch: Codable {
  let path: String

  init() throws(StartFailure) {
    var template = Array("\(NSTemporaryDirectory())/gamekeeper-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil, let real = realpath(template, nil) else {
      throw StartFailure.system("no folder to work in", errno)
    }
    path = String(cString: real)
    free(real)
  }

  /// What it holds, in bytes and files; no more is counted than `most` files.
  func size(upTo most: Int) -> (bytes: UInt64, files: Int) {
    guard let names = FileManager.default.enumerator(atPath: path) else { return (0, 0) }
    var bytes: UInt64 = 0, files = 0
    while files <= most, let name = names.nextObject() as? String {
      files += 1
      var facts = stat()
      if lstat("\(path)/\(name)", &facts) == 0 { bytes += UInt64(facts.st_blocks) * 512 }
    }
    return (bytes, files)
  }

  func remove() { Self.remove(path) }

  /// Also of folders that nobody may enter.
  private static func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    chmod(path, 0o700)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
