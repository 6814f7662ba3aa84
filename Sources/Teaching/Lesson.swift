internal import ShippedFiles

/// A text that leads through a part of the proof: it asks, runs, explains and sets exercises.
public struct Lesson: Sendable {
  /// A piece of it, in the order of the text.
  public enum Part: Hashable, Sendable {
    /// Markdown as it stands.
    case text(String)
    case run(ShownRun)
    case prediction(Prediction)
    case exercise(Exercise)
  }

  public let title: String
  /// The path of its file from the root of the tree.
  public let path: String
  /// How long it takes in class, where that is said.
  public let minutes: Int?
  public let parts: [Part]
  /// What is wrong with the text, one line a fault.
  public let faults: [String]

  /// By what it is asked for: the title in small letters, with hyphens.
  public var name: String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  public var runs: [ShownRun] { parts.compactMap { if case .run(let run) = $0 { run } else { nil } } }
  public var predictions: [Prediction] { parts.compactMap { if case .prediction(let asked) = $0 { asked } else { nil } } }
  public var exercises: [Exercise] { parts.compactMap { if case .exercise(let task) = $0 { task } else { nil } } }

  /// The games and hops that its blocks play.
  public var entries: Set<String> {
    Set(
      (runs + exercises.map(\.solution)).compactMap {
        $0.command.firstMatch(of: /^gamekeeper (?:play|hop|exact) (\S+)/).map { String($0.1) }
      })
  }

  /// Everything between the blocks.
  public var prose: String {
    parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
  }

  /// Its first paragraph, behind what it is to be read after.
  public var opening: String {
    prose.split(separator: "\n\n").map(\.trimmed).first { text in
      !text.isEmpty && !["#", "Before it:"].contains(where: text.hasPrefix)
    } ?? ""
  }

  /// Its Markdown, if it is one of the tree's.
  public var written: String { ShippedFiles.texts[path] ?? "" }

  // MARK: The lessons of the tree

  /// Where the order of the lessons is, and those that belong to no family of games.
  public static let folder = "docs/lessons"

  /// In their order.
  public static let all = order(of: ShippedFiles.texts["\(folder)/README.md"] ?? "").compactMap { path in
    ShippedFiles.texts[path].map { Lesson($0, path: path) }
  }

  /// The paths that the numbered list of a text links to, from the root of the tree.
  public static func order(of text: String) -> [String] {
    text.matches(of: /(?m)^\d+\. \[[^\]]+\]\(([^)]+)\)/).map { resolve(String($0.1), in: folder) }
  }

  /// A relative path as one from the root of the tree.
  public static func resolve(_ path: String, in folder: String) -> String {
    path.split(separator: "/").reduce(into: folder.split(separator: "/")) { parts, part in
      if part == ".." { parts = parts.dropLast() } else if part != "." { parts.append(part) }
    }.joined(separator: "/")
  }
}
