internal import Foundation

/// A program and its arguments.
public struct Command: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The program's name or path, and the arguments.
  public let words: [String]
  /// As it was typed.
  public let description: String

  /// - Parameter words: at least one.
  public init(words: [String]) throws(StartFailure) {
    guard let program = words.first, !program.isEmpty else { throw StartFailure.noCommand }
    (self.words, description) = (words, words.map(ShellWords.quoted).joined(separator: " "))
  }

  /// Splits `text` as a POSIX shell does: at white space; `'…'` keeps what it holds, `"…"` too but for `\"` and `\\`, and `\`
  /// keeps the next character. No shell reads it: where one would put something in a word's place (`$x`, `*`, `~`) or do
  /// something else (`|`, `>`, `;`, …), that is an error.
  public init(_ text: String) throws(StartFailure) {
    words = try ShellWords.split(text)
    guard let program = words.first, !program.isEmpty else { throw StartFailure.noCommand }
    description = text
  }

  /// The file that is executed: the program as a path, or looked for on `path`.
  func program(path: String) throws(StartFailure) -> String {
    let name = words[0]
    if name.contains("/") { return try Self.executable(absolute(name), named: name) }
    let candidates = path.split(separator: ":").map { absolute("\($0)/\(name)") }
    guard let found = candidates.first(where: { access($0, X_OK) == 0 && !isFolder($0) }) else {
      if let file = candidates.first(where: { access($0, F_OK) == 0 && !isFolder($0) }) {
        return try Self.executable(file, named: name)
      }
      throw StartFailure.notFound(name, isFileHere: access(name, F_OK) == 0)
    }
    return found
  }

  private static func executable(_ path: String, named name: String) throws(StartFailure) -> String {
    guard access(path, F_OK) == 0 else { throw StartFailure.notFound(name, isFileHere: false) }
    if isFolder(path) { throw StartFailure.notExecutable(name, "it is a folder") }
    guard access(path, X_OK) == 0 else { throw StartFailure.notExecutable(name, "it may not be executed") }
    return path
  }

  /// The arguments, those that name a file here as absolute paths: the program may begin in another folder.
  var absoluteArguments: [String] {
    words.dropFirst().map { !$0.hasPrefix("-") && !$0.hasPrefix("/") && !$0.isEmpty && access($0, F_OK) == 0 ? absolute($0) : $0 }
  }
}

func absolute(_ path: String) -> String {
  path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
}

func isFolder(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}
