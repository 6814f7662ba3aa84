public import Records
internal import Words

/// The theorem as a picture: the bound as one stacked bar, and below it each term with the share that its attack attains. Where
/// successes are forced the terms are too unlike to be stacked: each is as long as the others, and the shares are what is seen,
/// under the parameters at which each term is nearly all that its attack may do.
public struct TheoremPlot: Sendable {
  private static let (left, right, rowHeight) = (190.0, 760.0, 34.0)
  /// Colours that colour-blind readers tell apart (Wong, *Nature Methods* 8, 2011), and a pattern-free order by lightness.
  private static let colours = ["#0072b2", "#56b4e9", "#009e73", "#f0e442", "#e69f00", "#d55e00", "#cc79a7"]

  private let record: TheoremRecord
  private let scale: Double

  public init(_ record: TheoremRecord) {
    self.record = record
    scale = (Self.right - Self.left) / max(1e-300, record.total.value ?? record.terms.compactMap(\.together.value).reduce(0, +))
  }

  /// Nil where the terms are assumed and have no size.
  public var svg: String? {
    guard record.total.value != nil else { return nil }
    let height = (record.isForced ? 70 : 150) + Self.rowHeight * Double(record.terms.count)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 840 \(Int(height))\" font-family=\"sans-serif\" font-size=\"12\" "
        + "role=\"img\">",
      "<title>The theorem's bound, term by term, and what the attacks attain</title>",
      "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
      "<text x=\"16\" y=\"24\" font-size=\"14\">"
        + (record.isForced
          ? "Each term where it dominates (light), what an attack attains of it (dark) and can at most (dashed)"
          : "The bound, term by term (light), and what each attack attains of its own term (dark, with interval)") + "</text>",
    ]
    if !record.isForced { lines += stack(at: 44) }
    let top = record.isForced ? 44.0 : 108
    for (index, term) in record.terms.enumerated() { lines += row(term, index, at: top + Self.rowHeight * Double(index)) }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func stack(at y: Double) -> [String] {
    var x = Self.left
    var lines = [label("bound \(Number.text(record.total.value ?? 0))", y + 15)]
    for (index, term) in record.terms.enumerated() {
      let width = (term.together.value ?? 0) * scale
      lines.append(
        bar(x, y, width, 20, Self.colours[index % Self.colours.count], "\(term.symbol): \(Number.text(term.together.value ?? 0))")
      )
      if width > 44 {
        lines.append(
          "<text x=\"\(text(x + width / 2))\" y=\"\(text(y + 14))\" font-size=\"10\" text-anchor=\"middle\">\(index + 1)</text>")
      }
      x += width
    }
    let total = record.total.advantage
    lines.append(label("all attacks \(Number.text(total.estimate))", y + 43))
    lines.append(bar(Self.left, y + 30, total.estimate * scale, 16, "#333", "all attacks on one domain"))
    return lines + interval(total, y + 38, scale)
  }

  private func row(_ term: TheoremRecord.Term, _ index: Int, at y: Double) -> [String] {
    let share = record.isForced ? term.alone : term.together
    let colour = Self.colours[index % Self.colours.count]
    let percent = share.fraction.map { "\(Number.text(($0.estimate * 1000).rounded() / 10)) %" } ?? ""
    let scale = record.isForced ? (Self.right - Self.left - 270) / max(1e-300, share.value ?? 0) : scale
    let size = record.isForced ? share.value.map { " of \(Number.power($0))" } ?? "" : ""
    let how = share.sampled == nil ? "" : ", no chance known"
    return [
      label("\(index + 1)  \(term.symbol)", y + 14),
      bar(Self.left, y, (share.value ?? 0) * scale, 20, colour, "2 × \(term.symbol)", opacity: 0.35),
      bar(Self.left, y + 4, share.advantage.estimate * scale, 12, colour, term.adversary),
    ] + interval(share.advantage, y + 10, scale) + ceiling(record.isForced ? term.ceiling : nil, share.value ?? 0, y, scale) + [
      "<text x=\"\(text(Self.left + max(share.value ?? 0, share.advantage.upper) * scale + 8))\" y=\"\(text(y + 14))\" "
        + "font-size=\"11\" fill=\"#333\">\(Escape.xml("\(percent)\(size) by \(term.adversary)\(how)"))</text>"
    ]
  }

  /// The share that no attack by this way can exceed.
  private func ceiling(_ most: Double?, _ value: Double, _ y: Double, _ scale: Double) -> [String] {
    guard let most else { return [] }
    return [
      "<path d=\"M\(text(Self.left + most * value * scale)) \(text(y - 3))v26\" stroke=\"#333\" stroke-dasharray=\"3 2\"/>"
    ]
  }

  private func interval(_ estimate: Estimate, _ y: Double, _ scale: Double) -> [String] {
    let (low, high) = (Self.left + estimate.lower * scale, Self.left + estimate.upper * scale)
    return [
      "<path d=\"M\(text(low)) \(text(y))H\(text(high))M\(text(low)) \(text(y - 4))v8M\(text(high)) \(text(y - 4))v8\" "
        + "stroke=\"black\" stroke-width=\"1.5\" fill=\"none\"/>"
    ]
  }

  private func label(_ words: String, _ y: Double) -> String {
    "<text x=\"\(Self.left - 10)\" y=\"\(text(y))\" text-anchor=\"end\">\(Escape.xml(words))</text>"
  }

  private func bar(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: String, _ title: String, opacity: Double = 1
  ) -> String {
    "<rect x=\"\(text(x))\" y=\"\(text(y))\" width=\"\(text(max(0, width)))\" height=\"\(text(height))\" fill=\"\(colour)\" "
      + "fill-opacity=\"\(opacity)\" stroke=\"#333\" stroke-width=\"0.6\"><title>\(Escape.xml(title))</title></rect>"
  }

  private func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
