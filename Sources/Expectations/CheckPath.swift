import Words

/// The path of a file as reports name it: from a folder where it lies below that, whole elsewhere; without `.` and `..`.
struct CheckPath {
  let words: String

  init(_ path: String, from folder: String) {
    // By bytes: a separator with a combining mark is one.
    func parts(_ path: String) -> [String] {
      path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }.reduce(into: []) { parts, part in
        if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
      }
    }
    let (whole, base) = (parts(path.utf8.first == UInt8(ascii: "/") ? path : "\(folder)/\(path)"), parts(folder))
    words =
      whole.starts(with: base) && whole.count > base.count
      ? whole.dropFirst(base.count).joined(separator: "/") : "/" + whole.joined(separator: "/")
  }

  /// As a URI reference: a relative one, or one of the scheme `file`.
  var uri: String { (words.utf8.first == UInt8(ascii: "/") ? "file://" : "") + Escape.uri(path: words) }
}
