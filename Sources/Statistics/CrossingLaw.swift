/// The exact law of a sequential test under independent trials, by dynamic programming over (n, k).
///
/// Stopping at the first crossing is the worst stopping rule there is, so under the null hypothesis these probabilities bound the
/// false alarms of every adversarial stopper.
public struct CrossingLaw: Sendable {
  /// Pr[the test stops upwards] and Pr[it stops downwards] by the horizon.
  public let upwards: Double
  public let downwards: Double
  /// E[min(τ, horizon)], the mean number of trials.
  public let meanTrials: Double
  /// Pr[τ ≤ n] for n = 0…horizon.
  public let stoppedBy: [Double]

  /// Pr[the test stops] by the horizon.
  public var stopped: Double { upwards + downwards }

  /// The smallest n with Pr[τ ≤ n] ≥ `level`; nil beyond the horizon.
  public func quantile(_ level: Double) -> Int? { stoppedBy.firstIndex { $0 >= level } }

  /// The law of `test` when every trial is an event with probability `p`, independently.
  public init(of test: SequentialTest, probability p: Double) {
    Require.probability(p)
    let q = 1 - p
    var mass = [Double](repeating: 0, count: test.horizon + 2)
    mass[0] = 1
    var (low, high) = (0, 0), up = 0.0, down = 0.0, mean = 0.0
    var stoppedBy = [0.0]
    for n in stride(from: 1, through: test.horizon, by: 1) {
      // The trials still running before trial n pay for it.
      mean += 1 - up - down
      high += 1
      var k = high
      while k > low {
        mass[k] = mass[k] * q + mass[k - 1] * p
        k -= 1
      }
      mass[low] *= q
      while low <= high && high >= test.upper[n] { (up, mass[high], high) = (up + mass[high], 0, high - 1) }
      while low <= high && low <= test.lower[n] { (down, mass[low], low) = (down + mass[low], 0, low + 1) }
      // Mass that cannot reach the last digit is dropped before it becomes subnormal and slow.
      while low < high && mass[high] < 1e-60 { (mass[high], high) = (0, high - 1) }
      while low < high && mass[low] < 1e-60 { (mass[low], low) = (0, low + 1) }
      stoppedBy.append(up + down)
      if low > high {
        stoppedBy += Array(repeating: up + down, count: test.horizon - n)
        break
      }
    }
    (upwards, downwards, meanTrials, self.stoppedBy) = (up, down, mean, stoppedBy)
  }
}
