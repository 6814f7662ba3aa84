import Foundation
import Statistics
import Testing

@Suite struct ChanceTestTests {
  /// One report of `reported`, met as often as `truth` says, `n` times.
  private func logE(reported: Double, truth: Double, _ n: Int) -> Double {
    let hits = Int((truth * Double(n)).rounded())
    return ChanceTest.logE([.init(chance: reported, misses: n - hits, hits: hits)])
  }

  @Test func rightReportsAreBelievedAndWrongOnesAreNot() {
    #expect(logE(reported: 1.0 / 16, truth: 1.0 / 16, 10_000) < 0)
    #expect(logE(reported: 1.0 / 32, truth: 1.0 / 16, 10_000) > log(1e6))
    #expect(logE(reported: 1.0 / 8, truth: 1.0 / 16, 10_000) > log(1e6))
  }

  @Test func oneSuccessAt64BitsIsEnough() {
    #expect(ChanceTest.logE([.init(chance: 0x1p-64, misses: 100, hits: 1)]) > log(1e6))
    #expect(ChanceTest.logE([.init(chance: 0x1p-64, misses: 1 << 40, hits: 0)]) < 0.001)
  }

  /// The mean of E over all outcomes of n events is 1: by the binomial law, with nothing sampled.
  @Test(arguments: [0.5, 0.1, 1.0 / 256]) func itsMeanIsOne(_ chance: Double) {
    let n = 12
    var (mean, choose) = (0.0, 1.0)
    for hits in 0...n {
      let probability = choose * pow(chance, Double(hits)) * pow(1 - chance, Double(n - hits))
      mean += probability * exp(ChanceTest.logE([.init(chance: chance, misses: n - hits, hits: hits)]))
      choose *= Double(n - hits) / Double(hits + 1)
    }
    #expect(abs(mean - 1) < 1e-9)
  }

  @Test(arguments: [(0.0, 0.3), (-1.0, -0.2), (-1.0, 0.4)])
  func evidenceValueByValueIsThatOfTheHistogram(_ lower: Double, _ bound: Double) {
    let mean = BoundedMean(in: Interval(lower: lower, upper: 1))
    var (refuting, certifying) = (
      RunningEvidence(mean, bound: bound, certifies: false), RunningEvidence(mean, bound: bound, certifies: true)
    )
    // A campaign that is given up leaves nothing behind.
    _ = (refuting.see(1), certifying.see(1))
    refuting.restart()
    certifying.restart()
    var histogram = Histogram()
    for value in [0.25, 0.5, 0.25, 1, 0, 0.75, lower, 0.25] {
      histogram.add(value)
      let (refuted, certified) = (log(refuting.see(value)), log(certifying.see(value)))
      #expect(abs(refuted - mean.refuteLogE(histogram, bound: bound)) < 1e-9)
      #expect(abs(certified - mean.certifyLogE(histogram, bound: bound)) < 1e-9)
    }
  }

  @Test func limitsOfAMeanHoldWhatProportionsHave() {
    let histogram = Histogram([(0, 900), (1, 100)])
    let limits = BoundedMean(in: Interval(lower: 0, upper: 1)).limits(histogram, alpha: 1e-3)
    let proportion = ConfidenceSequence.proportion(events: 100, trials: 1000, alpha: 1e-3)
    #expect(abs(limits.lower - proportion.lower.value) < 1e-9 && abs(limits.upper - proportion.upper.value) < 1e-9)
    // The mirror image on [−1, 1].
    let signed = BoundedMean(in: Interval(lower: -1, upper: 1)).limits(Histogram([(-1, 30), (0, 900), (1, 70)]), alpha: 1e-3)
    let mirror = BoundedMean(in: Interval(lower: -1, upper: 1)).limits(Histogram([(-1, 70), (0, 900), (1, 30)]), alpha: 1e-3)
    #expect(signed.lower < 0.04 && 0.04 < signed.upper && abs(signed.lower + mirror.upper) > 0)
  }
}
