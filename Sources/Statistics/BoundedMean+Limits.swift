internal import Foundation

/// Confidence limits of a bounded mean that hold at all numbers of observations at once, by inverting the betting mixture.
extension BoundedMean {
  /// The one-sided lower limit of the mean at level `alpha`; the lower end of the range without evidence.
  public func lower(_ histogram: Histogram, alpha: Double) -> Double {
    Require.level(alpha)
    guard histogram.bins.contains(where: { $0.value > range.lower }) else { return range.lower }
    return limit(histogram, step: -1) { -log(alpha) - refuteLogE(histogram, bound: $0) }
  }

  /// The one-sided upper limit.
  public func upper(_ histogram: Histogram, alpha: Double) -> Double {
    Require.level(alpha)
    guard histogram.bins.contains(where: { $0.value < range.upper }) else { return range.upper }
    return limit(histogram, step: 1) { -log(alpha) - certifyLogE(histogram, bound: $0) }
  }

  /// Two-sided limits, each at level `alpha`/2.
  public func limits(_ histogram: Histogram, alpha: Double) -> Interval {
    Interval(lower: lower(histogram, alpha: alpha / 2), upper: upper(histogram, alpha: alpha / 2))
  }

  /// The search runs in the logit of the place between the ends.
  private func limit(_ histogram: Histogram, step: Double, _ excess: (Double) -> Double) -> Double {
    let width = range.upper - range.lower, n = Double(histogram.total) + 2
    let mean = (histogram.bins.reduce(0) { $0 + ($1.value - range.lower) / width * Double($1.count) } + 1) / n
    let place = { (u: Double) in
      u < 0 ? range.lower + width * exp(u) / (1 + exp(u)) : range.upper - width * exp(-u) / (1 + exp(-u))
    }
    return place(Root.find(near: log(mean / (1 - mean)), step: step * 0.1) { excess(place($0)) })
  }
}
