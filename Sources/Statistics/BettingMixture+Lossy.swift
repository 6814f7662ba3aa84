/// Tests of a lossy reduction: is E[x] ≤ L·E[y] for paired x, y in {0, 1}?
///
/// x is the adversary's success, y that of the reduction run on the same coins, L the claimed loss. With Z = x − L y the claim is
/// E[Z] ≤ 0. Differences in {−1, 0, 1}, or unpaired loss factors, go through `BoundedMean`.
extension BettingMixture {
  /// ln E against H₀: E[x] ≤ L·E[y]: gains Z/L, since the worst outcome of Z = x − L y is −L; centre min(1, L).
  public static func refuteLossLogE(_ pairs: PairCounts, loss: Double) -> Double {
    requireLoss(pairs, loss)
    return BettingMixture(gains: [0, 1 / loss, -1, (1 - loss) / loss], centre: min(1, loss), allIn: 0).logE(pairs.counts)
  }

  /// ln E against H₀: E[x] ≥ (1 + slack)·L·E[y], the mirror image: gains L′y − x with L′ = (1 + slack) L,
  /// centre 2 min(1, 1/L′), a quarter all-in.
  public static func certifyLossLogE(_ pairs: PairCounts, loss: Double, slack: Double = 1) -> Double {
    requireLoss(pairs, loss)
    precondition(slack >= 0 && slack.isFinite, "the slack must be finite and not negative: \(slack)")
    let allowed = (1 + slack) * loss
    return BettingMixture(gains: [0, -1, allowed, allowed - 1], centre: 2 * min(1, 1 / allowed), allIn: 0.25).logE(pairs.counts)
  }

  private static func requireLoss(_ pairs: PairCounts, _ loss: Double) {
    Require.counts(pairs.counts)
    precondition(loss > 0 && loss.isFinite, "a loss factor must be positive and finite, not \(loss)")
  }
}
