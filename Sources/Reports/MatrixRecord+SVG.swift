public import Records
internal import Words

extension MatrixRecord {
  /// A heat map: the darker a cell the more properties fall; their number stands in it, so colour is not the only signal. A row
  /// without any says beside what else its rule matters.
  public var svg: String {
    let (cell, left, top) = (22, 280, 210)
    // Column names lean to the right, beyond the last column.
    let (width, height) = (left + cell * columns.count + 120, top + cell * rows.count + 56)
    var picture = Picture(
      width: Double(width), height: Double(height), title: "What breaks without each rule",
      summary: "\(rows.count) rules, each left out, against \(columns.count) adversaries and scenarios")
    picture.write("What breaks without each rule", at: 16, 26, size: 16, bold: true)
    for (index, column) in columns.enumerated() {
      let x = left + cell * index + 15
      picture.add(
        "<text font-size=\"11\" transform=\"translate(\(x),\(top - 6)) rotate(-60)\" \(Picture.paint(fill: .ink))>"
          + "\(Escape.xml(column))</text>")
    }
    for (line, row) in rows.enumerated() {
      let y = top + cell * line
      picture.write(row.rule, at: Double(left - 8), Double(y + 15), size: 11, anchor: .end)
      for (index, broken) in row.cells.enumerated() {
        let shade =
          broken.isEmpty
          ? Picture.paint(fill: .band) : "fill=\"\(["#fdd0a2", "#fdae6b", "#f16913", "#c4561a"][min(broken.count, 4) - 1])\""
        let title =
          "\(row.rule) × \(columns[index]): \(broken.isEmpty ? "nothing" : broken.map(\.rawValue).joined(separator: ", "))"
        picture.add(
          "<rect x=\"\(left + cell * index)\" y=\"\(y)\" width=\"\(cell - 1)\" height=\"\(cell - 1)\" \(shade)>"
            + "<title>\(Escape.xml(title))</title></rect>")
        // On colours of their own, which dark paper does not change.
        if !broken.isEmpty {
          picture.add(
            "<text x=\"\(left + cell * index + 10)\" y=\"\(y + 15)\" font-size=\"11\" text-anchor=\"middle\" fill=\"#1a1a1a\">"
              + "\(broken.count)</text>")
        }
      }
      if !row.isExploited {
        let words =
          row.redundantWith.first.map { "\($0.words): \($0.isSecondWay ? "second way to break " : "")\($0.property.rawValue)" }
          ?? (jointSize > 1 ? "UNEXPLAINED" : "redundant given the others")
        picture.write(words, at: Double(left + 8), Double(y + 15), .soft, size: 11)
      }
    }
    let note = "A number: how many properties fall in this column without the rule of this row, and hold with it; darker is more."
    picture.write(note, at: 16, Double(height - 20), .soft, size: 11)
    return picture.svg
  }
}
