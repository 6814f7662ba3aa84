public import Records

extension ScenarioRecord {
  /// A self-contained sequence diagram: a lifeline for everybody who acts, and the words beside the lifelines. Who is on which
  /// side is told by shape, and a refusal by dashes and a cross: colour is never the only signal.
  public var svg: String { ScenarioPicture(self).svg }
}

/// A sequence diagram as it is drawn.
private struct ScenarioPicture {
  private static let (margin, words, letters, line, head) = (16.0, 330.0, 52, 15.0, 44.0)

  private let record: ScenarioRecord
  private let column: Double
  private let top: Double
  private var picture: Picture

  init(_ record: ScenarioRecord) {
    self.record = record
    let longest = record.actors.map { Self.short($0.name).count }.max() ?? 0
    column = max(118, Double(longest) * 7.5 + 40)
    let width = 2 * Self.margin + Self.words + column * Double(record.actors.count)
    let about = Picture.lines(
      "On the suite \(record.suite), under \(record.policy.words); \(record.quorumAssumption.words).", of: Int(width / 6.6))
    picture = Picture(
      width: width, height: 0, title: record.title, summary: record.ending.joined(separator: "; "))
    picture.write(record.title, at: Self.margin, 26, size: 15, bold: true)
    for (index, line) in about.enumerated() { picture.write(line, at: Self.margin, 46 + Self.line * Double(index), .soft) }
    top = 46 + Self.line * Double(about.count) + 4
  }

  var svg: String {
    var drawing = self
    drawing.draw()
    return drawing.picture.svg
  }

  private mutating func draw() {
    // Lifelines are as long as what stands beside them, and lie beneath it.
    var (y, below) = (top + Self.head + 12, picture)
    for line in record.lines { draw(line, &y, in: &below) }
    for (index, actor) in record.actors.enumerated() { drawLane(index, actor, to: y) }
    (y, below) = (top + Self.head + 12, picture)
    for line in record.lines { draw(line, &y, in: &below) }
    picture = below
    y += 10
    for words in record.ending.flatMap({ Picture.lines($0, of: Int((picture.width - 2 * Self.margin) / 7)) }) {
      y += Self.line
      picture.write(words, at: Self.margin, y, bold: true)
    }
    drawLegend(&y)
    picture.height = y + 16
  }

  // MARK: Lanes

  private func x(_ name: String) -> Double {
    Self.margin + Self.words + column * (Double(record.actors.firstIndex { $0.name == name } ?? 0) + 0.5)
  }

  private static func short(_ name: String) -> String { name.count > 24 ? name.prefix(23) + "…" : name }

  private mutating func drawLane(_ index: Int, _ actor: ScenarioRecord.Actor, to bottom: Double) {
    let (x, half) = (x(actor.name), column / 2 - 6)
    picture.path(
      "M\(Picture.text(x)) \(Picture.text(top + Self.head - 4))V\(Picture.text(bottom))",
      Picture.paint(stroke: .rule) + (actor.side == .rogue ? " stroke-dasharray=\"2 3\"" : ""))
    picture.head(actor.side, x, top, half, says: "\(actor.name): \(actor.words)")
    let tone: Picture.Tone = actor.side == .adversary ? .paper : .ink
    picture.write(Self.short(actor.name), at: x, top + 17, tone, bold: true, anchor: .middle)
    picture.write(actor.words, at: x, top + 32, tone, size: 10, anchor: .middle)
  }

  private mutating func drawLegend(_ y: inout Double) {
    y += 30
    var x = Self.margin
    for side in ScenarioRecord.Actor.Side.allCases where record.actors.contains(where: { $0.side == side }) {
      let words = side.legend
      makeRoom(for: words, &x, &y)
      picture.head(side, x + 12, y - 10, 12, 14, says: side.rawValue)
      write(words, &x, y)
    }
    if record.lines.contains(where: { !$0.signers.isEmpty }) {
      let words = "signs, or is asked to"
      makeRoom(for: words, &x, &y)
      picture.add(Self.mark(x + 12, y - 3))
      write(words, &x, y)
    }
  }

  /// What stands in the legend beside a sign, and the gap behind it: letters of 11 are some 6.2 wide.
  private static func width(_ words: String) -> Double { 30 + 6.2 * Double(words.count) + 20 }

  private func makeRoom(for words: String, _ x: inout Double, _ y: inout Double) {
    if x > Self.margin, x + Self.width(words) > picture.width { (x, y) = (Self.margin, y + 20) }
  }

  private mutating func write(_ words: String, _ x: inout Double, _ y: Double) {
    picture.write(words, at: x + 30, y + 1, .soft, size: 11)
    x += Self.width(words)
  }

  // MARK: Steps

  private func draw(_ line: ScenarioRecord.Line, _ y: inout Double, in picture: inout Picture) {
    let isRefused = line.result != .accepted
    let label = Picture.lines("\(line.number). \(line.label)", of: Self.letters)
    let outcome =
      (isRefused ? Picture.lines("✗ \(line.outcome)", of: Self.letters) : [])
      + (line.isAsExpected ? [] : Picture.lines("NOT AS EXPECTED: should be \(line.expected ?? "")", of: Self.letters))
    let arrow = y + 12
    for words in label {
      picture.write(words, at: Self.margin, y + 16)
      y += Self.line
    }
    for words in outcome {
      picture.write(words, at: Self.margin + 14, y + 16, .alarm)
      y += Self.line
    }
    y += 12
    draw(line, at: arrow, isRefused, in: &picture)
    for violation in line.violations {
      let words = Picture.lines("breaks \(violation.property.rawValue): \(violation.words)", of: Int((picture.width - 52) / 6.4))
      let height = Self.line * Double(words.count) + 8
      picture.add(
        "<rect x=\"\(Picture.text(Self.margin))\" y=\"\(Picture.text(y))\" "
          + "width=\"\(Picture.text(picture.width - 2 * Self.margin))\" height=\"\(Picture.text(height))\" "
          + "\(Picture.paint(fill: .warning, stroke: .alarm))/>")
      for (index, words) in words.enumerated() {
        picture.write(words, at: Self.margin + 10, y + 16 + Self.line * Double(index))
      }
      y += height + 8
    }
  }

  private func draw(_ line: ScenarioRecord.Line, at y: Double, _ isRefused: Bool, in picture: inout Picture) {
    func t(_ value: Double) -> String { Picture.text(value) }
    let (from, to) = (x(line.from), x(line.to))
    let tone: Picture.Tone = isRefused ? .alarm : .ink
    let paint = Picture.paint(stroke: tone) + " stroke-width=\"1.5\"" + (isRefused ? " stroke-dasharray=\"5 3\"" : "")
    let title = "\(line.words) — \(line.reason ?? line.result.rawValue)"
    if from == to {
      picture.path("M\(t(from)) \(t(y - 5))h22v10h-16", paint, says: title)
      picture.path("M\(t(from + 9)) \(t(y + 1))l-8 4l8 4z", Picture.paint(fill: tone))
    } else {
      let side = to > from ? 1.0 : -1.0
      picture.path("M\(t(from)) \(t(y))H\(t(to - side * 7))", paint, says: title)
      picture.path(
        "M\(t(to - side * 9)) \(t(y - 4))L\(t(to - side)) \(t(y))L\(t(to - side * 9)) \(t(y + 4))z", Picture.paint(fill: tone))
      if isRefused {
        let cross = to - side * 20
        picture.path(
          "M\(t(cross - 5)) \(t(y - 5))l10 10m0 -10l-10 10", Picture.paint(stroke: .alarm) + " stroke-width=\"2.5\"")
      }
    }
    for name in line.signers where record.participants.contains(name) { picture.add(Self.mark(x(name), y)) }
  }

  /// Somebody signs.
  private static func mark(_ x: Double, _ y: Double) -> String {
    "<circle cx=\"\(Picture.text(x))\" cy=\"\(Picture.text(y))\" r=\"4.5\" \(Picture.paint(fill: .paper, stroke: .ink)) "
      + "stroke-width=\"2\"><title>signs, or is asked to</title></circle>"
  }
}

extension ScenarioRecord.Actor {
  /// For example `HSM, rogue`.
  var words: String {
    kind.map { "\($0), \(side == .honest && $0 != "operator" ? "genuine" : side.rawValue)" } ?? "attacker"
  }
}
