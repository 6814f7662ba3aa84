import Coins
import GameKit
import Records
import Referee
import Testing

/// What a reduction asks is measured beside what it says: more than that is a refutation.
@Suite struct WorkTests {
  private let judge = Judge(alpha: 1e-3)

  /// A game of one kind of query, which is never won.
  private struct Counter: WinnableGame {
    typealias Query = Ask
    let isWon = false
    mutating func restart(coins: Coins) {}
    mutating func answer(_ query: Ask) -> Int { 0 }
  }

  private enum Ask: GameQuery {
    case ask
    enum Kind: Int, QueryKind {
      case ask, other
      var symbol: String { self == .ask ? "q_ask" : "q_other" }
      var resource: Resource? { self == .ask ? .verifications : nil }
    }
    var kind: Kind { .ask }
    var description: String { "ask()" }
  }

  /// Asks once, or as often as a coin says.
  private struct Worker: Reduction {
    typealias Source = Counter
    typealias Target = Counter
    /// In each eighth of the trials.
    let times: [Int]

    func play<A: Adversary<Ask, Int>>(
      _ adversary: A, against oracle: inout some Oracle<Ask, Int>, coins: Coins
    ) throws(Forfeit) -> Bool {
      let asks = times[Int(coins.bits(3, for: Label("work"))) % times.count]
      for _ in 0..<asks { _ = try oracle.ask(.ask) }
      return false
    }
  }

  private func tally(_ times: [Int], trials: Range<UInt64> = 0..<4000) -> Tally {
    ReductionExperiment(
      { Counter() }, budget: Budget { _ in 1 }, adversary: Idle<Ask, Int>(), reduction: Worker(times: times), to: { Counter() },
      targetBudget: Budget { _ in 100 }, agreement: .everyTrial
    ).run(trials, source: CoinSource(seed: 3))
  }

  private func record(_ times: [Int], atMost: Int, onAverage: Double? = nil) -> ReductionRecord {
    judge.judgeReduction(
      tally(times), words: "w", loss: 1, agreement: .everyTrial, charges: [Charge("q_ask", atMost: atMost, onAverage: onAverage)])
  }

  @Test func whatIsAskedIsCountedTrialByTrial() {
    let work = tally([2, 0, 0, 0]).work.kinds
    #expect(work.map(\.symbol) == ["q_ask", "q_other"] && work.map(\.resource) == [.verifications, nil])
    #expect(work[0].most == 2 && work[1].most == 0 && work[1].total == 0)
    #expect(work[0].total > 1800 && work[0].total < 2200, "two in a quarter of 4,000 trials")
    #expect(tally([2, 0, 0, 0], trials: work[0].trial..<work[0].trial + 1).work.kinds[0].most == 2, "the trial that is named")
    #expect(work[0].trial == 0 || tally([2, 0, 0, 0], trials: 0..<work[0].trial).work.kinds[0].most == 0, "is the first")
  }

  @Test func blocksMergeExactly() {
    var sum = tally([3, 1, 0, 5], trials: 0..<700)
    sum += tally([3, 1, 0, 5], trials: 700..<4000)
    #expect(sum.work == tally([3, 1, 0, 5]).work)
  }

  @Test func oneQueryTooManyInOneTrialRefutes() {
    let excess = record([4, 0, 0, 0], atMost: 3)
    #expect(excess.verdict == .refuted)
    #expect(excess.reason.hasPrefix("the reduction works more than it says: 4 of `q_ask` in trial "))
    #expect(excess.reason.hasSuffix(", where 3 are charged"))
    #expect(record([4, 0, 0, 0], atMost: 4).verdict == .vacuous, "what is charged may be used")
  }

  @Test func aMeanThatIsExceededRefutes() {
    let excess = record([4, 0], atMost: 4, onAverage: 1)
    #expect(excess.verdict == .refuted && excess.reason.contains("of `q_ask` in the mean of 4000 trials, where 1.0 are charged"))
    #expect(record([4, 0], atMost: 4).verdict == .vacuous, "where the mean is not charged")
    #expect(record([4, 0, 0, 0], atMost: 4, onAverage: 1).verdict == .vacuous, "a mean that is used up")
    #expect(record([1], atMost: 100, onAverage: 1).verdict == .vacuous)
  }

  @Test func theRecordSaysWhatWasUsedAndWhatIsCharged() throws {
    let records = try #require(record([2, 2], atMost: 3, onAverage: 2).resources)
    #expect(
      records == [
        WorkRecord(
          symbol: "q_ask", resource: .verifications, most: 2, mean: 2, charge: Charge("q_ask", atMost: 3, onAverage: 2))
      ])
    #expect(judge.judgeReduction(Tally(), words: "w", loss: 1, agreement: .everyTrial).resources == nil, "nothing was measured")
  }
}
