/// Tests of a lossy reduction: is E[x] ≤ L·E[y] for paired x, y in {0, 1}, the first and the second event of a pair?
///
/// x is the adversary's success, y that of the reduction run on the same coins, L the claimed loss. With Z = x − L y the claim is
/// E[Z] ≤ 0. Differences in {−1, 0, 1}, or unpaired loss factors, go through `BoundedMean`.
///
/// In some of the trials, `hidden`, x and y may have occurred without having been seen. Each is placed where it speaks least for
/// what is to be shown, and the trials without either event come first: every wager loses more by a change from 0 to −1 than by
/// the same change from a larger Z [ours].
extension BettingMixture {
  /// ln E against H₀: E[x] ≤ L·E[y]: gains Z/L, since the worst outcome of Z = x − L y is −L; centre min(1, L).
  public static func refuteLossLogE(_ pairs: PairCounts, hidden: Int = 0, loss: Double) -> Double {
    requireLoss(pairs, hidden, loss)
    let least = pairs.swapped.withMoreX(hidden).swapped
    return BettingMixture(gains: [0, 1 / loss, -1, (1 - loss) / loss], centre: min(1, loss), allIn: 0).logE(least.counts)
  }

  /// ln E against H₀: E[x] ≥ (1 + slack)·L·E[y], the mirror image: gains L′y − x with L′ = (1 + slack) L,
  /// centre 2 min(1, 1/L′), a quarter all-in.
  public static func certifyLossLogE(_ pairs: PairCounts, hidden: Int = 0, loss: Double, slack: Double = 1) -> Double {
    requireLoss(pairs, hidden, loss)
    precondition(slack >= 0 && slack.isFinite, "the slack must be finite and not negative: \(slack)")
    let allowed = (1 + slack) * loss
    return BettingMixture(gains: [0, -1, allowed, allowed - 1], centre: 2 * min(1, 1 / allowed), allIn: 0.25)
      .logE(pairs.withMoreX(hidden).counts)
  }

  private static func requireLoss(_ pairs: PairCounts, _ hidden: Int, _ loss: Double) {
    Require.counts([hidden])
    precondition(loss > 0 && loss.isFinite, "a loss factor must be positive and finite, not \(loss)")
  }
}

extension PairCounts {
  /// The counts if x had occurred in so many more trials: first in those with neither, then in those with y alone.
  fileprivate func withMoreX(_ count: Int) -> PairCounts {
    let first = min(UInt64(count), neither), second = min(UInt64(count) - first, onlySecond)
    return PairCounts(
      neither: neither - first, onlyFirst: onlyFirst + first, onlySecond: onlySecond - second, both: both + second)
  }

  fileprivate var swapped: PairCounts {
    PairCounts(neither: neither, onlyFirst: onlySecond, onlySecond: onlyFirst, both: both)
  }
}
