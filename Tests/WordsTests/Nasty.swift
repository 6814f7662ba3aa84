/// What somebody may put into a name: each scalar below is a fault that some tool had.
enum Nasty {
  /// All controls, the delimiters of every format with and without a combining mark, marks of direction and of no width, and what
  /// is no character.
  static let scalars: [Unicode.Scalar] =
    (0...0x9F).compactMap(Unicode.Scalar.init)
    + [
      0xAD, 0x301, 0x61C, 0x200B, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069, 0xD7FF, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD,
      0xFFFE, 0xFFFF, 0x1F600, 0xE0041, 0x10FFFF,
    ]
    .compactMap(Unicode.Scalar.init)

  static let texts: [String] =
    [
      "x\"\u{301} onload=\u{301}\"alert(1)\"", "<\u{301}script>", "a\r\nmet: everything", "a\n\nmet: everything", "]]>", "<!--",
      "--", "&amp;\u{301}", "`", "``a`", "a|\u{301}b", "\\|",
      "\u{1B}[31m", "\u{9B}31m", "\u{7}", "#59;", "%%{init: {}}%%", "; participant x", "on", "Null", "~", "", " a", "a ", "- a",
      "a: b", "a #b", "\u{202E}gnp.exe", "'", "{a}", "\t",
    ] + scalars.map { "a\($0)b" } + scalars.map { "\($0)" } + scalars.map { "\($0)\u{301}" } + [
      String(String.UnicodeScalarView(scalars))
    ]

  /// Whether a terminal shows it as it stands, on one line.
  static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        && !scalar.properties.isNoncharacterCodePoint
    }
  }
}
