public import Records

extension ProofRecord {
  /// The counterexample: its trusts with what each lists, and the step out of the state; a notice where there is none.
  public var svg: String {
    guard let counterexample else { return Notice("under \(policy.words): \(verdict)").svg }
    return CounterexamplePicture(counterexample, policy, verdict).svg
  }
}

/// Trusts side by side, and whom each succeeds.
private struct CounterexamplePicture {
  private static let (margin, column, gap, line) = (16.0, 290.0, 40.0, 15.0)

  private let counterexample: ProofRecord.Counterexample
  private let verdict: String
  private var picture: Picture
  /// Down to here it is drawn.
  private var y = 26.0

  init(_ counterexample: ProofRecord.Counterexample, _ policy: PolicySelection, _ verdict: String) {
    (self.counterexample, self.verdict) = (counterexample, verdict)
    let columns = Double(max(2, counterexample.trusts.count))
    picture = Picture(
      width: 2 * Self.margin + columns * Self.column + (columns - 1) * Self.gap, height: 0,
      title: "A counterexample to induction, under \(policy.words)",
      summary: ([counterexample.step] + counterexample.trusts.map(\.text)).joined(separator: ". "))
    write("A counterexample to induction, under \(policy.words)", size: 15)
    write("A state that has the whole invariant, and a step out of it: \(counterexample.step)")
  }

  var svg: String {
    var drawing = self
    drawing.draw()
    return drawing.picture.svg
  }

  private mutating func draw() {
    let top = y
    let bottom = counterexample.trusts.indices.map { draw(counterexample.trusts[$0], at: x($0), top) }.max() ?? top
    for index in counterexample.trusts.indices {
      picture.add(
        "<rect x=\"\(Picture.text(x(index)))\" y=\"\(Picture.text(top))\" width=\"\(Picture.text(Self.column))\" "
          + "height=\"\(Picture.text(bottom - top))\" rx=\"4\" \(Picture.paint(stroke: .ink))/>")
    }
    for (index, trust) in counterexample.trusts.enumerated() {
      let parent = counterexample.trusts.firstIndex { $0.name == trust.parent }
      if let parent, parent != index { drawArrow(from: index, to: parent, bottom) }
    }
    y = bottom + 56
    for remark in counterexample.remarks { write(remark) }
    write(verdict, size: 13)
    drawLegend()
    picture.height = y + 8
  }

  private mutating func write(_ words: String, size: Double = 12) {
    for line in Picture.lines(words, of: Int((picture.width - 2 * Self.margin) / (size * 0.58))) {
      picture.write(line, at: Self.margin, y, size: size, bold: size > 12)
      y += Self.line * size / 12
    }
    y += 4
  }

  private func x(_ index: Int) -> Double { Self.margin + Double(index) * (Self.column + Self.gap) }

  /// - Returns: where it ends.
  private mutating func draw(_ trust: ProofRecord.Counterexample.Trust, at left: Double, _ top: Double) -> Double {
    var y = top + 4
    func write(_ words: String, _ tone: Picture.Tone, bold: Bool = false, in picture: inout Picture) {
      for line in Picture.lines(words, of: 36) {
        y += Self.line
        picture.write(line, at: left + 10, y, tone, bold: bold)
      }
    }
    write(trust.name, .ink, bold: true, in: &picture)
    write(trust.place, .soft, in: &picture)
    for (kind, entities) in trust.lists {
      write(entities.isEmpty ? "\(kind): nobody" : kind, .soft, in: &picture)
      var x = left + 10
      for entity in entities {
        let name = entity.name.count > 28 ? entity.name.prefix(27) + "…" : entity.name[...]
        // Letters of 12 are some 7 wide.
        let width = 7.4 * Double(name.count) + 24
        if x == left + 10 || x + width > left + Self.column - 10 { (x, y) = (left + 10, y + 26) }
        picture.head(entity.side, x + width / 2, y - 15, width / 2, 20, says: "\(entity.name), \(entity.side.legend)")
        picture.write(String(name), at: x + width / 2, y - 1, anchor: .middle)
        x += width + 8
      }
      y += entities.isEmpty ? 0 : 8
    }
    for remark in trust.remarks { write(remark, .ink, in: &picture) }
    return y + 12
  }

  /// Below the trusts.
  private mutating func drawArrow(from index: Int, to parent: Int, _ bottom: Double) {
    func t(_ value: Double) -> String { Picture.text(value) }
    let side = parent < index ? 1.0 : -1.0
    let (from, to) = (x(index) + Self.column / 2 - side * 20, x(parent) + Self.column / 2 + side * 20)
    picture.path(
      "M\(t(from)) \(t(bottom))C\(t(from)) \(t(bottom + 34)) \(t(to)) \(t(bottom + 34)) \(t(to)) \(t(bottom + 8))",
      Picture.paint(stroke: .ink) + " stroke-width=\"1.5\"",
      says: "\(counterexample.trusts[index].name) succeeds \(counterexample.trusts[parent].name)")
    picture.path("M\(t(to - 4)) \(t(bottom + 9))l4 -8l4 8z", Picture.paint(fill: .ink))
    picture.write("succeeds", at: (from + to) / 2, bottom + 40, .soft, size: 11, anchor: .middle)
  }

  private mutating func drawLegend() {
    let entities = counterexample.trusts.flatMap { $0.operators + $0.hsms + $0.hosts }
    y += 14
    var x = Self.margin
    for side in ScenarioRecord.Actor.Side.allCases where entities.contains(where: { $0.side == side }) {
      picture.head(side, x + 12, y - 10, 12, 14, says: side.rawValue)
      picture.write(side.legend, at: x + 30, y + 1, .soft, size: 11)
      x += 150
    }
    y += 8
  }
}
