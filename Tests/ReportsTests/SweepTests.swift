import Foundation
import FoundationXML
import Records
import Reports
import Testing

@Suite struct SweepTests {
  private func bound(_ value: Double) -> BoundRecord { BoundRecord(expression: "ε", definitions: [], value: value) }

  private func sweep(_ formulas: [Double?]) -> SweepRecord {
    let points = formulas.enumerated().map { index, formula in
      let measured = Estimate(
        estimate: pow(0.1, Double(index)), lower: pow(0.09, Double(index)), upper: pow(0.11, Double(index)), error: 0.001)
      return SweepRecord.Point(sampleRun(bound: bound(1)), values: [8 + index], measured: measured, formula: formula)
    }
    return SweepRecord(
      game: "a<b", adversary: "birthday", suite: "calibrated", quantity: "bad event", parameters: ["hashBits"],
      settings: ["q": 2],
      seed: 1, alpha: 0.001, points: points)
  }

  @Test func aFormulaOutsideItsIntervalIsShown() {
    #expect(sweep([1, 0.1, 0.01]).text.contains("3 of 3 closed formulas inside"))
    let text = sweep([1, 0.5, nil]).text
    #expect(text.contains("1 of 2 closed formulas inside") && text.contains("NO"))
  }

  @Test func thePictureIsWellFormedAndHasEveryPoint() throws {
    let svg = SweepPlot(sweep([1, 0.1, nil])).svg
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(svg.contains("a&lt;b"))
    #expect(svg.components(separatedBy: "stroke-width=\"3\"").count == 4, "three intervals")
    #expect(svg.components(separatedBy: "<polyline").count == 3, "formula and bound")
    #expect(svg.contains(">8</text>") && svg.contains(">10</text>"))
  }

  @Test func eachSeriesHasItsColourAndItsName() {
    let points = [(8, 2), (8, 4), (9, 2), (9, 4)].map { bits, tries in
      SweepRecord.Point(
        sampleRun(bound: bound(3)), values: [bits, tries], measured: Estimate(estimate: 0.1, lower: 0.05, upper: 0.2, error: 0.1),
        formula: nil)
    }
    let svg = SweepPlot(
      SweepRecord(
        game: "g", adversary: "a", suite: "calibrated", quantity: "bad event", parameters: ["hashBits", "tries"],
        settings: ["q": 2],
        seed: 1, alpha: 0.001, points: points)
    ).svg
    #expect(svg.contains(">tries=2</text>") && svg.contains(">tries=4</text>") && svg.contains(">calibrated q=2</text>"))
    #expect(Set(svg.matches(of: /stroke="(#[0-9a-f]{6})" stroke-width="3"/).map(\.1)).count == 2)
    #expect(!svg.contains("closed formula"), "there is none")
    #expect(!svg.contains(">10</text>"), "a bound above 1 is drawn at 1")
  }

  @Test func marksThatWouldTouchAreLeftOut() {
    let svg = SweepPlot(sweep(Array(repeating: nil, count: 60))).svg
    #expect(svg.contains(">8</text>") && !svg.contains(">9</text>"))
    #expect(svg.components(separatedBy: "text-anchor=\"middle\"").count < 40)
  }

  @Test func aSumWithoutItsFactorIsRefutedWhereTheIntervalsAreApart() {
    func estimate(_ x: Double) -> Estimate { Estimate(estimate: x, lower: x * 0.95, upper: x * 1.05, error: 0.001) }
    let paid = sampleRun(hop: "odh", advantage: estimate(0.03))
    let record = TermsRecord(
      sampleRun(hop: "reduction", advantage: estimate(0.06)), alpha: 0.001, terms: [.init(paid, factor: 2)])
    #expect(!record.isRefuted(withFactors: true) && record.isRefuted(withFactors: false))
    #expect(record.text.contains("REFUTED") && record.text.contains("not refuted"))
  }
}
