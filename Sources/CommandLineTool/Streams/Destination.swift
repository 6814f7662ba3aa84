internal import ArgumentParser
internal import Foundation

/// A place in the file system for a result.
///
/// A regular file is replaced in one step, its mode and owner kept, so that nobody ever sees half a result. What replacing would
/// damage is written through instead: a device, a pipe, a file that has other names (hard links), that is somebody else's or in a
/// folder that is not ours to write, or that the shell has given us as standard output. Symbolic links are followed.
struct Destination {
  let path: String
  /// `path` behind symbolic links, which may lead to what is not there yet.
  private let target: String

  /// Checks the place, before there is anything to write: a refusal then costs nobody a result.
  init(_ path: String) throws {
    self.path = path
    do throws(Refusal) { target = try Self.checked(path) } catch {
      throw Problem.fail("`\(path)` cannot be written: \(error.words)", status: Failure.cannotWrite)
    }
  }

  private struct Refusal: Error { let words: String }

  private static func checked(_ path: String) throws(Refusal) -> String {
    if path.isEmpty { throw Refusal(words: "a path without a name") }
    var facts = stat()
    guard stat(path, &facts) == 0 || errno == ENOENT else { throw Refusal(words: SystemError().words) }
    let target = target(of: path)
    if facts.st_nlink > 0 {
      if facts.kind == S_IFDIR { throw Refusal(words: "it is a folder") }
      guard access(path, W_OK) == 0 else { throw Refusal(words: SystemError().words) }
    } else {
      let folder = folder(of: target)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
        throw Refusal(words: "there is no folder `\(folder)`")
      }
      guard isFolder.boolValue, !target.hasSuffix("/") else {
        throw Refusal(words: "`\(isFolder.boolValue ? target : folder)` is no folder")
      }
      guard access(folder, W_OK | X_OK) == 0 else { throw Refusal(words: "the folder `\(folder)`: \(SystemError().words)") }
    }
    return target
  }

  private static func target(of path: String) -> String {
    var path = path
    // As many links as the system follows.
    for _ in 0..<40 {
      guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
      path = link.hasPrefix("/") ? link : "\(folder(of: path))/\(link)"
    }
    return path
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether what is written to the other would take the place of what is written here.
  func isOverwritten(by other: Destination) -> Bool {
    var (mine, others) = (stat(), stat())
    switch (stat(path, &mine), stat(other.path, &others)) {
    case (0, 0): return mine.kind == S_IFREG && mine.isSame(as: others)
    case (0, _), (_, 0): return false
    default:
      func name(_ target: String) -> Substring {
        target[(target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex)...]
      }
      guard stat(Self.folder(of: target), &mine) == 0, stat(Self.folder(of: other.target), &others) == 0 else { return false }
      return mine.isSame(as: others) && name(target) == name(other.target)
    }
  }

  /// Whether writing here takes away what stands in the file of this path.
  func replaces(_ path: String) -> Bool {
    var (mine, other) = (stat(), stat())
    return stat(self.path, &mine) == 0 && mine.kind == S_IFREG && stat(path, &other) == 0 && mine.isSame(as: other)
  }

  // MARK: Writing

  func write(_ text: String) throws {
    do throws(SystemError) { try save(text) } catch {
      throw Problem.fail("`\(path)` cannot be written: \(error.words)", status: Failure.cannotWrite)
    }
  }

  private func save(_ text: String) throws(SystemError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return try replace(nil, text) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      var given = stat()
      if fstat(descriptor, &given) == 0, given.isSame(as: facts) { return try Descriptor.write(text, to: descriptor) }
    }
    let isOurs = geteuid() == 0 || geteuid() == facts.st_uid
    if facts.kind == S_IFREG, facts.st_nlink == 1, isOurs, access(Self.folder(of: target), W_OK | X_OK) == 0 {
      return try replace(facts, text)
    }
    let file = open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError() }
    defer { close(file) }
    try Descriptor.write(text, to: file)
  }

  /// Writes a file without a name, where the system has such files, and gives it its name in the end: a kill leaves nothing
  /// behind.
  private func replace(_ facts: stat?, _ text: String) throws(SystemError) {
    let folder = Self.folder(of: target)
    let temporary = "\(folder)/.gamekeeper-\(getpid())"
    var file = open(folder, Self.unnamed | O_WRONLY | O_CLOEXEC, 0o666)
    let isNamed = file < 0
    if isNamed { file = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666) }
    guard file >= 0 else { throw SystemError() }
    defer { close(file) }
    do throws(SystemError) {
      try Descriptor.write(text, to: file)
      if let facts, fchown(file, facts.st_uid, facts.st_gid) != 0 || fchmod(file, facts.st_mode & 0o7777) != 0 {
        throw SystemError()
      }
      if !isNamed, linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) != 0 { throw SystemError() }
      if rename(temporary, target) != 0 { throw SystemError() }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  #if os(Linux)
    /// O_TMPFILE, which Swift does not import.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY
  #else
    /// There are no such files: opening fails.
    private static let unnamed: Int32 = 0
  #endif
}

extension stat {
  fileprivate var kind: mode_t { st_mode & S_IFMT }
  fileprivate func isSame(as other: stat) -> Bool { (st_dev, st_ino) == (other.st_dev, other.st_ino) }
}
