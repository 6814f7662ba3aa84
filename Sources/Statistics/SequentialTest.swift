internal import Foundation

/// A sequential test of a proportion up to a horizon, as its integer boundary.
///
/// After n trials with k events the test stops upwards if k ≥ `upper[n]`, downwards if k ≤ `lower[n]`. Both sequences grow by 0
/// or 1 per trial, which every test has whose evidence grows with each outcome of one kind and falls with each of the other.
public struct SequentialTest: Sendable {
  /// The largest number of trials.
  public let horizon: Int
  /// For n = 0…horizon, the smallest number of events that stops upwards; n + 1 if none does.
  public let upper: [Int]
  /// For n = 0…horizon, the largest number of events that stops downwards; −1 if none does.
  public let lower: [Int]

  private init(horizon: Int, upper: [Int], lower: [Int]) {
    (self.horizon, self.upper, self.lower) = (horizon, upper, lower)
  }

  /// The test that stops upwards where `stops(k, n)` says so, which must persist after one more event and not begin by one more
  /// non-event.
  public init(horizon: Int, stopsUpwards stops: (_ events: Int, _ trials: Int) -> Bool) {
    Require.counts(events: 0, trials: horizon)
    var upper = [1]
    for n in 0..<horizon { upper.append(upper[n] <= n + 1 && stops(upper[n], n + 1) ? upper[n] : upper[n] + 1) }
    self.init(horizon: horizon, upper: upper, lower: Array(repeating: -1, count: horizon + 1))
  }

  /// The test that stops downwards where `stops(k, n)` says so, which must persist after one more non-event and not begin by an
  /// event.
  public init(horizon: Int, stopsDownwards stops: (_ events: Int, _ trials: Int) -> Bool) {
    self = SequentialTest(horizon: horizon, stopsUpwards: { stops($1 - $0, $1) }).mirrored
  }

  /// The referee that refutes Pr[event] ≤ m at level `alpha`, looking after every trial.
  public static func refuting(_ m: Double, alpha: Double, horizon: Int) -> SequentialTest {
    Require.level(alpha)
    let mixture = BettingMixture.refutation(of: m), threshold = -log(alpha)
    return SequentialTest(horizon: horizon, stopsUpwards: { mixture.logE(events: $0, trials: $1) >= threshold })
  }

  /// The referee that certifies Pr[event] ≤ m at level `alpha`, looking after every trial.
  public static func certifying(_ m: Double, alpha: Double, horizon: Int) -> SequentialTest {
    Require.level(alpha)
    let mixture = BettingMixture.certification(of: m), threshold = -log(alpha)
    return SequentialTest(horizon: horizon, stopsDownwards: { mixture.logE(events: $0, trials: $1) >= threshold })
  }

  /// Both tests at once: whichever boundary is reached first.
  public func combined(with other: SequentialTest) -> SequentialTest {
    precondition(horizon == other.horizon, "tests of different horizons, \(horizon) and \(other.horizon), cannot be combined")
    return SequentialTest(
      horizon: horizon, upper: zip(upper, other.upper).map { min($0, $1) }, lower: zip(lower, other.lower).map { max($0, $1) })
  }

  /// The same test with events and non-events exchanged.
  var mirrored: SequentialTest {
    SequentialTest(
      horizon: horizon, upper: lower.enumerated().map { $0 - $1 }, lower: upper.enumerated().map { $0 - $1 })
  }
}
