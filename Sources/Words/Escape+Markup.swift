extension Escape {
  /// For XML, as text or as the value of an attribute. What XML has no way to write, or nobody could see, is shown as `\u{1B}`;
  /// line ends and tabs come back as they are.
  public static func xml(_ text: some StringProtocol) -> String {
    rewritten(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'", "\n", "\r", "\t": "&#\(scalar.value);"
      default: scalar.isUnseen ? scalar.shown : nil
      }
    }
  }

  /// For running text in Markdown, also in the cell of a table: on one line, and nothing in it is markup.
  public static func markdown(_ text: some StringProtocol) -> String {
    rewritten(text) { scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "&", "#": "\\\(scalar)"
      // A backslash before it would be doubled by `markdownCell`.
      case "|": "&#124;"
      default: scalar.isUnseen ? "\\\(scalar.shown)" : nil
      }
    }
  }

  /// `text` as code in Markdown: between more backticks than stand together in it.
  public static func markdownCode(_ text: some StringProtocol) -> String {
    let words = terminal(text)
    let runs = words.unicodeScalars.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: 1 + (runs.max() ?? 0))
    let isPadded = words.isEmpty || words.unicodeScalars.first == "`" || words.unicodeScalars.last == "`"
    return isPadded ? "\(fence) \(words) \(fence)" : fence + words + fence
  }

  /// A cell of a Markdown table whose content is Markdown already: nothing in it ends the cell.
  public static func markdownCell(_ markdown: some StringProtocol) -> String {
    rewritten(markdown) { $0 == "|" ? "\\|" : $0.isUnseen ? $0.shown : nil }
  }

  /// For a name or a message in a Mermaid diagram: what could mean something to Mermaid, or to the HTML that it makes, stands as
  /// its entity code.
  public static func mermaid(_ text: some StringProtocol) -> String {
    rewritten(terminal(text)) { scalar in
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " ,.:()'`-_/=+?!".unicodeScalars.contains(scalar)
      return isPlain ? nil : "#\(scalar.value);"
    }
  }
}
