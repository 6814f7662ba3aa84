import Reports
import Testing

@Suite struct TableTests {
  private func table(_ header: [String], _ rows: [[String]]) -> Table {
    var table = Table(header: header)
    table.rows = rows
    return table
  }

  @Test func aTableThatFitsHasALineARow() {
    #expect(table(["a", "word"], [["1", "x y"], ["10", ""]]).text == "a   word\n──  ────\n1   x y\n10\n")
  }

  @Test func aWideCellIsBrokenBetweenWords() {
    let words = Array(repeating: "words", count: 20).joined(separator: " ")
    let lines = table(["name", "said"], [["one", words], ["two", "short"]]).text.split(separator: "\n")
    #expect(lines.count == 5 && lines.allSatisfy { $0.count <= 80 })
    #expect(lines[2].hasPrefix("one   words words") && lines[3].hasPrefix("      words words") && lines[4] == "two   short")
    #expect(lines[2...3].joined(separator: " ").split(separator: " ").dropFirst().joined(separator: " ") == words)
  }

  @Test func aRowOfLongWordsTakesSeveralLines() {
    let word = String(repeating: "x", count: 30)
    let (space, rule) = (String(repeating: " ", count: 31), String(repeating: "─", count: 30))
    let expected = """
      a\(space)b
          c\(space)d
      \(rule)  \(rule)
          \(rule)  ─
      \(word)  \(word)
          \(word)  1

      """
    #expect(table(["a", "b", "c", "d"], [[word, word, word, "1"]]).text == expected)
  }

  @Test func aColumnOfItsOwnLineIsBrokenThere() {
    let words = Array(repeating: "words", count: 40).joined(separator: " ")
    let word = String(repeating: "x", count: 70)
    let lines = table(["name", "said"], [[word, words], [words, word]]).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    #expect(lines[2] == "\(String(repeating: "─", count: 80))" && lines[3] == "    \(String(repeating: "─", count: 76))")
    let said = lines[5...].prefix { $0.hasPrefix("    words") }.map { $0.dropFirst(4) }.joined(separator: " ")
    #expect(lines[4] == word && said == words)
  }

  @Test(arguments: [
    ("short", "short"), ("label  one two three four five six", "label  one two\n       three\n       four five\n       six"),
    ("  - one two three four", "  - one two\n    three four"), ("one two three four", "one two three\n  four"),
    ("abc bcdefghijklmnopqrstuvwxyz c", "abc\n  bcdefghijklmnopqrstuvwxyz\n  c"), ("a b\n\nc", "a b\n\nc"),
  ]) func aLineIsFoldedBelowWhereItBegan(_ line: String, _ folded: String) { #expect(line.folded(to: 16) == folded) }
}
