import Foundation

/// `embed-texts OUTPUT ROOT PATH…` writes Swift code that has the text of each file, by its path from the root.
@main enum EmbedTexts {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first, let root = arguments.dropFirst().first else {
      throw Failure(description: "embed-texts: it takes an output, a root and paths")
    }
    let texts = try arguments.dropFirst(2).map { path in
      let bytes = try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(description: "\(root)/\(path): error: it is not UTF-8 text")
      }
      // As a literal: that is what a debug description of a string is.
      return "    \(path.debugDescription): \(text.debugDescription),\n"
    }
    let code = "extension ShippedFiles {\n  static let embedded: [String: String] = [\n\(texts.joined())  ]\n}\n"
    // Written where it has changed: what is compiled of it need not be compiled again because this tool was linked again.
    if (try? String(contentsOfFile: output, encoding: .utf8)) != code {
      try Data(code.utf8).write(to: URL(filePath: output), options: .atomic)
    }
  }

  private struct Failure: Error, CustomStringConvertible { let description: String }
}
