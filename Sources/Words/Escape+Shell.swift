extension Escape {
  /// For a command that is pasted into a shell: as it is where no shell sees more in it than letters; else within quotes, and on
  /// one line: what ends a line or moves a cursor is escaped.
  public static func shell(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./,:=+@%".unicodeScalars.contains($0))
      }
    if isPlain { return word }
    if !word.unicodeScalars.contains(where: isControl) {
      return "'\(rewritten(word) { $0 == "'" ? "'\\''" : nil })'"
    }
    var quoted = "$'"
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "'", "\\": quoted += "\\\(scalar)"
      case _ where isControl(scalar): quoted += "\\U" + hexadecimal(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }

  /// Eight digits: with fewer a digit that follows would be read as one of them.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }
}
