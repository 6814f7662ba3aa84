public import Records
internal import Words

/// The theorem as a picture: the bound as one stacked bar, and below it each term with the share that its attack attains. Where
/// successes are forced the terms are too unlike to be stacked: each is as long as the others, and the shares are what is seen,
/// under the parameters at which each term is nearly all that its attack may do.
public struct TheoremPlot: Sendable {
  private static let (left, right, rowHeight) = (190.0, 760.0, 34.0)
  /// Colours that colour-blind readers tell apart (Wong, *Nature Methods* 8, 2011); stripes tell the terms apart, too.
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
    let top = record.isForced ? 62.0 : 126
    let bottom = top + Self.rowHeight * Double(record.terms.count)
    var picture = Picture(
      width: 880, height: bottom + 56, title: "The theorem's bound, term by term, and what the attacks attain",
      summary: record.terms.map { term in
        "\(term.symbol): \(words(record.isForced ? term.alone : term.together, term))"
      }.joined(separator: "; "))
    drawPatterns(in: &picture)
    picture.write("What the bound allows, term by term, and what the attacks attain", at: 16, 24, size: 15, bold: true)
    picture.write(
      record.isForced
        ? "Each row is one term where it dominates: all of it (light), what its attack attains, with its interval (dark), and at "
          + "most can (dashed)."
        : "Each term twice, as the bound has it (light), and what its attack attains of it, with its interval (dark).",
      at: 16, 42, .soft)
    if !record.isForced { drawStack(at: 62, in: &picture) }
    for (index, term) in record.terms.enumerated() { draw(term, index, at: top + Self.rowHeight * Double(index), in: &picture) }
    drawAxis(from: top - 6, to: bottom, in: &picture)
    return picture.svg
  }

  /// Shares of a term where each has a scale of its own; else probabilities.
  private func drawAxis(from top: Double, to bottom: Double, in picture: inout Picture) {
    let most = record.isForced ? 1 : record.total.value ?? 0
    for quarter in 0...4 {
      let value = most * Double(quarter) / 4
      let x = Self.left + value * unit
      picture.path("M\(t(x)) \(t(top))V\(t(bottom + 4))", Picture.paint(stroke: .rule) + " stroke-opacity=\"0.6\"")
      picture.write(record.isForced ? "\(25 * quarter) %" : Number.text(value), at: x, bottom + 18, size: 11, anchor: .middle)
    }
    picture.path("M\(t(Self.left)) \(t(bottom))h\(t(most * unit))", Picture.paint(stroke: .ink))
    picture.write(
      record.isForced ? "share of the term" : "advantage (a probability)", at: Self.left + most * unit / 2, bottom + 36, .soft,
      size: 11, anchor: .middle)
  }

  /// How long one is: a whole term, or a probability of 1.
  private var unit: Double { record.isForced ? Self.right - Self.left - 270 : scale }

  /// Terms are told apart by stripes, too.
  private func drawPatterns(in picture: inout Picture) {
    let stripes = ["M0 4h8", "M4 0v8", "M0 8L8 0", "M0 0l8 8", "M4 0v8M0 4h8", "M0 0l8 8M0 8L8 0", "M3 3h2v2h-2z"]
    let patterns = stripes.enumerated().map { index, stripe in
      "<pattern id=\"term\(index)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" "
        + "fill=\"\(Self.colours[index])\"/><path d=\"\(stripe)\" stroke=\"#1a1a1a\" "
        + "stroke-opacity=\"0.45\" fill=\"none\"/></pattern>"
    }
    picture.add("<defs>\(patterns.joined())</defs>")
  }

  private static func pattern(_ index: Int) -> String { "url(#term\(index % colours.count))" }

  private func drawStack(at y: Double, in picture: inout Picture) {
    var x = Self.left
    picture.write("bound \(Number.text(record.total.value ?? 0))", at: Self.left - 10, y + 15, anchor: .end)
    for (index, term) in record.terms.enumerated() {
      let width = (term.together.value ?? 0) * scale
      picture.add(bar(x, y, width, 20, Self.pattern(index), "2 × \(term.symbol): \(Number.text(term.together.value ?? 0))"))
      if width > 24 {
        let middle = x + width / 2
        picture.add("<circle cx=\"\(t(middle))\" cy=\"\(t(y + 10))\" r=\"8\" \(Picture.paint(fill: .paper))/>")
        picture.write("\(index + 1)", at: middle, y + 14, size: 11, anchor: .middle)
      }
      x += width
    }
    let total = record.total.advantage
    picture.write("all attacks \(Number.text(total.estimate))", at: Self.left - 10, y + 43, anchor: .end)
    picture.add(bar(Self.left, y + 30, total.estimate * scale, 16, "#767676", "all attacks on one domain"))
    drawInterval(total, y + 38, scale, in: &picture)
  }

  private func draw(_ term: TheoremRecord.Term, _ index: Int, at y: Double, in picture: inout Picture) {
    let share = record.isForced ? term.alone : term.together
    let scale = record.isForced ? unit / max(1e-300, share.value ?? 0) : scale
    picture.write("\(index + 1)  \(term.symbol)", at: Self.left - 10, y + 14, anchor: .end)
    picture.add(bar(Self.left, y, (share.value ?? 0) * scale, 20, Self.pattern(index), "2 × \(term.symbol)", opacity: 0.35))
    picture.add(bar(Self.left, y + 4, share.advantage.estimate * scale, 12, Self.pattern(index), term.adversary))
    drawInterval(share.advantage, y + 10, scale, in: &picture)
    if record.isForced, let most = term.ceiling {
      // The share that no attack by this way can exceed.
      picture.path(
        "M\(t(Self.left + most * unit)) \(t(y - 3))v26", Picture.paint(stroke: .ink) + " stroke-dasharray=\"3 2\"",
        says: "at most \(Number.percent(most))")
    }
    let end = Self.left + max(share.value ?? 0, share.advantage.upper) * scale
    picture.write(words(share, term), at: end + 8, y + 14, size: 11)
  }

  private func words(_ share: TheoremRecord.Share, _ term: TheoremRecord.Term) -> String {
    let percent = share.fraction.map { "\(Number.text(($0.estimate * 1000).rounded() / 10)) %" } ?? ""
    let size = record.isForced ? share.value.map { " of \(Number.power($0))" } ?? "" : ""
    return "\(percent)\(size) by \(term.adversary)\(share.sampled == nil ? "" : ", no chance known")"
  }

  private func drawInterval(_ estimate: Estimate, _ y: Double, _ scale: Double, in picture: inout Picture) {
    let (low, high) = (Self.left + estimate.lower * scale, Self.left + estimate.upper * scale)
    picture.path(
      "M\(t(low)) \(t(y))H\(t(high))M\(t(low)) \(t(y - 4))v8M\(t(high)) \(t(y - 4))v8",
      Picture.paint(stroke: .ink) + " stroke-width=\"1.5\"")
  }

  private func bar(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String, _ title: String, opacity: Double = 1
  ) -> String {
    "<rect x=\"\(t(x))\" y=\"\(t(y))\" width=\"\(t(max(0, width)))\" height=\"\(t(height))\" fill=\"\(fill)\" "
      + "fill-opacity=\"\(opacity)\" stroke=\"#767676\" stroke-width=\"0.6\"><title>\(Escape.xml(title))</title></rect>"
  }

  private func t(_ value: Double) -> String { Picture.text(value) }
}
