import Foundation
import FoundationXML
import Testing
import Words
import Yams

/// Whatever is in a text, it stays in its place, and it is read back.
@Suite struct EscapeTests {
  // MARK: Terminal

  @Test(arguments: Nasty.texts) func aTerminalShowsEveryTextOnOneLine(_ text: String) {
    #expect(Nasty.isVisible(Escape.terminal(text)))
    #expect(
      Escape.terminal(text, keepsLines: true).unicodeScalars.split(separator: "\n").allSatisfy { Nasty.isVisible(String($0)) })
  }

  @Test func controlsAreShownAndLettersAreLeft() {
    #expect(Escape.terminal("a \u{1B}[31mname\u{7}") == "a \\u{1B}[31mname\\u{7}")
    #expect(Escape.terminal("a\r\nb") == "a\\u{D}\\u{A}b")
    #expect(Escape.terminal("a\r\nb", keepsLines: true).unicodeScalars.elementsEqual("a\\u{D}\nb".unicodeScalars))
    #expect(Escape.terminal("naïve → “ε₂” 汉字 é e\u{301} \\ ` |") == "naïve → “ε₂” 汉字 é e\u{301} \\ ` |")
  }

  // MARK: Shell

  @Test func aShellReadsEveryWordBack() throws {
    let words = Nasty.texts.filter { !$0.unicodeScalars.contains("\0") }
    for word in words { #expect(Nasty.isVisible(Escape.shell(word)), "\(word)") }
    let (shell, output) = (Process(), Pipe())
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", "printf '%s\\0' \(words.map { Escape.shell($0) }.joined(separator: " "))"]
    shell.environment = ["LC_ALL": "C.UTF-8"]
    shell.standardOutput = output
    try shell.run()
    let read = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0, omittingEmptySubsequences: false)
    #expect(read.dropLast().map { [UInt8]($0) } == words.map { [UInt8]($0.utf8) })
  }

  @Test func aPlainWordIsLeftAsItIs() {
    #expect(Escape.shell("cases/met-2.yaml") == "cases/met-2.yaml" && Escape.shell("") == "''" && Escape.shell("a b") == "'a b'")
  }

  // MARK: XML

  /// The one element's attribute and text, or nil if a parser refuses the document.
  private final class Reader: NSObject, XMLParserDelegate {
    private(set) var elements = 0
    private(set) var attributes: [String: String] = [:]
    private(set) var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements += 1
      self.attributes = attributes
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  @Test(arguments: Nasty.texts) func xmlIsParsedToOneElementWithTheText(_ text: String) {
    let escaped = Escape.xml(text)
    let parser = XMLParser(data: Data("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"\(escaped)\">\(escaped)</a>".utf8))
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse(), "\(escaped)")
    #expect(reader.elements == 1 && reader.attributes.count == 1)
    // Line ends and tabs are what XML can carry of what is unseen.
    let expected = text.unicodeScalars.map { "\n\r\t".unicodeScalars.contains($0) ? String($0) : Escape.terminal(String($0)) }
      .joined()
    #expect(Array((reader.attributes["b"] ?? "").unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Array(reader.text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func aDelimiterWithACombiningMarkIsADelimiter() {
    #expect(Escape.xml("x\"\u{301} onload=1").unicodeScalars.elementsEqual("x&quot;\u{301} onload=1".unicodeScalars))
    #expect(Escape.markdownCell("a|\u{301}b").unicodeScalars.elementsEqual("a\\|\u{301}b".unicodeScalars))
    #expect(Escape.mermaid(";\u{301}").unicodeScalars.elementsEqual("#59;\u{301}".unicodeScalars))
  }

  // MARK: Markdown and Mermaid

  @Test(arguments: Nasty.texts) func markdownStaysInItsCell(_ text: String) {
    for cell in [
      Escape.markdown(text), Escape.markdownCell(Escape.markdown(text)), Escape.markdownCell(text),
      Escape.markdownCell(Escape.markdownCode(text)),
    ] {
      #expect(Nasty.isVisible(cell))
      let bars = cell.unicodeScalars.enumerated().filter { $1 == "|" }.map(\.offset)
      #expect(bars.allSatisfy { $0 > 0 && Array(cell.unicodeScalars)[$0 - 1] == "\\" }, "\(cell)")
    }
  }

  /// Every sign that begins markup has a backslash of its own.
  @Test(arguments: Nasty.texts) func markdownIsNoMarkup(_ text: String) {
    var isEscaped = false
    for scalar in Escape.markdown(text).unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        #expect(!"`*_[]<>~|".unicodeScalars.contains(scalar))
      }
    }
    #expect(!isEscaped)
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("", "`  `"), ("``a`", "``` ``a` ```"), ("a\u{1B}", "`a\\u{1B}`"),
  ])
  func codeStandsBetweenMoreBackticksThanItHas(_ text: String, _ expected: String) {
    #expect(Escape.markdownCode(text) == expected)
  }

  @Test(arguments: Nasty.texts) func mermaidSeesOnlyWordsAndEntities(_ text: String) {
    let plain = Escape.mermaid(text).replacing(/#[0-9]+;/.matchingSemantics(.unicodeScalar), with: "")
    #expect(
      Nasty.isVisible(plain) && !plain.unicodeScalars.contains { "#;%{}<>\"\\&|[]~^$@*".unicodeScalars.contains($0) }, "\(plain)")
  }

  @Test func mermaidNamesWhatItMeans() {
    #expect(
      Escape.mermaid("encrypt under `k` of t1; #1\r\nend")
        == "encrypt under `k` of t1#59; #35;1#92;u#123;D#125;#92;u#123;A#125;end")
  }

  // MARK: YAML, JSON, URIs

  /// All but a byte order mark at the start, which the reader drops although it stands as an escape.
  @Test(arguments: Nasty.texts.filter { $0.unicodeScalars.first != "\u{FEFF}" }) func yamlIsReadBackAsItWasWhereverItStands(
    _ text: String
  ) throws {
    let scalar = Escape.yaml(text)
    #expect(Nasty.isVisible(scalar))
    for document in ["a: \(scalar)", "{a: \(scalar), b: [\(scalar)]}", "? \(scalar)\n: \(scalar)"] {
      let node = try #require(try Yams.compose(yaml: document))
      let value = try #require(node.mapping?.first?.value.string)
      #expect(Array(value.unicodeScalars) == Array(text.unicodeScalars), "\(document)")
    }
  }

  @Test(arguments: [
    ("on", "\"on\""), ("Yes", "\"Yes\""), ("one", "one"), ("h1", "h1"), ("1h", "\"1h\""), ("keys-secret", "keys-secret"),
    ("a ", "\"a \""),
  ])
  func whatOtherReadersTakeForSomethingElseIsQuoted(_ text: String, _ expected: String) { #expect(Escape.yaml(text) == expected) }

  @Test(arguments: Nasty.texts) func jsonSaysTheSameAndIsVisible(_ text: String) throws {
    let json = Escape.json(String(decoding: try JSONEncoder().encode([text]), as: UTF8.self))
    #expect(Nasty.isVisible(json))
    #expect(
      try JSONDecoder().decode([String].self, from: Data(json.utf8)).first.map { Array($0.unicodeScalars) }
        == Array(text.unicodeScalars))
  }

  @Test(arguments: Nasty.texts) func aPathIsAReferenceThatLeadsBackToIt(_ text: String) throws {
    let uri = Escape.uri(path: "a/\(text)")
    #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}#?:[]".utf8.contains($0) })
    #expect(uri.removingPercentEncoding.map { Array($0.unicodeScalars) } == Array("a/\(text)".unicodeScalars))
  }

  @Test func aPathKeepsItsShape() { #expect(Escape.uri(path: "two words/a:b%20é.yaml") == "two%20words/a%3Ab%2520%C3%A9.yaml") }
}
