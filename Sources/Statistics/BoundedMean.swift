/// The betting mixture for a quantity X in [a, b] with any number of values, from a histogram.
///
/// The general case of `BettingMixture`: gains (x − m)/(m − a), centre g·min(1, (m − a)/(b − m)).
/// It serves conditional hazards, bounded importance weights and differences of differences.
public struct BoundedMean: Sendable {
  /// The range in which every observation lies.
  public let range: Interval

  public init(in range: Interval) {
    precondition(
      range.lower < range.upper && range.lower.isFinite && range.upper.isFinite, "the range of X must be finite and not a point")
    self.range = range
  }

  /// ln E against H₀: E[X] ≤ m; centre with g = 1, nothing all-in.
  public func refuteLogE(_ histogram: Histogram, bound m: Double) -> Double {
    Require.bound(m)
    return logE(histogram, slope: 1, worst: range.lower, best: range.upper, m, g: 1, allIn: 0)
  }

  /// ln E against H₀: E[X] ≥ m: the mirror image with g = 2 and a quarter all-in.
  public func certifyLogE(_ histogram: Histogram, bound m: Double) -> Double {
    Require.bound(m)
    return logE(histogram, slope: -1, worst: range.upper, best: range.lower, m, g: 2, allIn: 0.25)
  }

  /// ln E against "the mean of `slope`·X is at most that of m"; `worst` and `best` are the outcomes for the gambler.
  private func logE(
    _ histogram: Histogram, slope: Double, worst: Double, best: Double, _ m: Double, g: Double, allIn: Double
  ) -> Double {
    for bin in histogram.bins { precondition(range.contains(bin.value), "the value \(bin.value) lies outside \(range)") }
    let stake = slope * (m - worst), prize = slope * (best - m)
    if prize <= 0 { return 0 }
    if stake < 0 { return .infinity }
    if stake == 0 { return histogram.bins.allSatisfy { $0.value == worst } ? 0 : .infinity }
    let gains = histogram.bins.map { slope * ($0.value - m) / stake }
    return BettingMixture(gains: gains, centre: g * min(1, stake / prize), allIn: allIn).logE(histogram.bins.map(\.count))
  }
}
