internal import Foundation

/// The evidence of a `BoundedMean` against one mean, brought up to date with every value: for simulations that look after each of
/// millions, where a histogram would have to be weighed anew.
public struct RunningEvidence: Sendable {
  private let slope: Double
  private let bound: Double
  private let stake: Double
  private let centre: Double
  private let allIn: Double
  private let weights: [Double]
  private var capital: [Double]
  /// The factors of every wager, by the value that was seen.
  private var factors: [Double: [Double]] = [:]

  /// - Parameters:
  ///   - bound: strictly within the range.
  ///   - certifies: whether it is bet against "the mean is at least the bound"; otherwise against "at most".
  public init(_ mean: BoundedMean, bound: Double, certifies: Bool) {
    let (low, high) = (bound - mean.range.lower, mean.range.upper - bound)
    precondition(low > 0 && high > 0, "the bound lies within the range")
    (slope, self.bound, allIn) = (certifies ? -1 : 1, bound, certifies ? 0.25 : 0)
    stake = certifies ? high : low
    centre = certifies ? 2 * min(1, high / low) : min(1, low / high)
    weights = BettingMixture(gains: [], centre: centre, allIn: allIn).logWeights.map { exp($0) }
    capital = weights
  }

  public mutating func restart() { capital = weights }

  /// - Returns: E, after this value as well.
  public mutating func see(_ value: Double) -> Double {
    let factors = factors(of: value)
    var sum = 0.0
    for row in capital.indices {
      capital[row] *= factors[row]
      sum += capital[row]
    }
    return sum
  }

  private mutating func factors(of value: Double) -> [Double] {
    if let known = factors[value] { return known }
    let mixture = BettingMixture(gains: [slope * (value - bound) / stake], centre: centre, allIn: allIn)
    let new = mixture.logFactors.map { exp($0) }
    factors[value] = new
    return new
  }
}
