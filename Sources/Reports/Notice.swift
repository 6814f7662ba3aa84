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
    let text = Escape.xml(words)
    let width = 40 + 8 * words.count
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 50" width="\(width)" height="50" \
      font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="\(text)">
      <title>\(text)</title>
      <rect width="100%" height="100%" fill="white"/>
      <text x="20" y="30">\(text)</text>
      </svg>

      """
  }
}
