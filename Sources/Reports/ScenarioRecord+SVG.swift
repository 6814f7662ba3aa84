public import Records
internal import Words

extension ScenarioRecord {
  /// A self-contained sequence diagram. Refusals are dashed and end in a cross, so colour is never the only signal.
  public var svg: String {
    let (column, row, top) = (190, 46, 70)
    let width = column * participants.count + 40
    let rows = lines.reduce(0) { $0 + 1 + $1.violations.count }
    let height = top + row * rows + 50 + 18 * surprises.count
    func x(_ name: String) -> Int { 20 + column / 2 + column * (participants.firstIndex(of: name) ?? 0) }
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="\(Escape.xml(title))">
      <title>\(Escape.xml(title)): \(Escape.xml(ending.joined(separator: "; ")))</title>
      <defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">\
      <path d="M0 0 10 5 0 10z"/></marker></defs>
      <rect width="100%" height="100%" fill="white"/>

      """
    for name in participants {
      out += "<rect x=\"\(x(name) - 70)\" y=\"20\" width=\"140\" height=\"26\" rx=\"4\" fill=\"#eee\" stroke=\"black\"/>"
      out += "<text x=\"\(x(name))\" y=\"37\" text-anchor=\"middle\">\(Escape.xml(name))</text>"
      out +=
        "<line x1=\"\(x(name))\" y1=\"46\" x2=\"\(x(name))\" y2=\"\(height - 40 - 18 * surprises.count)\" stroke=\"#999\"/>\n"
    }
    var y = top + 20
    for line in lines {
      let (from, to) = (x(line.from), x(line.to))
      let isRefused = line.result != .accepted
      let style = isRefused ? "stroke=\"#b00\" stroke-dasharray=\"5 3\"" : "stroke=\"black\""
      let title = "<title>\(Escape.xml(line.words)) — \(Escape.xml(line.reason ?? line.result.rawValue))</title>"
      let outcome =
        (isRefused ? " ✗ \(line.rule ?? line.result.rawValue)" : "")
        + (line.isAsExpected ? "" : " (expected: \(line.expected ?? ""))")
      out +=
        "<g>\(title)<line x1=\"\(from)\" y1=\"\(y)\" x2=\"\(from == to ? to + 30 : to)\" y2=\"\(y)\" \(style) "
        + "marker-end=\"url(#head)\"/>"
      out += "<text x=\"\(min(from, to) + 6)\" y=\"\(y - 6)\">\(line.number). \(Escape.xml(line.label))</text>"
      if !outcome.isEmpty {
        out += "<text x=\"\(min(from, to) + 6)\" y=\"\(y + 14)\" fill=\"#b00\">\(Escape.xml(outcome))</text>"
      }
      out += "</g>\n"
      y += row
      for violation in line.violations {
        out += "<rect x=\"20\" y=\"\(y - 30)\" width=\"\(width - 40)\" height=\"22\" fill=\"#fff3cd\" stroke=\"#b00\"/>"
        out += "<text x=\"30\" y=\"\(y - 15)\">breaks \(violation.property.rawValue): \(Escape.xml(violation.words))</text>\n"
        y += row
      }
    }
    for (index, words) in ending.enumerated() {
      let y = height - 14 - 18 * (surprises.count - index)
      out += "<text x=\"20\" y=\"\(y)\" font-weight=\"bold\">\(Escape.xml(words))</text>\n"
    }
    return out + "</svg>\n"
  }
}
