internal import Foundation

/// A test of reported chances that may be watched: whoever says before each of a sequence of events "this has chance c" is believed
/// until what happens is too unlikely.
///
/// For a wager r > 0 the capital ∏ r^X·((1 − rc)/(1 − c))^(1−X) is a martingale when every report is right: r is the factor by which
/// the true chance is bet to differ. It depends on how often each chance was reported and met, and on nothing else, so counts merge.
/// Half of the first capital is spread evenly over r = 2^±(1/16, 1/8, 1/4, 1/2, 1, 2, 3), for chances that are nearly right; half over
/// r = 2ʲ, j = −24…160, so that one success at 2⁻⁶⁴ that should not have been is enough. Where rc would come near 1 it is (1 + c)/2.
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
      counts.reduce(wager.logWeight) { sum, count in
        let c = count.chance, rc = min(wager.factor * c, (1 + c) / 2)
        let hit = count.hits == 0 ? 0 : Double(count.hits) * (log(rc) - log(c))
        return sum + hit + Double(count.misses) * (log1p(-rc) - log1p(-c))
      }
    }.logSumExp()
  }

  private static let wagers: [(factor: Double, logWeight: Double)] = {
    let fine = [1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 2, 1, 2, 3].flatMap { [exp2($0), exp2(-$0)] }
    return fine.map { ($0, -log(2 * Double(fine.count))) } + OctaveGrid.wagers.map { ($0.scale, $0.logWeight - log(2)) }
  }()
}
