import Records
import Reports
import Testing

/// What grows with the number of entities is told from what does not by the slope alone, and never without evidence.
@Suite struct FixedWorkTests {
  private func row(_ points: [(entities: Int, lower: Double, estimate: Double, upper: Double)], grows: Bool)
    -> FixedWorkRecord.Row
  {
    .init(
      term: "q·ε", entities: "keys", work: "16 guesses", game: "g", adversary: "a",
      points: points.map { point in
        let advantage = Estimate(estimate: point.estimate, lower: point.lower, upper: point.upper, error: 1e-4)
        return .init(sampleRun(advantage: advantage), entities: point.entities, stated: 0.1, charged: 0.2)
      },
      isExpectedToGrow: grows, why: "because")
  }
  private let grown = [(1, 0.009, 0.01, 0.011), (4, 0.036, 0.04, 0.044), (16, 0.15, 0.16, 0.17)]
  private let flat = [(1, 0.09, 0.1, 0.11), (16, 0.09, 0.1, 0.11)]

  @Test func anAttackThatGrowsWithQHasSlopeOne() throws {
    let row = row(grown, grows: true)
    let slope = try #require(row.slope)
    #expect(abs(slope.estimate - 1) < 1e-12 && 0.9 < slope.lower && slope.upper < 1.1 && slope.error == 2e-4)
    #expect(row.growth == .attained && row.outcome == .met)
  }

  @Test func anAttackThatDoesNotHasSlopeZero() throws {
    let row = row(flat, grows: false)
    let slope = try #require(row.slope)
    #expect(slope.estimate == 0 && -0.1 < slope.lower && slope.upper < 0.1)
    #expect(row.growth == .flat && row.outcome == .met)
  }

  @Test func whatIsNotAsKnownIsNotMet() {
    #expect(row(grown, grows: false).outcome.why == "q·ε against `a` is attained, which is not what is known")
    #expect(row(flat, grows: true).outcome.why == "q·ε against `a` is flat, which is not what is known")
  }

  @Test func tooFewEventsDecideNothing() {
    for points in [[(1, 0, 0.01, 0.2), (16, 0.1, 0.2, 0.3)], [(1, 0.01, 0.1, 0.3), (16, 0.01, 0.1, 0.3)], [(1, 0.1, 0.1, 0.1)]] {
      let row = row(points, grows: false)
      #expect(row.growth == .undecided && row.outcome.status == .inconclusive)
    }
  }

  @Test func theTableSaysWhoAttainsWhat() {
    let record = FixedWorkRecord(
      seed: 1, alpha: 1e-3, trials: 10_000, rows: [row(grown, grows: true), row(flat, grows: false)], isComplete: true)
    #expect(record.outcome == .met)
    #expect(record.markdown.contains("| q·ε | keys | 16 guesses | a | 1 | 0.01 [0.009, 0.011] | 16 | 0.16 [0.15, 0.17] | 1 |"))
    #expect(record.markdown.contains("| attained | 0.1 to 0.1 | 0.2 to 0.2 |") && record.markdown.contains("| flat |"))
    #expect(record.text.contains("1 grow, 1 do not, 0 undecided; 10,000 trials a point"))
    let cut = FixedWorkRecord(seed: 1, alpha: 1e-3, trials: 10_000, rows: [], isComplete: false)
    #expect(cut.outcome == .interrupted)
  }
}
