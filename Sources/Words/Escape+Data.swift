extension Escape {
  /// For a scalar of YAML on one line: as it is where no reader takes it for anything else than text, quoted otherwise. It is
  /// read back as it was.
  public static func yaml(_ text: String) -> String {
    if isPlain(text) { return text }
    let quoted = rewritten(text) { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      default: !scalar.isUnseen ? nil : scalar.value > 0xFFFF ? "\\U" + hex(scalar.value, 8) : "\\u" + hex(scalar.value, 4)
      }
    }
    return "\"\(quoted)\""
  }

  /// JSON text in which nothing unseen stands as it is: what it says stays the same, and a terminal can show it.
  public static func json(_ text: String) -> String {
    rewritten(text) { scalar in
      scalar.isUnseen && scalar != "\n" ? String(scalar).utf16.map { "\\u" + hex(UInt32($0), 4) }.joined() : nil
    }
  }

  /// A path as the path of a URI (RFC 3986, section 3.3). A colon is written out, too, so that the first segment of a relative
  /// path is taken for no scheme.
  public static func uri(path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "/-._~!$&'()*+,;=@".unicodeScalars.contains(scalar))
      return isPlain ? String(scalar) : "%" + hex(UInt32(byte), 2)
    }.joined()
  }

  /// A letter first, then letters, digits and few signs; and not what YAML 1.1 takes for a truth value or for nothing.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first.isASCII, first.properties.isAlphabetic, last != " " else {
      return false
    }
    let isSimple = scalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "-_. ".unicodeScalars.contains($0))
    }
    return isSimple && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
  }

  private static func hex(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
