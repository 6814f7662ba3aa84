internal import Records
public import Teaching

extension Listing {
  /// Both worlds beside each other, with the lines marked that one of them has alone; then what else there is.
  public func html(_ links: Links) -> HTML {
    var blocks: [HTML] = []
    if let left = self[.left], let right = self[.right] {
      let table: HTML = """
        <table class="listing"><caption class="unseen">Both worlds, line by line</caption>
        <thead><tr><th scope="col">left <code>\(left.type)</code></th><th scope="col">right <code>\(right.type)</code></th></tr>
        </thead><tbody>\(rows)</tbody></table>
        """
      blocks.append(.scrolling("Both worlds in pseudocode", table))
    }
    for section in sections where section.role == .game || section.role == .reduction {
      let lines = HTML(markup: section.lines.map { ("\($0)" as HTML).text }.joined(separator: "\n"))
      let title: HTML =
        section.role == .reduction
        ? "<p>The reduction, a box in the wire: <code>\(section.type)</code></p>" : "<p><code>\(section.type)</code></p>"
      blocks.append("<div class=\"\(section.role.rawValue)\">\(title)<pre tabindex=\"0\"><code>\(lines)</code></pre></div>\n")
    }
    let files = sections.compactMap { section in section.file.map { (section.type, $0) } }
    let rows = files.map { type, file -> HTML in
      let name: HTML = "<code>\(file)</code>"
      let link: HTML = Page.sources.contains(file) ? "<a href=\"\(links.to("/source/\(file)"))\">\(name)</a>" : name
      return "<li><code>\(type)</code>: \(link)</li>"
    }
    if !rows.isEmpty { blocks.append("<details><summary>The same in Swift</summary><ul>\(rows)</ul></details>\n") }
    return "\(blocks)"
  }

  /// Lines that one world has alone stand beside those of the other in their place.
  private var rows: [HTML] {
    var (rows, rest) = ([HTML](), lines[...])
    while let line = rest.first {
      if line.only == nil {
        rows.append("<tr><td><code>\(line.text)</code></td><td><code>\(line.text)</code></td></tr>\n")
        rest = rest.dropFirst()
        continue
      }
      let block = rest.prefix { $0.only != nil }
      rest = rest.dropFirst(block.count)
      let (left, right) = (block.filter { $0.only == .left }, block.filter { $0.only == .right })
      for place in 0..<max(left.count, right.count) {
        let cells = [(left, "left"), (right, "right")].map { lines, side in Self.cell(lines, place, side) }
        rows.append("<tr>\(cells)</tr>\n")
      }
    }
    return rows
  }

  private static func cell(_ lines: [ListingRecord.Line], _ place: Int, _ side: String) -> HTML {
    guard place < lines.count else { return "<td class=\"gone\"></td>" }
    let mark = side == "left" ? "L" : "R"
    return """
      <td class="only \(side)"><span class="mark" aria-hidden="true">\(mark)</span><span class="unseen">\(side) only: </span>\
      <code>\(lines[place].text)</code></td>
      """
  }
}
