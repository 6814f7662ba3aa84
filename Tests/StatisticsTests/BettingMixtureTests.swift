import Foundation
import Statistics
import TestSupport
import Testing

/// Order, symmetry, the ends of the range, and the agreement of the special cases with the general one.
@Suite struct BettingMixtureTests {
  @Test func growsWithEventsAndFallsWithTheBound() {
    for n in [1, 10, 1000] {
      for m in [0.0001, 0.02, 0.5, 0.97] {
        for k in 0..<n where k < 20 || k > n - 3 {
          #expect(refute(k, n, m) < refute(k + 1, n, m))
          #expect(certify(k, n, m) > certify(k + 1, n, m))
          #expect(refute(k + 1, n, m) > refute(k + 1, n, m * 1.01))
          #expect(certify(k, n, m) < certify(k, n, m * 1.01))
        }
      }
    }
  }

  @Test func oneEventRefutesZeroAndNothingRefutesOne() {
    #expect(BettingMixture.refuteLogE(events: 0, trials: 9, bound: 0) == 0)
    #expect(BettingMixture.refuteLogE(events: 1, trials: 9, bound: 0) == .infinity)
    #expect(BettingMixture.refuteLogE(events: 9, trials: 9, bound: 1) == 0)
    #expect(BettingMixture.refuteLogE(events: 9, trials: 9, bound: 1.5) == 0)
    #expect(BettingMixture.certifyLogE(events: 0, trials: 9, bound: 0) == 0)
    #expect(BettingMixture.certifyLogE(events: 9, trials: 9, bound: 1) == 0)
    #expect(BettingMixture.certifyLogE(events: 8, trials: 9, bound: 1) == .infinity)
    #expect(BettingMixture.certifyLogE(events: 9, trials: 9, bound: 1.5) == .infinity)
    #expect(BettingMixture.differenceLogE(plus: 0, zero: 0, minus: 9, bound: -1) == 0)
    #expect(BettingMixture.differenceLogE(plus: 0, zero: 1, minus: 9, bound: -1) == .infinity)
    #expect(BettingMixture.differenceLogE(plus: 9, zero: 0, minus: 0, bound: 1) == 0)
  }

  @Test func aSingleForgeryAgainst128BitsCounts() {
    let logE = BettingMixture.refuteLogE(events: 1, trials: 1000, bound: 0x1p-128)
    #expect(logE / log(10) > 31)
  }

  @Test func absoluteTestsTreatBothSignsAlike() {
    let (a, b) = ((plus: 30, minus: 4), (plus: 4, minus: 30))
    for m in [0.0, 0.001, 0.2] {
      #expect(
        BettingMixture.refuteAbsoluteLogE(plus: a.plus, zero: 100, minus: a.minus, bound: m)
          == BettingMixture.refuteAbsoluteLogE(plus: b.plus, zero: 100, minus: b.minus, bound: m))
      #expect(
        BettingMixture.certifyAbsoluteLogE(plus: a.plus, zero: 100, minus: a.minus, bound: m)
          == BettingMixture.certifyAbsoluteLogE(plus: b.plus, zero: 100, minus: b.minus, bound: m))
    }
    let interval = ConfidenceSequence.difference(plus: 30, zero: 100, minus: 4, alpha: 0.05)
    #expect(interval == ConfidenceSequence.difference(plus: 4, zero: 100, minus: 30, alpha: 0.05).negated)
    #expect(interval.contains(26.0 / 134))
  }

  @Test func theGeneralMeanAgreesWithTheSpecialCases() {
    let unit = BoundedMean(in: Interval(lower: 0, upper: 1))
    for (k, n) in [(0, 1), (3, 50), (50, 50), (7, 1_000_000)] {
      let histogram = Histogram([(0, n - k), (1, k)])
      for m in [0, 1e-5, 0.3, 0.75, 1, 1.5] {
        #expect(agree(unit.refuteLogE(histogram, bound: m), BettingMixture.refuteLogE(events: k, trials: n, bound: m)))
        #expect(agree(unit.certifyLogE(histogram, bound: m), BettingMixture.certifyLogE(events: k, trials: n, bound: m)))
      }
    }
    // x − L·y in [−L, 1] against 0 is the lossy reduction.
    let counts = PairCounts(neither: 1000, onlyFirst: 40, onlySecond: 3, both: 2), loss = 4.0
    let z = Histogram([(0, 1000), (1, 40), (-loss, 3), (1 - loss, 2)])
    let claimed = BoundedMean(in: Interval(lower: -loss, upper: 1)).refuteLogE(z, bound: 0)
    #expect(agree(claimed, BettingMixture.refuteLossLogE(counts, loss: loss)))
    let certified = BoundedMean(in: Interval(lower: -loss, upper: 1)).certifyLogE(z, bound: 0)
    #expect(agree(certified, BettingMixture.certifyLossLogE(counts, loss: loss, slack: 0)))
  }

  @Test func aLossyReductionIsJudgedByItsLoss() {
    // Ten successes of the adversary for one of the reduction: a loss of 2 is refuted, a loss of 10 is not, a loss of 20 is
    // certified at 40.
    let counts = PairCounts(neither: 10_000, onlyFirst: 900, onlySecond: 0, both: 100)
    #expect(BettingMixture.refuteLossLogE(counts, loss: 2) > log(1e6))
    #expect(BettingMixture.refuteLossLogE(counts, loss: 10) < 0)
    #expect(BettingMixture.certifyLossLogE(counts, loss: 20, slack: 1) > log(1e6))
    #expect(BettingMixture.certifyLossLogE(counts, loss: 2, slack: 1) < 0)
  }

  @Test func mergedShardsAreTheWhole() throws {
    var generator = SplitMix(state: 11)
    var whole = Histogram(), shards = Array(repeating: Histogram(), count: 7)
    for _ in 0..<5000 {
      let value =
        Double.random(in: 0...1, using: &generator).rounded(.down) + Double(Int.random(in: 0...20, using: &generator)) / 32
      whole.add(value)
      shards[Int.random(in: 0..<7, using: &generator)].add(value)
    }
    var merged = Histogram()
    for shard in shards.shuffled(using: &generator) { merged.merge(shard) }
    #expect(merged == whole)
    #expect(try JSONDecoder().decode(Histogram.self, from: JSONEncoder().encode(whole)) == whole)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Histogram.self, from: Data(#"[{"value": 1, "count": -1}]"#.utf8))
    }
    let engine = BoundedMean(in: Interval(lower: 0, upper: 2))
    #expect(engine.refuteLogE(merged, bound: 0.2) == engine.refuteLogE(whole, bound: 0.2))
  }

  @Test func confidenceSequencesSolveTheirEquation() {
    for (k, n) in [(0, 10), (3, 10), (10, 10), (12, 100_000), (99_990, 100_000), (400_000_000, 1_000_000_000)] {
      let limits = ConfidenceSequence.proportion(events: k, trials: n, alpha: 0.01), want = log(2 / 0.01)
      #expect(limits.interval.contains(Double(k) / Double(n)))
      let exact = ClopperPearson.twoSided(events: k, trials: n, alpha: 0.01)
      #expect(limits.lower.value <= exact.lower.value && exact.upper.value <= limits.upper.value)
      if k > 0 { #expect(abs(BettingMixture.refuteLogE(events: k, trials: n, bound: limits.lower.value) - want) < 1e-6) }
      if k < n { #expect(abs(BettingMixture.certifyLogE(events: k, trials: n, bound: limits.upper.value) - want) < 1e-6) }
    }
    for (plus, zero, minus) in [(0, 1, 0), (5, 0, 0), (0, 0, 5), (30, 10_000, 12), (0, 1_000_000_000_000, 0), (500, 0, 400)] {
      let interval = ConfidenceSequence.difference(plus: plus, zero: zero, minus: minus, alpha: 0.01), want = log(2 / 0.01)
      if plus + zero > 0 {
        #expect(abs(BettingMixture.differenceLogE(plus: plus, zero: zero, minus: minus, bound: interval.lower) - want) < 1e-6)
      } else {
        #expect(interval.lower == -1)
      }
    }
  }

  @Test func oneSidedLimitsTakeTheWholeLevel() {
    let n = 1000
    #expect(
      ConfidenceSequence.upper(events: 0, trials: n, alpha: 0.025)
        == ConfidenceSequence.proportion(events: 0, trials: n, alpha: 0.05).upper)
    let smallest = ConfidenceSequence.upper(events: 0, trials: n, alpha: 0.05).value
    #expect(BettingMixture.certifyMinimumTrials(events: 0, bound: smallest * (1 + 1e-9), alpha: 0.05) == n)
    #expect(BettingMixture.certifyMinimumTrials(events: 0, bound: smallest * (1 - 1e-9), alpha: 0.05) == n + 1)
    // |E[D]| ≤ δ is certified exactly from the larger of the two one-sided limits on.
    let counts = (plus: 5, zero: 4000, minus: 2)
    let delta = max(
      ConfidenceSequence.upperDifference(plus: counts.plus, zero: counts.zero, minus: counts.minus, alpha: 0.05),
      -ConfidenceSequence.lowerDifference(plus: counts.plus, zero: counts.zero, minus: counts.minus, alpha: 0.05))
    let logE = BettingMixture.certifyAbsoluteLogE(plus: counts.plus, zero: counts.zero, minus: counts.minus, bound: delta)
    #expect(abs(logE - log(1 / 0.05)) < 1e-9)
  }

  @Test func extremeBoundsStayFinite() {
    for m in [Double.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, 1 - 0x1p-53] {
      for k in [1, 2] {
        #expect(BettingMixture.refuteLogE(events: k, trials: 2, bound: m).isFinite)
        #expect(BettingMixture.certifyLogE(events: k, trials: 2, bound: m).isFinite)
      }
    }
    for loss in [1e-12, 1e-3, 1e9, 0x1p80] {
      let counts = PairCounts(neither: 1000, onlyFirst: 2, onlySecond: 3, both: 1)
      #expect(BettingMixture.refuteLossLogE(counts, loss: loss).isFinite)
      #expect(BettingMixture.certifyLossLogE(counts, loss: loss).isFinite)
    }
  }

  private func refute(_ k: Int, _ n: Int, _ m: Double) -> Double { BettingMixture.refuteLogE(events: k, trials: n, bound: m) }
  private func certify(_ k: Int, _ n: Int, _ m: Double) -> Double { BettingMixture.certifyLogE(events: k, trials: n, bound: m) }
  private func agree(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-11 * (1 + abs(b)) }
}
