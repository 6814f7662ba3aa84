internal import Foundation

/// Tests of a reduction that plants its challenge at one of L places, chosen evenly and out of sight: is L·E[y] = E[N]?
///
/// N is the number of places at which the event occurred, 0 ≤ N ≤ L, and y whether the reduction won beside it. With the gain
/// Z = L·y − N in [−L, L] the claim is E[Z] = 0, and either direction has an e-process: the betting mixture with gains Z/L or
/// −Z/L, centre 1, nothing all-in. Where N ≤ 1 the second one is `BettingMixture.refuteLossLogE`.
public struct PlantedReduction: Sendable {
  /// L.
  public let places: Double

  public init(places: Double) {
    precondition(places >= 1 && places.isFinite, "a challenge is planted at one of 1 or more places, not \(places)")
    self.places = places
  }

  /// ln E against H₀: L·E[y] ≤ E[N], after gains that were seen so often. In `hidden` trials N may have been larger.
  public func winsMoreLogE(_ gains: Histogram, hidden: Int = 0) -> Double { logE(gains, 1, hidden) }

  /// ln E against H₀: L·E[y] ≥ E[N]. In `hidden` trials the reduction may have won without being seen.
  public func winsLessLogE(_ gains: Histogram, hidden: Int = 0) -> Double { logE(gains, -1, hidden) }

  /// What is hidden in a trial lowers every wager's factor by at most that of the worst outcome, whatever was seen in it: so
  /// that many worst outcomes are added [ours].
  private func logE(_ gains: Histogram, _ sign: Double, _ hidden: Int) -> Double {
    Require.counts([hidden])
    for bin in gains.bins { precondition(abs(bin.value) <= places, "a gain of \(bin.value) with \(places) places") }
    return mixture(gains.bins.map { sign * $0.value } + [-places]).logE(gains.bins.map(\.count) + [hidden])
  }

  /// The e-process for outcomes with these gains.
  func mixture(_ gains: [Double]) -> BettingMixture {
    BettingMixture(gains: gains.map { $0 / places }, centre: 1, allIn: 0)
  }
}

extension SequentialTest {
  /// The referee that refutes L·E[y] = E[N] at level `alpha`, in both directions, as a test of the trials in which exactly one of
  /// the two occurred: the gains of these are L, an event, and −1. Where y is N at one place of L, an event has probability
  /// 1/(L + 1) among them.
  public static func refuting(_ reduction: PlantedReduction, alpha: Double, horizon: Int) -> SequentialTest {
    Require.level(alpha)
    let (more, less) = (reduction.mixture([-1, reduction.places]), reduction.mixture([1, -reduction.places]))
    let threshold = log(2 / alpha)
    return SequentialTest(horizon: horizon, stopsUpwards: { more.logE([$1 - $0, $0]) >= threshold })
      .combined(with: SequentialTest(horizon: horizon, stopsDownwards: { less.logE([$1 - $0, $0]) >= threshold }))
  }
}
