import Foundation

/// Makes inputs from those of the corpus: a function of its seed alone.
struct Mutator {
  let kind: Kind
  let corpus: [String]
  let seed: UInt64

  /// The corpus itself comes first, unchanged.
  func input(_ index: Int) -> String {
    if index < corpus.count { return corpus[index] }
    var dice = Dice(state: seed ^ (UInt64(index) &* 0x9e37_79b9_7f4a_7c15))
    var text = dice.one(of: corpus)
    for _ in 0...dice.below(6) { text = changed(text, &dice) }
    return dice.below(4) > 0 ? kind.mended(text) : text
  }

  /// Numbers at the edges of their types, and words that mean something to a parser.
  private static let odd = [
    "0", "-1", "1", "2", "3", "64", "65", "255", "256", "1000000", "2147483648", "9223372036854775807", "-9223372036854775808",
    "18446744073709551615", "9223372036854775808", "1e308", "1e-323", "nan", "inf", "0x10", "~", "null", "true", "''", "[]", "{}",
    "[", "{", "}", "]", "- ",
    "&a ", "*a", "<<: *a", "? ", ": ", "|", ">", "!!int ", "%YAML 9.9", "---", "...", "\u{0}", "\u{1B}", "\u{301}", "\u{FEFF}",
    "\r\n", "\t", "é", "⟨", "-", "...",
    "-1...9223372036854775807", "1,2,,3", "=", "/", ":", "\u{2028}",
  ]

  private func changed(_ text: String, _ dice: inout Dice) -> String {
    switch dice.below(8) {
    case 0: return replaced(text, &dice) { _, dice in dice.one(of: Self.odd) }
    case 1: return replaced(text, &dice) { $0 + $1.one(of: Self.odd) }
    case 2:
      // A word of one input in the place of another's.
      let words = Self.tokens(dice.one(of: corpus))
      return replaced(text, &dice) { _, dice in words.isEmpty ? "" : dice.one(of: words) }
    case 3:
      var lines = text.components(separatedBy: "\n")
      lines.remove(at: dice.below(lines.count))
      return lines.joined(separator: "\n")
    case 4:
      var lines = text.components(separatedBy: "\n")
      lines.insert(dice.one(of: lines), at: dice.below(lines.count + 1))
      return lines.joined(separator: "\n")
    case 5:
      let (here, there) = (text.components(separatedBy: "\n"), dice.one(of: corpus).components(separatedBy: "\n"))
      return (here.prefix(dice.below(here.count + 1)) + there.suffix(dice.below(there.count + 1))).joined(separator: "\n")
    case 6:
      // A byte, which may make it another character or none.
      var bytes = Array(text.utf8)
      guard !bytes.isEmpty else { return dice.one(of: Self.odd) }
      bytes[dice.below(bytes.count)] = UInt8(dice.below(256))
      return String(decoding: bytes, as: UTF8.self)
    default:
      let piece = dice.one(of: ["[", "{a: ", "- ", "a: &a\n  ", "*a, "])
      return String(repeating: piece, count: dice.below(200)) + text
    }
  }

  /// The text with one of its words changed.
  private func replaced(_ text: String, _ dice: inout Dice, by change: (String, inout Dice) -> String) -> String {
    let words = Self.tokens(text)
    guard !words.isEmpty else { return change("", &dice) }
    var position = dice.below(words.count)
    var (result, rest) = ("", text[...])
    while let start = rest.firstIndex(where: Self.isWord) {
      let end = rest[start...].firstIndex { !Self.isWord($0) } ?? rest.endIndex
      let word = String(rest[start..<end])
      result += rest[..<start] + (position == 0 ? change(word, &dice) : word)
      position -= 1
      rest = rest[end...]
    }
    return result + rest
  }

  private static func tokens(_ text: String) -> [String] { text.split { !isWord($0) }.map(String.init) }
  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-._".contains(character)
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
  mutating func one<T>(of list: [T]) -> T { list[below(list.count)] }
}
