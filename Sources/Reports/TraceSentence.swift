/// What the protocol is asked, as a sentence: `addKey(HSM 0, token 1, handle 2)` is that HSM 0 adds the key of handle 2 to
/// token 1. All that the query holds stands in it, so that different queries stay different.
enum TraceSentence {
  /// Nil for what is no command of the protocol: it stays as it is.
  static func of(_ query: String) -> String? {
    guard let match = query.wholeMatch(of: /(\w+)\((.*)\)/) else { return nil }
    let parts = arguments(match.2)
    guard let who = parts.first, ["HSM ", "host ", "operator "].contains(where: who.hasPrefix) else { return nil }
    let words: String
    switch (match.1, parts.count) {
    case ("authorise", 2...): words = "signs \(parts[1])"
    case ("found", 2...): words = "founds a domain with \(parts[1])"
    case ("addKey", 3...):
      return "\(who) adds the key of \(parts[2]) to \(parts[1])" + rest(parts.dropFirst(3))
    case ("update", 3...): return "\(who) moves \(parts[1]) to \(parts[2])" + rest(parts.dropFirst(3))
    case ("install", 2...): words = "installs \(parts[1])"
    case ("advance", 2...): words = "moves to \(parts[1])"
    case ("present", 2...): words = "uses \(parts[1])"
    default: return nil
    }
    return "\(who) \(words)" + rest(parts.dropFirst(2))
  }

  private static func rest(_ parts: ArraySlice<Substring>) -> String { parts.map { ", \($0)" }.joined() }

  /// What stands between commas that are in no brackets.
  private static func arguments(_ text: Substring) -> [Substring] {
    var (parts, begin, depth): ([Substring], Substring.Index, Int) = ([], text.startIndex, 0)
    for index in text.indices {
      if "([{".contains(text[index]) { depth += 1 }
      if ")]}".contains(text[index]) { depth -= 1 }
      if text[index] == ",", depth == 0 {
        parts.append(text[begin..<index])
        begin = text.index(after: index)
      }
    }
    return (parts + [text[begin...]]).map { $0.drop { $0 == " " } }
  }
}
