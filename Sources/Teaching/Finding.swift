internal import ShippedFiles

/// What playing the proof has shown of it, as a text of the tree.
public struct Finding: Sendable {
  private static let folder = "results/findings"

  /// That of its file.
  public let name: String
  /// Its first line.
  public let title: String
  /// All of it, in Markdown.
  public let text: String

  public static let all: [Finding] = ShippedFiles.paths(in: folder, ending: ".md").compactMap { path in
    guard let text = ShippedFiles.texts[path], let line = text.split(separator: "\n").first else { return nil }
    return Finding(
      name: String(path.dropFirst(folder.count + 1).dropLast(3)), title: String(line.drop { $0 == "#" || $0 == " " }), text: text)
  }
}
