internal import Words

/// Words as a POSIX shell splits them.
enum ShellWords {
  static func quoted(_ word: String) -> String { Escape.shell(word) }

  static func split(_ text: String) throws(StartFailure) -> [String] {
    var (words, word): ([String], String?) = ([], nil)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case " ", "\t", "\n", "\r":
        if let complete = word { words.append(complete) }
        word = nil
      case "'":
        guard let end = rest.firstIndex(of: "'") else { throw StartFailure.unclosed(scalar, text) }
        word = (word ?? "") + String(rest[..<end])
        rest = rest[rest.index(after: end)...]
      case "\"": word = (word ?? "") + (try doubleQuoted(&rest, in: text))
      case "\\":
        guard let next = rest.popFirst() else { throw StartFailure.unclosed(scalar, text) }
        word = (word ?? "") + String(next)
      case "|", "&", ";", "<", ">", "(", ")", "$", "`", "*", "?", "[":
        throw StartFailure.needsShell(scalar, text)
      case "~" where word == nil, "#" where word == nil: throw StartFailure.needsShell(scalar, text)
      default: word = (word ?? "") + String(scalar)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private static func doubleQuoted(_ rest: inout Substring.UnicodeScalarView, in text: String) throws(StartFailure) -> String {
    var quoted = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(quoted)
      case "$", "`": throw StartFailure.needsShell(scalar, text)
      case "\\":
        guard let next = rest.popFirst() else { throw StartFailure.unclosed("\"", text) }
        if !"\"\\$`".unicodeScalars.contains(next) { quoted.append(scalar) }
        quoted.append(next)
      default: quoted.append(scalar)
      }
    }
    throw StartFailure.unclosed("\"", text)
  }
}
