public import Records
internal import Words

/// A sweep as a picture: measured intervals, the closed formula as a line, the bound as a dashed line, on logarithmic scales. A
/// bound above 1 says nothing, and is drawn at 1.
public struct SweepPlot: Sendable {
  private static let width = 720.0
  private static let (left, right, top, bottom) = (84.0, 700.0, 64.0, 372.0)
  /// A palette that colour-blind readers tell apart (Wong, *Nature Methods* 8, 2011).
  private static let colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"]

  private let record: SweepRecord
  private let x: Axis
  private let y: Axis

  /// - Parameter record: its first parameter is the abscissa; every choice of the others is a series of its own.
  public init(_ record: SweepRecord) {
    self.record = record
    let values = record.points.compactMap { $0.values.first.map(Double.init) }
    // Lengths in bits are logarithms already.
    let isBits = record.parameters.first?.hasSuffix("Bits") ?? false
    x = Axis(values, from: Self.left, to: Self.right, isLogarithmic: !isBits)
    let heights = record.points.flatMap { [$0.measured.estimate, $0.measured.upper, $0.formula ?? 0, min(1, $0.bound ?? 0)] }
      .filter { $0 > 0 }
    // An interval that reaches down to nearly nothing does not stretch the scale by more than a decade.
    let floor = (heights.min() ?? 1) / 10
    let ends = record.points.map { max(floor, $0.measured.lower) }
    y = Axis(heights + ends, from: Self.bottom, to: Self.top, isLogarithmic: true)
  }

  public var svg: String {
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(440 + 20 * seriesRows)" font-family="sans-serif" \
      font-size="12" role="img">
      """,
      "<title>\(Escape.xml(record.heading))</title>", "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
      "<text x=\"\(Self.left)\" y=\"22\" "
        + "font-size=\"13\">\(Escape.xml("\(record.game), \(record.adversary): \(record.quantity)"))</text>",
    ]
    lines += subtitle.enumerated().map { index, text in
      "<text x=\"\(Self.left)\" y=\"\(38 + 13 * index)\" font-size=\"10\" fill=\"#555\">\(Escape.xml(text))</text>"
    }
    lines += grid
    let series = series
    for (index, points) in series.enumerated() {
      let colour = Self.colours[index % Self.colours.count]
      let (formula, bound) = series.count > 1 ? (colour, colour) : ("#333", "#a33")
      lines.append(line(points, "closed formula", "stroke=\"\(formula)\"") { $0.formula })
      // Above the formula, so that both are seen where they are equal.
      lines.append(line(points, "bound", "stroke=\"\(bound)\" stroke-dasharray=\"6 4\"") { $0.bound.map { min(1, $0) } })
      lines += points.map { interval($0, colour) }
    }
    lines += legend(series)
    lines.append("</svg>")
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// Suite and settings, in lines of at most a hundred letters.
  private var subtitle: [String] {
    let settings = record.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return settings.reduce(into: [record.suite]) { lines, setting in
      let longer = "\(lines[lines.count - 1]) \(setting)"
      if longer.count <= 100 { lines[lines.count - 1] = longer } else { lines.append(setting) }
    }
  }

  /// The points of each choice of the parameters after the first, in the order of the record.
  private var series: [[SweepRecord.Point]] {
    var series: [[SweepRecord.Point]] = []
    for point in record.points {
      if let index = series.firstIndex(where: { $0[0].values.dropFirst() == point.values.dropFirst() }) {
        series[index].append(point)
      } else {
        series.append([point])
      }
    }
    return series
  }

  private func position(_ point: SweepRecord.Point) -> Double { x.position(Double(point.values.first ?? 0)) }

  private func interval(_ point: SweepRecord.Point, _ colour: String) -> String {
    let (x, low, high) = (position(point), y.position(point.measured.lower), y.position(point.measured.upper))
    let bar = "<path d=\"M\(Self.text(x)) \(Self.text(low))V\(Self.text(high))\" stroke=\"\(colour)\" stroke-width=\"3\"/>"
    guard point.measured.estimate > 0 else { return bar }
    return bar
      + "<circle cx=\"\(Self.text(x))\" cy=\"\(Self.text(y.position(point.measured.estimate)))\" r=\"3.5\" fill=\"\(colour)\"/>"
  }

  private func line(
    _ points: [SweepRecord.Point], _ title: String, _ style: String, _ value: (SweepRecord.Point) -> Double?
  ) -> String {
    let places = points.compactMap { point in
      value(point).flatMap { $0 > 0 ? "\(Self.text(position(point))),\(Self.text(y.position($0)))" : nil }
    }
    guard !places.isEmpty else { return "" }
    return
      "<polyline points=\"\(places.joined(separator: " "))\" fill=\"none\" stroke-width=\"1.5\" "
      + "\(style)><title>\(Escape.xml(title))</title></polyline>"
  }

  private var grid: [String] {
    let rules = y.ticks.map { tick in
      let place = Self.text(y.position(tick))
      return
        "<path d=\"M\(Self.left) \(place)H\(Self.right)\" stroke=\"#ddd\"/><text x=\"\(Self.left - 8)\" y=\"\(place)\" dy=\"4\" "
        + "text-anchor=\"end\">\(Self.tick(tick))</text>"
    }
    let values = Set(record.points.compactMap(\.values.first)).sorted()
    let step = spacing(values)
    let marks = values.enumerated().map { index, value in
      let place = Self.text(x.position(Double(value)))
      guard index.isMultiple(of: step) else { return "<path d=\"M\(place) \(Self.bottom)v3\" stroke=\"#333\"/>" }
      return
        "<path d=\"M\(place) \(Self.bottom)v5\" stroke=\"#333\"/><text x=\"\(place)\" y=\"\(Self.bottom + 19)\" "
        + "text-anchor=\"middle\">\(value)</text>"
    }
    let frame = "<path d=\"M\(Self.left) \(Self.top)V\(Self.bottom)H\(Self.right)\" fill=\"none\" stroke=\"#333\"/>"
    let label =
      "<text x=\"\((Self.left + Self.right) / 2)\" y=\"\(Self.bottom + 38)\" "
      + "text-anchor=\"middle\">\(Escape.xml(record.parameters.first ?? ""))</text>"
    return rules + marks + [frame, label]
  }

  /// Every how many values one is written so that none touches its neighbour; a number has seven units a digit.
  private func spacing(_ values: [Int]) -> Int {
    (1...max(1, values.count)).first { step in
      let written = stride(from: 0, to: values.count, by: step).map { values[$0] }
      return zip(written, written.dropFirst()).allSatisfy { one, next in
        let needed = Double(7 * "\(next)".count + 8)
        return x.position(Double(next)) - x.position(Double(one)) >= needed
      }
    } ?? 1
  }

  /// Small powers of ten as such.
  private static func tick(_ value: Double) -> String {
    let text = Number.text(value)
    guard let exponent = text.wholeMatch(of: /1\.0+e-0*(\d+)/)?.1 else { return text }
    return "10<tspan dy=\"-4\" font-size=\"9\">−\(exponent)</tspan>"
  }

  /// What there is to see, and in a second row the series.
  private func legend(_ series: [[SweepRecord.Point]]) -> [String] {
    let place = Self.bottom + 58
    let isMany = series.count > 1
    let (measured, formula, bound) = isMany ? ("#333", "#333", "#333") : (Self.colours[0], "#333", "#a33")
    var parts = [
      "<circle cx=\"\(Self.left + 4)\" cy=\"\(place - 4)\" r=\"3.5\" fill=\"\(measured)\"/><text x=\"\(Self.left + 14)\" "
        + "y=\"\(place)\">measured, with interval</text>"
    ]
    var start = Self.left + 190
    func sample(_ title: String, _ style: String) {
      parts.append(
        "<path d=\"M\(start) \(place - 4)h26\" stroke-width=\"1.5\" \(style)/><text x=\"\(start + 32)\" "
          + "y=\"\(place)\">\(title)</text>"
      )
      start += 160
    }
    if record.points.contains(where: { $0.formula != nil }) { sample("closed formula", "stroke=\"\(formula)\"") }
    if record.points.contains(where: { $0.bound != nil }) { sample("bound", "stroke=\"\(bound)\" stroke-dasharray=\"6 4\"") }
    for (index, name) in seriesNames.enumerated() {
      let column = Double(index % seriesColumns) / Double(seriesColumns)
      let (x, y) = (Self.left + (Self.right - Self.left) * column, place + 20 * Double(1 + index / seriesColumns))
      parts.append(
        "<circle cx=\"\(x + 4)\" cy=\"\(y - 4)\" r=\"3.5\" fill=\"\(Self.colours[index % Self.colours.count])\"/><text "
          + "x=\"\(x + 14)\" y=\"\(y)\">\(Escape.xml(name))</text>"
      )
    }
    return parts
  }

  /// What tells the series apart; nothing where there is one.
  private var seriesNames: [String] {
    record.parameters.count < 2
      ? []
      : series.map { points in
        zip(record.parameters.dropFirst(), points[0].values.dropFirst()).map { "\($0)=\($1)" }.joined(separator: " ")
      }
  }

  /// As many as fit beside each other, at seven units a letter.
  private var seriesColumns: Int {
    max(1, Int((Self.right - Self.left) / Double(7 * (seriesNames.map(\.count).max() ?? 0) + 28)))
  }

  private var seriesRows: Int { (seriesNames.count + seriesColumns - 1) / seriesColumns }

  private static func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
