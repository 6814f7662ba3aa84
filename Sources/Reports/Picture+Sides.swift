import Records

/// Who is on which side is told by shape: colour is never the only signal.
extension Picture {
  /// Round for honest, cut corners for dishonest, a double frame for rogue, dark for the adversary.
  mutating func head(
    _ side: ScenarioRecord.Actor.Side, _ x: Double, _ y: Double, _ half: Double, _ height: Double = 40, says title: String
  ) {
    func t(_ value: Double) -> String { Self.text(value) }
    func box(_ inset: Double, _ round: Double, _ paint: String) -> String {
      "<rect x=\"\(t(x - half + inset))\" y=\"\(t(y + inset))\" width=\"\(t(2 * (half - inset)))\" "
        + "height=\"\(t(height - 2 * inset))\" rx=\"\(t(round))\" \(paint)/>"
    }
    let cut = height / 4
    switch side {
    case .honest: add(box(0, height / 2.5, Self.paint(fill: .band, stroke: .ink)))
    case .adversary: add(box(0, 0, Self.paint(fill: .ink, stroke: .ink)))
    case .rogue:
      add(box(0, 0, Self.paint(fill: .paper, stroke: .ink)))
      add(box(3, 0, Self.paint(stroke: .ink)))
    case .dishonest:
      path(
        "M\(t(x - half + cut)) \(t(y))H\(t(x + half - cut))l\(t(cut)) \(t(cut))V\(t(y + height - cut))l\(t(-cut)) \(t(cut))"
          + "H\(t(x - half + cut))l\(t(-cut)) \(t(-cut))V\(t(y + cut))z", Self.paint(fill: .band, stroke: .ink), says: title)
    }
  }
}

extension ScenarioRecord.Actor.Side {
  /// As a legend has it.
  var legend: String { self == .honest ? "honest, genuine" : rawValue }
}
