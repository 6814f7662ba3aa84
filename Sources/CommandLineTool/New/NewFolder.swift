internal import Foundation

/// A folder of files that appears all at once: nobody ever sees half of it.
enum NewFolder {
  /// - Parameter files: texts by their paths within the folder.
  /// - Throws: why it cannot be; then nothing was written.
  static func write(_ files: [(path: String, text: String)], to name: String) throws(SystemError) {
    // Beside it: what is renamed stays on its file system.
    let path = name.reversed().drop { $0 == "/" }.drop { $0 != "/" }
    let temporary = try NewFile.folder("\(String(path.reversed())).gamekeeper-")
    do throws(SystemError) {
      for file in files { try write(file.text, to: file.path, in: temporary) }
      // It was made for its owner alone.
      let mask = umask(0)
      umask(mask)
      guard chmod(temporary, 0o777 & ~mask) == 0, rename(temporary, name) == 0 else { throw SystemError() }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }

  private static func write(_ text: String, to path: String, in folder: String) throws(SystemError) {
    for slash in path.indices.filter({ path[$0] == "/" }) {
      guard mkdir("\(folder)/\(path[..<slash])", 0o777) == 0 || errno == EEXIST else { throw SystemError() }
    }
    try NewFile.write(text, to: "\(folder)/\(path)", mode: 0o666)
  }
}
