/// Text from outside (names in files, paths, arguments) made harmless where it goes: each function takes any text, and what it
/// gives cannot end the place it is put in.
///
/// All of it is decided scalar by scalar. A delimiter with a combining mark is one `Character` that equals no delimiter, and a
/// carriage return with a line feed is another; to whoever reads the result the delimiter is still there.
public enum Escape {
  /// For a terminal: what has no shape of its own, such as the start of a control sequence, is shown as `\u{1B}`.
  /// - Parameter keepsLines: whether line feeds stay; otherwise the result is one line.
  public static func terminal(_ text: some StringProtocol, keepsLines: Bool = false) -> String {
    rewritten(text) { $0.isUnseen && !(keepsLines && $0 == "\n") ? $0.shown : nil }
  }

  /// `text` with each scalar replaced for which there is a replacement.
  static func rewritten(_ text: some StringProtocol, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let words = replacement(scalar) { result.append(contentsOf: words.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Controls, line ends, changes of direction, joiners and other marks of no width, and what is no character at all.
  var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: properties.isNoncharacterCodePoint
    }
  }

  /// As Swift writes it in a string.
  var shown: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
