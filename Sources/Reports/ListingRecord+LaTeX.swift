public import Records
internal import Words

extension ListingRecord {
  public var latex: String { LaTeX.document(title: "\(name), pseudocode", isWide: true, body) }

  /// Both worlds beside each other, the lines that one of them has slanted and marked; then what else there is.
  var body: String {
    var parts: [String] = []
    if let left = self[.left], let right = self[.right] {
      let rows = lines.map { line in
        let code = LaTeX.codeLine(line.text)
        return switch line.only {
        case .left: "\(Self.mark("L")) & {\\slshape \(code)} & & \\\\"
        case .right: " & & \(Self.mark("R")) & {\\slshape \(code)} \\\\"
        default: " & \(code) & & \(code) \\\\"
        }
      }
      parts.append(
        """
        {\\scriptsize
        \\begin{longtable}{@{}c@{\\ }>{\\raggedright\\arraybackslash}p{0.46\\linewidth}|c@{\\ }>{\\raggedright\\arraybackslash}\
        p{0.46\\linewidth}@{}}
         & \\textbf{left:} \(Escape.latexCode(left.type)) & & \\textbf{right:} \(Escape.latexCode(right.type)) \\\\ \\hline
        \\rule{0pt}{9pt}\\endhead
        \(rows.joined(separator: "\n"))
        \\end{longtable}}
        """)
    }
    for section in sections where section.role == .game || section.role == .reduction {
      parts.append(LaTeX.heading("\(section.role.rawValue): \(section.type)") + "\n\n" + LaTeX.code(section.lines))
    }
    return parts.joined(separator: "\n\n")
  }

  private static func mark(_ letter: String) -> String { "\\fbox{\\tiny \(letter)}" }
}
