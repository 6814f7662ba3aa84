internal import Foundation

/// Simulated campaigns of a sequential test, stopping at the first crossing, for confronting the referee with its exact law.
public struct Campaigns: Sendable, Hashable {
  /// How many campaigns stopped upwards, downwards, and not at all by the horizon.
  public private(set) var upwards = 0
  public private(set) var downwards = 0
  public private(set) var undecided = 0
  /// The trials of all campaigns together.
  public private(set) var trials = 0

  /// Runs `count` independent campaigns in which every trial is an event with probability `p`.
  ///
  /// Only the rarer of the two outcomes is sampled, by its geometric gaps, so a campaign costs its rare outcomes, not its trials.
  public static func simulate(
    _ count: Int, of test: SequentialTest, probability p: Double, using generator: inout some RandomNumberGenerator
  ) -> Campaigns {
    Require.counts([count])
    Require.probability(p)
    var campaigns = Campaigns()
    if p > 0.5 {
      campaigns = simulate(count, of: test.mirrored, probability: 1 - p, using: &generator)
      swap(&campaigns.upwards, &campaigns.downwards)
      return campaigns
    }
    // stopsFrom[k] is the first n at which k events are few enough to stop downwards.
    var stopsFrom: [Int] = []
    for n in test.lower.indices { while stopsFrom.count <= test.lower[n] { stopsFrom.append(n) } }
    let scale = 1 / log1p(-p)
    for _ in 0..<count { campaigns.run(test, scale, stopsFrom, &generator) }
    return campaigns
  }

  private mutating func run(
    _ test: SequentialTest, _ scale: Double, _ stopsFrom: [Int], _ generator: inout some RandomNumberGenerator
  ) {
    var (n, k) = (0, 0)
    while true {
      // ln of a uniform number in (0, 1] over ln(1 − p) is the number of non-events before the next event.
      let gap = log(Double((generator.next() >> 11) + 1) * 0x1p-53) * scale
      let event = gap < Double(test.horizon) ? n + 1 + Int(gap) : test.horizon + 1
      let quiet = k < stopsFrom.count ? max(n, stopsFrom[k]) : Int.max
      if quiet < event {
        downwards += 1
        trials += quiet
        return
      }
      if event > test.horizon {
        undecided += 1
        trials += test.horizon
        return
      }
      (n, k) = (event, k + 1)
      if k >= test.upper[n] {
        upwards += 1
        trials += n
        return
      }
    }
  }
}
