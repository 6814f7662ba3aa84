internal import Words

/// Documents for LaTeX, which need nothing but its base: `pdflatex` makes them into paper.
public enum LaTeX {
  /// A whole document.
  /// - Parameter isWide: across the long side of the paper.
  public static func document(title: String, isWide: Bool = false, _ body: String) -> String {
    """
    \\documentclass[a4paper,10pt]{article}
    \\usepackage[\(isWide ? "landscape," : "")margin=18mm]{geometry}
    \\usepackage{amsmath,textcomp,longtable,array,graphicx}
    \\setlength{\\parindent}{0pt}\\setlength{\\parskip}{5pt plus 1pt}
    \\begin{document}
    {\\Large\\bfseries \(Escape.latex(title))\\par}

    \(body)
    \\end{document}

    """
  }

  public static func heading(_ words: String, level: Int = 2) -> String {
    "\\\(level < 2 ? "section" : level == 2 ? "subsection" : "subsubsection")*{\(Escape.latex(words))}"
  }

  /// Lines of code, as they are.
  public static func code(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let rows = lines.map { "\\mbox{}\(codeLine($0))\\\\" }
    return "{\\footnotesize\\raggedright\n\(rows.joined(separator: "\n"))\n}"
  }

  /// One line of it, indented as it is.
  public static func codeLine(_ line: String) -> String {
    let indent = line.prefix { $0 == " " }.count
    return "\\texttt{\(String(repeating: "~", count: indent))}" + Escape.latexCode(line.dropFirst(indent))
  }

  /// Lines of text, each a paragraph.
  public static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Escape.latex($0) }.joined(separator: "\n\n")
  }

  /// Markdown as this project's texts have it: headings, paragraphs, lists, tables, code, emphasis and links.
  public static func text(markdown: String) -> String {
    var (out, paragraph, code): ([String], [String], [String]?) = ([], [], nil)
    var table: [[String]] = []
    func end() {
      if !paragraph.isEmpty { out.append(inline(paragraph.joined(separator: " ")) + "\n") }
      if let header = table.first {
        var rows = Table(header: header)
        rows.rows = table.dropFirst(2).map { row in header.indices.map { row.indices.contains($0) ? row[$0] : "" } }
        out.append(rows.latex(cell: inline))
      }
      (paragraph, table) = ([], [])
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        end()
        if let lines = code { out.append(Self.code(lines) + "\n") }
        code = code == nil ? [] : nil
      } else if code != nil {
        code?.append(line)
      } else if let match = line.wholeMatch(of: /(#+) (.*)/) {
        end()
        out.append(heading(plain(String(match.2)), level: match.1.count))
      } else if line.hasPrefix("    ") {
        end()
        out.append(Self.code([String(line.dropFirst(4))]))
      } else if line.hasPrefix("|"), line.hasSuffix("|") {
        table.append(
          line.trimmed.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed })
      } else if let match = line.wholeMatch(of: /\s*([-*]|\d+\.) (.*)/) {
        end()
        let mark = match.1 == "-" || match.1 == "*" ? "\\textbullet" : String(match.1)
        paragraph.append(String(match.2))
        out.append("\\hangindent=1.5em \(mark)~\\ignorespaces")
      } else if line.trimmed.isEmpty {
        end()
      } else {
        paragraph.append(line.trimmed)
      }
    }
    end()
    return out.joined(separator: "\n")
  }

  /// Without the marks of emphasis, for a heading.
  private static func plain(_ text: String) -> String { text.filter { $0 != "`" && $0 != "*" } }

  /// Code, emphasis and links within a line.
  static func inline(_ text: String) -> String {
    var (out, rest) = ("", text[...])
    while !rest.isEmpty {
      if let match = rest.prefixMatch(of: /(`+)(.+?)\1/) {
        out += Escape.latexCode(match.2)
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\*\*(.+?)\*\*/) {
        out += "\\textbf{\(inline(String(match.1)))}"
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\*([^\s*][^*]*)\*/) {
        out += "\\emph{\(inline(String(match.1)))}"
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\[([^\]]+)\]\([^)]*\)/) {
        out += inline(String(match.1))
        rest = rest[match.range.upperBound...]
      } else {
        // A backslash keeps a sign from being a mark.
        if rest.first == "\\", rest.count > 1 { rest.removeFirst() }
        out += Escape.latex(rest.prefix(1))
        rest.removeFirst()
      }
    }
    return out
  }
}

extension Table {
  /// No wider than the text.
  public var latex: String { latex { Escape.latex($0) } }

  func latex(cell: (String) -> String) -> String {
    func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: " & ") + " \\\\" }
    let body = [line(header), "\\hline"] + rows.map(line)
    return """
      \\begin{center}\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%
      \\begin{tabular}{\(String(repeating: "l", count: header.count))}
      \(body.joined(separator: "\n"))
      \\end{tabular}}\\end{center}

      """
  }
}
