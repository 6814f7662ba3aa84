import Foundation
import FoundationXML
import Records
import Reports
import Testing

@Suite struct SweepTests {
  private func sweep(_ formulas: [Double?]) -> SweepRecord {
    let points = formulas.enumerated().map { index, formula in
      let measured = Estimate(estimate: pow(0.1, Double(index)), lower: pow(0.09, Double(index)), upper: pow(0.11, Double(index)), confidence: 0.999)
      return SweepRecord.Point(
        values: [8 + index], trials: 1000, measured: measured, formula: formula, bound: 1, violations: 0, verdict: "withinBound", replay: "gk1:x")
    }
    return SweepRecord(
      game: "a<b", adversary: "birthday", suite: "calibrated", quantity: "bad event", parameters: ["hashBits"], settings: ["q": 2],
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
        values: [bits, tries], trials: 10, measured: Estimate(estimate: 0.1, lower: 0.05, upper: 0.2, confidence: 0.9), formula: nil, bound: 3,
        violations: 0, verdict: "withinBound", replay: "gk1:x")
    }
    let svg = SweepPlot(
      SweepRecord(
        game: "g", adversary: "a", suite: "calibrated", quantity: "bad event", parameters: ["hashBits", "tries"], settings: ["q": 2],
        seed: 1, alpha: 0.001, points: points)).svg
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
    func estimate(_ x: Double) -> Estimate { Estimate(estimate: x, lower: x * 0.95, upper: x * 1.05, confidence: 0.999) }
    let record = TermsRecord(
      hop: "reduction", adversary: "solve-key", suite: "calibrated", twin: nil, parameters: [:], seed: 1, alpha: 0.001, trials: 10,
      total: estimate(0.06), terms: [.init(hop: "odh", adversary: "b1", factor: 2, measured: estimate(0.03))])
    #expect(!record.isRefuted(withFactors: true) && record.isRefuted(withFactors: false))
    #expect(record.text.contains("REFUTED") && record.text.contains("not refuted"))
  }
}
