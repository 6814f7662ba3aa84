internal import Foundation

/// A test of reported chances that may be watched: whoever says before each of a sequence of events "this has chance c" is
/// believed until what happens is too unlikely.
///
/// For a wager r > 0 the capital ∏ r^X·((1 − rc)/(1 − c))^(1−X) is a martingale when every report is right: r is the factor by
/// which the true chance is bet to differ. It depends on how often each chance was reported and met, and on nothing else, so
/// counts merge. Half of the first capital is spread evenly over r = 2^±(1/16, 1/8, 1/4, 1/2, 1, 2, 3), for chances that are
/// nearly right; half over r = 2ʲ, j = −24…160, so that one success at 2⁻⁶⁴ that should not have been is enough. Where rc would
/// come near 1 it is (1 + c)/2.
public enum ChanceTest {
  /// How often one chance, of neither 0 nor 1, was reported and the event did not occur, and did.
  public struct Count: Hashable, Sendable {
    public let chance: Double
    public let misses: Int
    public let hits: Int

    public init(chance: Double, misses: Int, hits: Int) { (self.chance, self.misses, self.hits) = (chance, misses, hits) }
  }

  /// ln E against "all reported chances are right".
  public static func logE(_ counts: [Count]) -> Double {
    for count in counts {
      Require.counts([count.misses, count.hits])
      precondition(0 < count.chance && count.chance < 1, "a chance of \(count.chance) cannot be tested")
    }
    return wagers.map { wager in
      counts.reduce(wager.logWeight) { $0 + logFactor($1, wager.factor) }
    }.logSumExp()
  }

  private static func logFactor(_ count: Count, _ r: Double) -> Double {
    let c = count.chance, rc = min(r * c, (1 + c) / 2)
    let hit: Double = count.hits == 0 ? 0 : log(rc) - log(c)
    let miss: Double = log1p(-rc) - log1p(-c)
    return Double(count.hits) * hit + Double(count.misses) * miss
  }

  private static let wagers: [(factor: Double, logWeight: Double)] = {
    let steps: [Double] = [0.0625, 0.125, 0.25, 0.5, 1, 2, 3]
    let fine: [Double] = steps.map { exp2($0) } + steps.map { exp2(-$0) }
    let half = log(2.0), each = half + log(Double(fine.count))
    return fine.map { (factor: $0, logWeight: -each) }
      + OctaveGrid.wagers.map { (factor: $0.scale, logWeight: $0.logWeight - half) }
  }()
}
