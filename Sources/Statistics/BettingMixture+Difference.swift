internal import Foundation

/// Tests of the mean of a paired difference D = right − left in {−1, 0, 1}, from the counts of its three values.
extension BettingMixture {
  /// The e-process against H₀: E[D] ≤ m for −1 < m < 1, centre 2, a quarter all-in. Counts are (plus, zero, minus).
  ///
  /// `above` is 1 + m and `below` is 1 − m; both are given so that neither end loses digits.
  static func difference(_ m: Double, above: Double, below: Double) -> BettingMixture {
    BettingMixture(gains: [below / above, -m / above, -1], centre: 2, allIn: 0.25)
  }

  /// The e-process against H₀: E[D] ≤ m for any m.
  static func difference(_ m: Double) -> BettingMixture {
    Require.bound(m)
    if m >= 1 { return .vacuous(outcomes: 3) }
    if m < -1 { return .absurd(outcomes: 3) }
    if m == -1 { return .certain(2, of: 3) }
    return difference(m, above: 1 + m, below: 1 - m)
  }

  func logE(plus: Int, zero: Int, minus: Int) -> Double { logE([plus, zero, minus]) }

  /// ln E against H₀: E[D] ≤ m. No m ≥ 1 can be refuted (E = 1); m < −1 is absurd (E = ∞).
  ///
  /// To certify E[D] ≤ δ, swap `plus` and `minus` and take m = −δ.
  public static func differenceLogE(plus: Int, zero: Int, minus: Int, bound m: Double) -> Double {
    Require.counts([plus, zero, minus])
    return difference(m).logE(plus: plus, zero: zero, minus: minus)
  }

  /// ln E against H₀: |E[D]| ≤ ε: the average of the two one-sided e-processes, because the null is their intersection.
  ///
  /// - Parameter unknown: trials beside the counted ones whose D nobody saw. What is returned is at most ln E wherever they lie:
  ///   the factor of every wager grows with D, so that one side's e-process is least where they all are −1 and the other's where
  ///   they all are +1, and the average of the two least values is at most the least average [ours].
  public static func refuteAbsoluteLogE(plus: Int, zero: Int, minus: Int, unknown: Int = 0, bound epsilon: Double) -> Double {
    Require.counts([plus, zero, minus, unknown])
    precondition(epsilon >= 0, "a bound on an absolute value must not be negative: \(epsilon)")
    let mixture = difference(epsilon)
    return [
      mixture.logE(plus: plus, zero: zero, minus: minus + unknown), mixture.logE(plus: minus, zero: zero, minus: plus + unknown),
    ].logSumExp() - log(2)
  }

  /// ln E against H₀: |E[D]| ≥ δ: the smaller of the two one-sided e-processes, because the null is a union and both must cross,
  /// each at the full level (intersection-union).
  public static func certifyAbsoluteLogE(plus: Int, zero: Int, minus: Int, bound delta: Double) -> Double {
    Require.counts([plus, zero, minus])
    precondition(delta >= 0, "a bound on an absolute value must not be negative: \(delta)")
    let mixture = difference(-delta)
    return min(mixture.logE(plus: plus, zero: zero, minus: minus), mixture.logE(plus: minus, zero: zero, minus: plus))
  }

  /// The smallest number of trials, none of them discordant, that certifies |E[D]| ≤ δ at level `alpha`; nil above 2⁵³.
  public static func certifyAbsoluteMinimumTrials(bound delta: Double, alpha: Double) -> Int? {
    Require.level(alpha)
    precondition(delta > 0, "only a positive bound can be certified, not \(delta)")
    let mixture = difference(-delta)
    return firstCrossing(from: 0) { mixture.logE(plus: 0, zero: $0, minus: 0) >= -log(alpha) }
  }
}
