import Foundation
import Statistics
import TestSupport
import Testing

/// At the edge of the null hypothesis E has expectation exactly 1, inside it less: what makes it an e-process.
@Suite struct MartingaleTests {
  private static let refute: Expectation.BinaryLogE = { BettingMixture.refuteLogE(events: $0, trials: $1, bound: $2) }
  private static let certify: Expectation.BinaryLogE = { BettingMixture.certifyLogE(events: $0, trials: $1, bound: $2) }

  @Test(arguments: [0.001, 0.01, 0.3, 0.5, 0.9, 0.999], [1, 2, 10, 200])
  func expectsOneAtTheBound(m: Double, n: Int) {
    #expect(abs(Expectation.binomial(trials: n, probability: m, bound: m, Self.refute) - 1) < 1e-11)
    #expect(abs(Expectation.binomial(trials: n, probability: m, bound: m, Self.certify) - 1) < 1e-11)
  }

  @Test func expectsLessInsideTheNull() {
    #expect(abs(Expectation.binomial(trials: 200, probability: 0.005, bound: 0.01, Self.refute) - 0.395670) < 5e-7)
    #expect(abs(Expectation.binomial(trials: 200, probability: 0.015, bound: 0.01, Self.certify) - 0.508035) < 5e-7)
  }

  @Test(arguments: [(0.1, 0.0), (0.3, 0.2), (0.05, 0.15), (0.0, 0.4), (0.5, 0.5), (0.25, 0.25)])
  func differenceExpectsOneAtTheBound(plus: Double, minus: Double) {
    let sum = Expectation.multinomial(trials: 20, SIMD4(plus, 1 - plus - minus, minus, 0)) { counts in
      counts.w > 0 ? 0 : BettingMixture.differenceLogE(plus: counts.x, zero: counts.y, minus: counts.z, bound: plus - minus)
    }
    #expect(abs(sum - 1) < 1e-11)
  }

  @Test(arguments: [0.25, 1, 3.5, 64], [0.0, 1.0])
  func lossyReductionExpectsOneAtTheBound(loss: Double, slack: Double) {
    let both = 0.002, onlyY = 0.003
    // E[x] = L·E[y] fixes how often only x succeeds.
    for (allowed, logE) in [
      (loss, { BettingMixture.refuteLossLogE($0, loss: loss) }),
      ((1 + slack) * loss, { BettingMixture.certifyLossLogE($0, loss: loss, slack: slack) }),
    ] as [(Double, (PairCounts) -> Double)] where allowed * (both + onlyY) >= both {
      let onlyX = allowed * (both + onlyY) - both
      let sum = Expectation.multinomial(trials: 12, SIMD4(1 - both - onlyX - onlyY, onlyX, onlyY, both)) {
        logE(.init(neither: UInt64($0.x), onlyFirst: UInt64($0.y), onlySecond: UInt64($0.z), both: UInt64($0.w)))
      }
      #expect(abs(sum - 1) < 1e-11, "loss \(loss), allowed \(allowed)")
    }
  }

  @Test func boundedMeanExpectsOneAtTheBound() {
    let values = SIMD4(-0.5, 0.125, 1.0, 2.0), p = SIMD4(0.5, 0.3, 0.15, 0.05), mean = (values * p).sum()
    let engine = BoundedMean(in: Interval(lower: -0.5, upper: 2))
    for logE in [{ engine.refuteLogE($0, bound: mean) }, { engine.certifyLogE($0, bound: mean) }] as [(Histogram) -> Double] {
      let sum = Expectation.multinomial(trials: 12, p) { counts in logE(Histogram((0..<4).map { (values[$0], counts[$0]) })) }
      #expect(abs(sum - 1) < 1e-11)
    }
  }

  @Test func theDefinitionMultipliedOutIsTheSame() {
    var generator = SplitMix(state: 7)
    let direct = DirectMixture()
    for m in [0.003, 0.2, 0.5, 0.8] {
      for n in [1, 7, 60] {
        let k = Int.random(in: 0...n, using: &generator), rest = Int.random(in: 0...n - k, using: &generator)
        #expect(abs(direct.refute(events: k, trials: n, bound: m) - Self.refute(k, n, m)) < 1e-10)
        #expect(abs(direct.certify(events: k, trials: n, bound: m) - Self.certify(k, n, m)) < 1e-10)
        let difference = BettingMixture.differenceLogE(plus: k, zero: rest, minus: n - k - rest, bound: m - 0.4)
        #expect(abs(direct.difference(plus: k, zero: rest, minus: n - k - rest, bound: m - 0.4) - difference) < 1e-10)
      }
    }
  }

  /// The checks above, on the definition with one mistake: they must fail. Without a mistake they hold.
  @Test(arguments: [nil] + DirectMixture.Mistake.allCases)
  func aMistakenMixtureIsCaught(mistake: DirectMixture.Mistake?) {
    let twin = DirectMixture(mistake: mistake), m = 0.05, n = 60
    let atBound = Expectation.binomial(trials: n, probability: m, bound: m) { twin.certify(events: $0, trials: $1, bound: $2) }
    let inside = Expectation.binomial(trials: n, probability: m / 100, bound: m) {
      twin.refute(events: $0, trials: $1, bound: $2)
    }
    #expect((abs(atBound - 1) < 1e-11 && inside < 1) == (mistake == nil), "E at the bound \(atBound), inside \(inside)")
  }
}
