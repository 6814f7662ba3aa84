internal import Words

/// What stands in the place of a picture, a scenario or a record that there is none of: a result that says so takes the place of
/// an older one, which nobody then mistakes for it.
public struct Notice: Encodable, Sendable {
  public let words: String

  public init(_ words: String) { self.words = words }

  public var text: String { Escape.terminal(words) + "\n" }

  /// A file without anything in it but comments, which no verb takes for a scenario.
  public var yaml: String { words.split(separator: "\n").map { "# \(Escape.terminal(String($0)))\n" }.joined() }

  public var mermaid: String { "sequenceDiagram\n  participant p0 as adversary\n  Note over p0: \(Escape.mermaid(words))\n" }

  public var svg: String {
    let lines = Picture.lines(words, of: 100)
    var picture = Picture(
      width: 40 + 8 * Double(lines.map(\.count).max() ?? 0), height: 34 + 16 * Double(lines.count), title: words, summary: words)
    for (index, line) in lines.enumerated() { picture.write(line, at: 20, 30 + 16 * Double(index)) }
    return picture.svg
  }
}
