import Grading
import Records
import Referee
import Statistics
import Testing

/// Grades of submissions that are numbers only, by the function that `grade` asks.
@Suite struct LuckTests {
  private static let submissions = 10_000
  private static let least = 0.3

  private func assignment(_ show: String = "{advantage: 0.3}") throws -> Assignment {
    try Assignment(
      yaml: """
        assignment: luck
        title: Luck
        game: hash-idealization
        trials: 200
        show: \(show)
        error-probability: 0.05
        points: 1
        """, file: "luck.yaml")
  }

  /// Of so many successes in the trials.
  private func tally(_ successes: UInt64, of assignment: Assignment) -> Tally {
    var tally = Tally()
    (tally.trials, tally.bad) = (assignment.trials, successes)
    tally.bits = PairCounts(neither: assignment.trials - successes, onlySecond: successes)
    return tally
  }

  /// The part of the submissions that pass, each of this advantage in truth.
  private func passing(
    _ advantage: Double, in assignment: Assignment, _ measure: Measure, bound: Double? = nil,
    by decide: (Judgement, Assignment) -> Bool
  ) -> Double {
    // What is decided depends on the number of successes only.
    var known: [UInt64: Bool] = [:]
    var random = Xorshift(state: 0x9e37_79b9_7f4a_7c15)
    let passed = (0..<Self.submissions).count { _ in
      let successes = UInt64((0..<assignment.trials).count { _ in random.unit() < advantage })
      if let known = known[successes] { return known }
      let judgement = assignment.judge().judge(tally(successes, of: assignment), measure: measure, bound: bound)
      known[successes] = decide(judgement, assignment)
      return known[successes] == true
    }
    return Double(passed) / Double(Self.submissions)
  }

  private static func grade(_ judgement: Judgement, _ assignment: Assignment) -> Bool {
    assignment.demands(
      verdict: judgement.verdict.kind, reason: judgement.reason, advantage: judgement.advantage, bound: nil
    ).allSatisfy { $0.outcome.status == .met }
  }

  @Test(arguments: [Measure.winning, .coupledWorlds]) func luckPassesAtMostAsOftenAsTheAssignmentSays(_ measure: Measure) throws {
    let assignment = try assignment()
    let almost = Self.least * 0.99
    #expect(passing(almost, in: assignment, measure, by: Self.grade) <= assignment.errorProbability)
    // Whoever looks at what was seen, and not at what is shown, lets luck pass.
    #expect(passing(almost, in: assignment, measure) { judgement, _ in judgement.advantage.estimate >= Self.least } > 0.3)
    // And whoever has enough of it passes.
    #expect(passing(2 * Self.least, in: assignment, measure, by: Self.grade) > 0.99)
  }

  /// With a bound that is nearly twice what the adversary has, half of the bound is not reached.
  @Test func aVerdictIsNoLuckEither() throws {
    let assignment = try assignment("{verdict: boundAttained}")
    #expect(passing(0.145, in: assignment, .winning, bound: 0.3, by: Self.grade) <= assignment.errorProbability)
    #expect(passing(0.29, in: assignment, .winning, bound: 0.3, by: Self.grade) > 0.9)
  }

  @Test func whatIsNotShownIsTooLittleOrUndecided() throws {
    let assignment = try assignment()
    func outcome(_ successes: UInt64) -> RunStatus? {
      let judgement = assignment.judge().judge(tally(successes, of: assignment), measure: .winning, bound: nil)
      return assignment.demands(
        verdict: judgement.verdict.kind, reason: judgement.reason, advantage: judgement.advantage, bound: nil
      ).first?.outcome.status
    }
    #expect([outcome(10), outcome(62), outcome(120)] == [.notMet, .inconclusive, .met])
  }

  /// Where all was forfeited the interval excludes nothing, and yet it is no question of more trials.
  @Test func aForfeitShowsNothing() throws {
    let assignment = try assignment()
    let nothing = Estimate(estimate: 0, lower: 0, upper: 1, error: 0.01)
    let demands = assignment.demands(verdict: .forfeit, reason: "it ended", advantage: nothing, bound: nil)
    #expect(demands.map(\.outcome) == [.notMet("it ended")])
  }
}

private struct Xorshift {
  var state: UInt64

  mutating func unit() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }
}
