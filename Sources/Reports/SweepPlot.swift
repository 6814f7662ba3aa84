public import Records

/// A sweep as a picture: measured intervals, the closed formula as a line, the bound as a dashed line, on logarithmic scales.
public struct SweepPlot: Sendable {
  private static let (width, height) = (720.0, 440.0)
  private static let (left, right, top, bottom) = (84.0, 700.0, 40.0, 372.0)

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
    let heights = record.points.flatMap { [$0.measured.lower, $0.measured.upper, $0.formula ?? 0, $0.bound ?? 0] }.filter { $0 > 0 }
    y = Axis(heights, from: Self.bottom, to: Self.top, isLogarithmic: true)
  }

  public var svg: String {
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" font-family="sans-serif" font-size="12" role="img">
      """,
      "<title>\(Self.escape(record.heading))</title>", "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
      "<text x=\"\(Self.left)\" y=\"22\" font-size=\"13\">\(Self.escape("\(record.game), \(record.adversary): \(record.quantity)"))</text>",
    ]
    lines += grid
    for points in series {
      lines.append(line(points, "bound", "stroke=\"#a33\" stroke-dasharray=\"6 4\"") { $0.bound })
      lines.append(line(points, "closed formula", "stroke=\"#333\"") { $0.formula })
      lines += points.map(interval)
    }
    lines += legend
    lines.append("</svg>")
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
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

  private func interval(_ point: SweepRecord.Point) -> String {
    let (x, low, high) = (position(point), y.position(point.measured.lower), y.position(point.measured.upper))
    let bar = "<path d=\"M\(Self.text(x)) \(Self.text(low))V\(Self.text(high))\" stroke=\"#06c\" stroke-width=\"3\"/>"
    guard point.measured.estimate > 0 else { return bar }
    return bar + "<circle cx=\"\(Self.text(x))\" cy=\"\(Self.text(y.position(point.measured.estimate)))\" r=\"3.5\" fill=\"#06c\"/>"
  }

  private func line(
    _ points: [SweepRecord.Point], _ title: String, _ style: String, _ value: (SweepRecord.Point) -> Double?
  ) -> String {
    let places = points.compactMap { point in
      value(point).flatMap { $0 > 0 ? "\(Self.text(position(point))),\(Self.text(y.position($0)))" : nil }
    }
    guard !places.isEmpty else { return "" }
    return "<polyline points=\"\(places.joined(separator: " "))\" fill=\"none\" stroke-width=\"1.5\" \(style)><title>\(title)</title></polyline>"
  }

  private var grid: [String] {
    let rules = y.ticks.map { tick in
      let place = Self.text(y.position(tick))
      return "<path d=\"M\(Self.left) \(place)H\(Self.right)\" stroke=\"#ddd\"/><text x=\"\(Self.left - 8)\" y=\"\(place)\" dy=\"4\" text-anchor=\"end\">\(Number.text(tick))</text>"
    }
    let marks = Set(record.points.compactMap(\.values.first)).sorted().map { value in
      let place = Self.text(x.position(Double(value)))
      return "<path d=\"M\(place) \(Self.bottom)v5\" stroke=\"#333\"/><text x=\"\(place)\" y=\"\(Self.bottom + 19)\" text-anchor=\"middle\">\(value)</text>"
    }
    let frame = "<path d=\"M\(Self.left) \(Self.top)V\(Self.bottom)H\(Self.right)\" fill=\"none\" stroke=\"#333\"/>"
    let label = "<text x=\"\((Self.left + Self.right) / 2)\" y=\"\(Self.bottom + 38)\" text-anchor=\"middle\">\(Self.escape(record.parameters.joined(separator: ", ")))</text>"
    return rules + marks + [frame, label]
  }

  private var legend: [String] {
    let place = Self.bottom + 58
    return [
      "<circle cx=\"\(Self.left + 4)\" cy=\"\(place - 4)\" r=\"3.5\" fill=\"#06c\"/><text x=\"\(Self.left + 14)\" y=\"\(place)\">measured, with interval</text>",
      "<path d=\"M\(Self.left + 190) \(place - 4)h26\" stroke=\"#333\" stroke-width=\"1.5\"/><text x=\"\(Self.left + 222)\" y=\"\(place)\">closed formula</text>",
      "<path d=\"M\(Self.left + 350) \(place - 4)h26\" stroke=\"#a33\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"/><text x=\"\(Self.left + 382)\" y=\"\(place)\">bound</text>",
    ]
  }

  private static func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
