internal import Foundation
internal import Records
internal import Words

/// What the terminal behind a descriptor understands.
enum Terminal {
  /// Whether the cursor can be moved and words can be coloured.
  static func hasEscapes(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && !["", "dumb"].contains(ProcessInfo.processInfo.environment["TERM"] ?? "")
  }

  /// https://no-color.org: not where `NO_COLOR` is set to anything.
  private static func hasColours(_ descriptor: Int32) -> Bool {
    hasEscapes(descriptor) && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  }

  static func columns(_ descriptor: Int32) -> Int {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// An error's line, the word that says so in red.
  static func error(_ text: String) -> String {
    let start = "\(Program.name): error:"
    guard text.hasPrefix(start), hasColours(STDERR_FILENO) else { return text }
    return "\(Program.name): \(Colour.red)error:\(Colour.none)" + text.dropFirst(start.count)
  }

  /// A result that people read: its lines folded, and the verdict in colour, which is the first word of the last line.
  static func result(_ text: String) -> String {
    guard isatty(STDOUT_FILENO) == 1 else { return text }
    let folded = text.folded(to: max(40, columns(STDOUT_FILENO)))
    // Before folding, the last line that says something.
    guard hasColours(STDOUT_FILENO), let line = text.split(separator: "\n").last,
      let start = folded.ranges(of: line.prefix { $0.isLetter }).last(where: { range in
        range.lowerBound == folded.startIndex || folded[folded.index(before: range.lowerBound)] == "\n"
      }), let colour = Colour.verdict(String(folded[start]))
    else { return folded }
    return folded.replacingCharacters(in: start, with: colour + folded[start] + Colour.none)
  }

  private enum Colour {
    static let (none, bold, red, green, yellow) = ("\u{1B}[0m", "\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[1;32m", "\u{1B}[1;33m")

    static func verdict(_ word: String) -> String? {
      switch word {
      case "holds", "met": green
      case "falls", "breaks", "not", "invalid", "boundExceeded", "forfeit": red
      case "inconclusive", "interrupted": yellow
      default: Verdict.names.contains(word) ? bold : nil
      }
    }
  }
}
