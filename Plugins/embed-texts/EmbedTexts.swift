import Foundation

/// `embed-texts OUTPUT ROOT PATH… --types-of FILE…` writes Swift code that has the text of each file, by its path from the root,
/// and the names of the public types that stand in others.
@main enum EmbedTexts {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first, let root = arguments.dropFirst().first else {
      throw Failure(description: "embed-texts: it takes an output, a root and paths")
    }
    let parts = arguments.dropFirst(2).split(separator: "--types-of", omittingEmptySubsequences: false)
    let texts = try parts[0].map { path in
      // As a literal: that is what a debug description of a string is.
      "    \(path.debugDescription): \(try text("\(root)/\(path)").debugDescription),\n"
    }
    let declaration = /^public (?:final |indirect )*(?:actor|class|enum|protocol|struct|typealias) (\w+)/
      .anchorsMatchLineEndings()
    let types = try Set(parts.dropFirst().joined().flatMap { try text($0).matches(of: declaration).map { String($0.1) } })
    let code = """
      extension ShippedFiles {
        static let embedded: [String: String] = [
      \(texts.joined())  ]
        static let types = \(types.sorted().joined(separator: " ").debugDescription)
      }

      """
    // Written where it has changed: what is compiled of it need not be compiled again because this tool was linked again.
    if (try? String(contentsOfFile: output, encoding: .utf8)) != code {
      try Data(code.utf8).write(to: URL(filePath: output), options: .atomic)
    }
  }

  private static func text(_ path: String) throws -> String {
    guard let text = String(validating: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) else {
      throw Failure(description: "\(path): error: it is not UTF-8 text")
    }
    return text
  }

  private struct Failure: Error, CustomStringConvertible { let description: String }
}
