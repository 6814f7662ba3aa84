internal import Foundation

/// The Markdown that this project writes, as HTML: headings, paragraphs, lists, tables, code, emphasis and links.
public struct Markdown {
  /// Where a link of the text leads; nil for one whose words alone are shown.
  public typealias Target = (_ link: String) -> String?

  private let target: Target
  private let topLevel: Int

  /// - Parameter topLevel: the level of a heading with one `#`.
  public init(topLevel: Int = 1, target: @escaping Target = { _ in nil }) { (self.topLevel, self.target) = (topLevel, target) }

  public func html(_ text: String) -> HTML {
    var (out, lines) = ([HTML](), text.split(separator: "\n", omittingEmptySubsequences: false)[...])
    while let line = lines.first {
      if line.allSatisfy(\.isWhitespace) {
        lines = lines.dropFirst()
      } else if line.hasPrefix("```") {
        let code = lines.dropFirst().prefix { !$0.hasPrefix("```") }
        lines = lines.dropFirst(code.count + 2)
        out.append(Self.code(Array(code)))
      } else if line.hasPrefix("    ") {
        let code = lines.prefix { $0.hasPrefix("    ") }
        lines = lines.dropFirst(code.count)
        out.append(Self.code(code.map { $0.dropFirst(4) }))
      } else if let match = line.wholeMatch(of: /(#+) (.*)/) {
        let level = min(6, topLevel + match.1.count - 1)
        out.append("<h\(level)>\(inline(match.2))</h\(level)>")
        lines = lines.dropFirst()
      } else if line.hasPrefix("|") {
        let rows = lines.prefix { $0.hasPrefix("|") }
        lines = lines.dropFirst(rows.count)
        out.append(table(Array(rows)))
      } else if Self.item(line) != nil {
        out.append(list(&lines))
      } else {
        let words = lines.prefix {
          !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("```") && !$0.hasPrefix("|") && !$0.hasPrefix("#")
            && Self.item($0) == nil
        }
        lines = lines.dropFirst(words.count)
        out.append("<p>\(inline(words.joined(separator: "\n")))</p>\n")
      }
    }
    return "\(out)"
  }

  private static func code(_ lines: [Substring]) -> HTML {
    "<pre tabindex=\"0\"><code>\(HTML(markup: lines.map { ("\($0)" as HTML).text }.joined(separator: "\n")))</code></pre>\n"
  }

  /// The text of an item of a list, and whether that is numbered.
  private static func item(_ line: Substring) -> (text: Substring, isNumbered: Bool)? {
    if let match = line.wholeMatch(of: /[-*] (.*)/) { return (match.1, false) }
    return line.wholeMatch(of: /\d+\. (.*)/).map { ($0.1, true) }
  }

  private func list(_ lines: inout ArraySlice<Substring>) -> HTML {
    var items: [String] = []
    let isNumbered = lines.first.flatMap(Self.item)?.isNumbered ?? false
    while let line = lines.first {
      if let item = Self.item(line), item.isNumbered == isNumbered {
        items.append(String(item.text))
      } else if line.hasPrefix("  "), !items.isEmpty {
        items[items.count - 1] += "\n" + line.drop(while: \.isWhitespace)
      } else {
        break
      }
      lines = lines.dropFirst()
    }
    let tag: HTML = isNumbered ? "ol" : "ul"
    return "<\(tag)>\(items.map { "<li>\(inline($0))</li>" as HTML })</\(tag)>\n"
  }

  private func table(_ rows: [Substring]) -> HTML {
    let cells = rows.map { row in
      row.replacing("\\|", with: "\u{E000}").split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.replacing("\u{E000}", with: "|").trimmingCharacters(in: .whitespaces)
      }
    }
    guard let header = cells.first else { return .nothing }
    let heads = header.map { "<th scope=\"col\">\(inline($0))</th>" as HTML }
    let head: HTML = header.allSatisfy(\.isEmpty) ? .nothing : "<thead><tr>\(heads)</tr></thead>"
    let body = cells.dropFirst(2).map { row in "<tr>\(row.map { "<td>\(inline($0))</td>" as HTML })</tr>" as HTML }
    return .scrolling("table", "<table>\(head)<tbody>\(body)</tbody></table>")
  }

  /// Code, emphasis and links within a line of text.
  public func inline(_ text: some StringProtocol) -> HTML {
    let words = String(text)
    guard
      let match = words.firstMatch(
        of: /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)|\\([\\`*_\[\]<>~&#|])/)
    else { return "\(words)" }
    let part: HTML =
      if let code = match.1 {
        "<code>\(code)</code>"
      } else if let strong = match.2 {
        "<strong>\(inline(strong))</strong>"
      } else if let emphasis = match.3 {
        "<em>\(inline(emphasis))</em>"
      } else if let label = match.4, let link = match.5 {
        target(String(link)).map { "<a href=\"\($0)\">\(inline(label))</a>" } ?? inline(label)
      } else {
        "\(match.6 ?? "")"
      }
    return "\(words[..<match.range.lowerBound])\(part)\(inline(words[match.range.upperBound...]))"
  }
}

extension HTML {
  /// What may be wider than the screen scrolls by itself, by keys as well.
  static func scrolling(_ name: String, _ content: HTML) -> HTML {
    "<div class=\"wide\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">\(content)</div>\n"
  }
}
