import Foundation
import FoundationXML
import Records
import Reports
import Testing

/// Pictures are well-formed whatever names they hold, and say everything twice: by colour and otherwise.
@Suite struct PictureTests {
  static let nasty = [
    "plain", "a<b>&\"c'", "]]>", "<!--", "\u{0}\u{1B}[2J", "é\u{301}\u{202E}x", "\u{FFFE}", "]]&gt;",
    "</svg><script>alert(1)</script>",
    String(repeating: "long name ", count: 30), String(repeating: "x", count: 300), "", " ", "日本語",
  ]

  private func isWellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }

  private func scenario(_ name: String, _ result: ScenarioRecord.Line.Result = .refused) -> ScenarioRecord {
    var line = ScenarioRecord.Line(
      number: 1, from: "adversary", to: name, words: name, label: name, signers: [name], withheld: [],
      violations: [.init(property: Property(rawValue: "keys-secret"), words: name)], expected: nil)
    (line.result, line.rule) = (result, result == .refused ? name : nil)
    return ScenarioRecord(
      scenario: name, title: name, story: name, suite: name, policy: PolicySelection(without: [name]),
      globalQuorum: 2, quorumAssumption: .init(quorum: 2, genuine: 3, dishonest: []), cast: [], trusts: [],
      actors: [
        .init("adversary", kind: nil, .adversary), .init(name, kind: "HSM", .honest), .init("d", kind: "operator", .dishonest),
        .init("r", kind: "host", .rogue),
      ], lines: [line], broken: [Property(rawValue: "keys-secret")], milestones: [], expectedBroken: nil)
  }

  @Test(arguments: nasty) func aDiagramIsWellFormed(_ name: String) {
    let record = scenario(name)
    #expect(isWellFormed(record.svg))
    #expect(!record.svg.contains("<script"))
    #expect(isWellFormed(Notice(name).svg))
    let points = [8, 9].flatMap { bits in
      [2, 4].map { tries in
        SweepRecord.Point(
          sampleRun(bound: BoundRecord(expression: name, definitions: [], value: 0.5)), values: [bits, tries],
          measured: Estimate(estimate: 0.1, lower: 0.05, upper: 0.2, error: 0.1), formula: 0.2)
      }
    }
    let sweep = SweepRecord(
      game: name, adversary: name, suite: name, quantity: name, parameters: ["hashBits", name], settings: [name: 2], seed: 1,
      alpha: 0.001, points: points)
    #expect(isWellFormed(SweepPlot(sweep).svg))
  }

  /// Random scalars, the same ones each time.
  @Test func aDiagramOfRandomNamesIsWellFormed() {
    var state: UInt64 = 1
    func next() -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 33)
    }
    for _ in 0..<200 {
      let scalars = (0..<next() % 24).compactMap { _ in
        Unicode.Scalar(next() % 3 == 0 ? next() % 0x110000 : next() % 0x80)
      }
      let name = String(String.UnicodeScalarView(scalars))
      #expect(isWellFormed(scenario(name).svg), "\(name.debugDescription)")
    }
  }

  @Test func sidesAreToldByShapeAndNotByColourAlone() {
    let svg = scenario("h1").svg
    #expect(svg.contains("attacker") && svg.contains("HSM, genuine") && svg.contains("operator, dishonest"))
    #expect(svg.contains("host, rogue"), "who is the adversary's own has a lane")
    #expect(svg.contains(#"rx="16""#), "round for honest")
    #expect(svg.contains("✗ refused by h1") && svg.contains("stroke-dasharray=\"5 3\""))
    #expect(!scenario("h1", .accepted).svg.contains("stroke-dasharray=\"5 3\""))
  }

  @Test func thePictureSaysUnderWhichPolicyAndHowItEnds() {
    let record = scenario("h1")
    for words in ["without h1", "breaks keys-secret"] {
      #expect(record.svg.contains(words) && record.mermaid.contains(words), "\(words)")
    }
    #expect(record.svg.contains("@media (prefers-color-scheme: dark)"))
  }

  /// Words stand left of all lifelines, but for heads, boxes and what is below.
  @Test func noLabelOfAStepCrossesALifeline() throws {
    let svg = scenario("a name that is long enough to need a second line of the label, and a third one beside it").svg
    let lanes = svg.matches(of: /<path d="M([0-9.]+) [0-9.]+V/).compactMap { Double($0.1) }
    let labels = svg.matches(of: /<text x="16" y="([0-9.]+)" font-size="12" class="f-ink"[^>]*>([^<]*)</).map { String($0.2) }
    let first = try #require(lanes.min())
    #expect(labels.count >= 2)
    // Seven units a letter is more than a letter of this size takes.
    for label in labels { #expect(16 + 6.6 * Double(label.count) < first, "\(label)") }
  }
}
