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
    var picture = Picture(
      width: Self.width, height: Double(440 + 20 * seriesRows), title: record.heading,
      summary:
        "\(record.points.count) measured intervals of \(record.quantity)")
    picture.write("\(record.game), \(record.adversary): \(record.quantity)", at: Self.left, 22, size: 13, bold: true)
    for (index, text) in subtitle.enumerated() {
      picture.write(text, at: Self.left, Double(38 + 13 * index), .soft, size: 10)
    }
    drawGrid(in: &picture)
    let series = series
    for (index, points) in series.enumerated() {
      let own = series.count > 1 ? "fill=\"none\" stroke=\"\(Self.colour(index))\"" : nil
      draw(points, "closed formula", own ?? Picture.paint(stroke: .ink), in: &picture) { $0.formula }
      // Above the formula, so that both are seen where they are equal.
      draw(
        points, "bound", (own ?? Picture.paint(stroke: .alarm)) + Self.dashes(index), in: &picture
      ) { $0.bound.map { min(1, $0) } }
      // Beside each other, where several series have one value.
      let shift = 4 * (Double(index) - Double(series.count - 1) / 2)
      for point in points { picture.add(interval(point, index, shiftedBy: shift)) }
    }
    drawLegend(series, in: &picture)
    return picture.svg
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

  /// Of a bound; each series has its own.
  private static func dashes(_ series: Int) -> String {
    let all = ["6 4", "2 3", "10 3 2 3", "12 4", "1 5", "8 2 2 2 2 2"]
    return " stroke-dasharray=\"\(all[series % all.count])\""
  }

  private static func colour(_ series: Int) -> String { colours[series % colours.count] }

  private func interval(_ point: SweepRecord.Point, _ series: Int, shiftedBy shift: Double) -> String {
    let (x, low, high) = (position(point) + shift, y.position(point.measured.lower), y.position(point.measured.upper))
    let bar =
      "<path d=\"M\(Self.text(x)) \(Self.text(low))V\(Self.text(high))\" stroke=\"\(Self.colour(series))\" stroke-width=\"3\"/>"
    guard point.measured.estimate > 0 else { return bar }
    return bar + Self.mark(series, x, y.position(point.measured.estimate))
  }

  /// Series are told apart by shape, and not by colour alone.
  private static func mark(_ series: Int, _ x: Double, _ y: Double) -> String {
    let shapes = [
      "", "M-4 -4h8v8h-8z", "M0 -5l5 9h-10z", "M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z", "M0 5l5 -9h-10z",
      "M-5 -5l10 10m0 -10l-10 10",
    ]
    let (shape, colour) = (shapes[series % shapes.count], colour(series))
    guard !shape.isEmpty else { return "<circle cx=\"\(text(x))\" cy=\"\(text(y))\" r=\"3.5\" fill=\"\(colour)\"/>" }
    return "<path d=\"\(shape)\" transform=\"translate(\(text(x)) \(text(y)))\" fill=\"\(colour)\" stroke=\"\(colour)\"/>"
  }

  private func draw(
    _ points: [SweepRecord.Point], _ title: String, _ style: String, in picture: inout Picture,
    _ value: (SweepRecord.Point) -> Double?
  ) {
    let places = points.compactMap { point in
      value(point).flatMap { $0 > 0 ? "\(Self.text(position(point))),\(Self.text(y.position($0)))" : nil }
    }
    guard !places.isEmpty else { return }
    picture.add(
      "<polyline points=\"\(places.joined(separator: " "))\" stroke-width=\"1.5\" \(style)>"
        + "<title>\(Escape.xml(title))</title></polyline>")
  }

  private func drawGrid(in picture: inout Picture) {
    for tick in y.ticks {
      let place = y.position(tick)
      picture.path(
        "M\(Self.text(Self.left)) \(Self.text(place))H\(Self.text(Self.right))",
        Picture.paint(stroke: .rule) + " stroke-opacity=\"0.6\"")
      picture.add(
        "<text x=\"\(Self.text(Self.left - 8))\" y=\"\(Self.text(place))\" dy=\"4\" text-anchor=\"end\" "
          + "\(Picture.paint(fill: .ink))>\(Self.tick(tick))</text>")
    }
    let values = Set(record.points.compactMap(\.values.first)).sorted()
    let step = spacing(values)
    for (index, value) in values.enumerated() {
      let (place, isWritten) = (x.position(Double(value)), index.isMultiple(of: step))
      picture.path("M\(Self.text(place)) \(Self.text(Self.bottom))v\(isWritten ? 5 : 3)", Picture.paint(stroke: .ink))
      if isWritten { picture.write("\(value)", at: place, Self.bottom + 19, anchor: .middle) }
    }
    picture.path(
      "M\(Self.text(Self.left)) \(Self.text(Self.top))V\(Self.text(Self.bottom))H\(Self.text(Self.right))",
      Picture.paint(stroke: .ink))
    picture.write(record.parameters.first ?? "", at: (Self.left + Self.right) / 2, Self.bottom + 38, anchor: .middle)
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

  /// What there is to see, and in further rows the series.
  private func drawLegend(_ series: [[SweepRecord.Point]], in picture: inout Picture) {
    let place = Self.bottom + 58
    let isMany = series.count > 1
    picture.path(
      "M\(Self.text(Self.left + 4)) \(Self.text(place - 10))v12",
      isMany ? Picture.paint(stroke: .ink) + " stroke-width=\"2\"" : "stroke=\"\(Self.colour(0))\" stroke-width=\"2\"")
    picture.write("measured, with interval", at: Self.left + 14, place)
    var start = Self.left + 190
    func sample(_ title: String, _ style: String) {
      picture.path("M\(Self.text(start)) \(Self.text(place - 4))h26", style + " stroke-width=\"1.5\"")
      picture.write(title, at: start + 32, place)
      start += 160
    }
    if record.points.contains(where: { $0.formula != nil }) { sample("closed formula", Picture.paint(stroke: .ink)) }
    if record.points.contains(where: { $0.bound != nil }) {
      sample(isMany ? "bound, dashes as below" : "bound", Picture.paint(stroke: isMany ? .ink : .alarm) + Self.dashes(0))
    }
    for (index, name) in seriesNames.enumerated() {
      let column = Double(index % seriesColumns) / Double(seriesColumns)
      let (x, y) = (Self.left + (Self.right - Self.left) * column, place + 20 * Double(1 + index / seriesColumns))
      picture.add(Self.mark(index, x + 4, y - 4))
      picture.path(
        "M\(Self.text(x + 14)) \(Self.text(y - 4))h30",
        "fill=\"none\" stroke=\"\(Self.colour(index))\" stroke-width=\"1.5\"" + Self.dashes(index))
      picture.write(name, at: x + 50, y)
    }
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
    max(1, Int((Self.right - Self.left) / Double(7 * (seriesNames.map(\.count).max() ?? 0) + 64)))
  }

  private var seriesRows: Int { (seriesNames.count + seriesColumns - 1) / seriesColumns }

  private static func text(_ value: Double) -> String { Picture.text(value) }
}
