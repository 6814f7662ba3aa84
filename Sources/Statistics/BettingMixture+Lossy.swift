internal import Foundation

/// Tests of a lossy reduction: is E[x] ≤ L·E[y] for paired x, y in {0, 1}?
///
/// x is the adversary's success, y that of the reduction run on the same coins, L the claimed loss. With Z = x − L y the claim is
/// E[Z] ≤ 0. Differences in {−1, 0, 1}, or unpaired loss factors, go through `BoundedMean`.
extension BettingMixture {
  /// How often (x, y) took each of its four values.
  public struct PairCounts: Sendable, Hashable, Codable {
    public var neither, onlyX, onlyY, both: Int

    public init(neither: Int = 0, onlyX: Int = 0, onlyY: Int = 0, both: Int = 0) {
      Require.counts(neither, onlyX, onlyY, both)
      (self.neither, self.onlyX, self.onlyY, self.both) = (neither, onlyX, onlyY, both)
    }

    public static func + (a: PairCounts, b: PairCounts) -> PairCounts {
      PairCounts(neither: a.neither + b.neither, onlyX: a.onlyX + b.onlyX, onlyY: a.onlyY + b.onlyY, both: a.both + b.both)
    }

    var vector: SIMD4<Double> { SIMD4(Double(neither), Double(onlyX), Double(onlyY), Double(both)) }
  }

  /// ln E against H₀: E[x] ≤ L·E[y]: gains Z/L, since the worst outcome of Z = x − L y is −L; centre min(1, L).
  public static func refuteLossLogE(_ counts: PairCounts, loss: Double) -> Double {
    requireLoss(loss)
    return BettingMixture(gains: SIMD4(0, 1 / loss, -1, (1 - loss) / loss), centre: min(1, loss), allIn: 0).logE(counts.vector)
  }

  /// ln E against H₀: E[x] ≥ (1 + slack)·L·E[y], the mirror image: gains L′y − x with L′ = (1 + slack) L, centre 2 min(1, 1/L′), a
  /// quarter all-in.
  public static func certifyLossLogE(_ counts: PairCounts, loss: Double, slack: Double = 1) -> Double {
    requireLoss(loss)
    precondition(slack >= 0 && slack.isFinite, "the slack must be finite and not negative: \(slack)")
    let allowed = (1 + slack) * loss
    return BettingMixture(gains: SIMD4(0, -1, allowed, allowed - 1), centre: 2 * min(1, 1 / allowed), allIn: 0.25).logE(counts.vector)
  }

  private static func requireLoss(_ loss: Double) {
    precondition(loss > 0 && loss.isFinite, "a loss factor must be positive and finite, not \(loss)")
  }
}
