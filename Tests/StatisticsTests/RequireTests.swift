import Statistics
import Testing

/// Impossible arguments end the process with a message instead of a number. Each stands beside a possible one elsewhere.
@Suite struct RequireTests {
  @Test func impossibleCountsAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = BettingMixture.refuteLogE(events: 3, trials: 2, bound: 0.1) }
    await #expect(processExitsWith: .failure) { _ = BettingMixture.differenceLogE(plus: -1, zero: 2, minus: 0, bound: 0.1) }
    await #expect(processExitsWith: .failure) { _ = ClopperPearson.lower(events: -1, trials: 2, alpha: 0.05) }
    await #expect(processExitsWith: .success) { _ = BettingMixture.refuteLogE(events: 2, trials: 2, bound: 0.1) }
  }

  @Test func impossibleLevelsAndBoundsAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = ConfidenceSequence.proportion(events: 1, trials: 2, alpha: 0) }
    await #expect(processExitsWith: .failure) { _ = ClopperPearson.upper(events: 1, trials: 2, alpha: .nan) }
    await #expect(processExitsWith: .failure) { _ = BettingMixture.refuteLogE(events: 1, trials: 2, bound: .nan) }
    await #expect(processExitsWith: .failure) { _ = BettingMixture.refuteAbsoluteLogE(plus: 1, zero: 1, minus: 0, bound: -0.1) }
    await #expect(processExitsWith: .failure) { _ = Probability(1.5) }
  }

  @Test func valuesOutsideTheRangeAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = BoundedMean(in: Interval(lower: 0, upper: 1)).refuteLogE(Histogram([(2, 1)]), bound: 0.5)
    }
    await #expect(processExitsWith: .failure) { _ = Histogram([(.infinity, 1)]) }
  }
}
