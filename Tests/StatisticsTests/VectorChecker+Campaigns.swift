import Foundation
import Statistics

/// Exact crossing probabilities under continuous peeking, each with the band for 10,000 campaigns that the vector states.
extension VectorChecker {
  static let campaigns: [String: Check] = [
    "campaign_refute": { vector in
      let test = SequentialTest.refuting(vector.double("m"), alpha: vector.double("alpha"), horizon: vector.int("N"))
      return answers(CrossingLaw(of: test, probability: vector.double("true_p")))
    },
    "campaign_certify": { vector in
      let test = SequentialTest.certifying(vector.double("m"), alpha: vector.double("alpha"), horizon: vector.int("N"))
      return answers(CrossingLaw(of: test, probability: vector.double("true_p")))
    },
    "campaign_naive_cp_peeking": { vector in
      answers(
        CrossingLaw(
          of: naivePeeking(vector.double("m"), alpha: vector.double("alpha"), horizon: vector.int("N")),
          probability: vector.double("true_p")))
    },
    "campaign_misuse_two_sided_mixture": { vector in
      let mixture = BetaMixture(a: vector.double("a"), b: vector.double("b")), threshold = -log(vector.double("alpha"))
      let m = Probability(vector.double("m")), horizon = vector.int("N")
      let above = SequentialTest(
        horizon: horizon,
        stopsUpwards: {
          Double($0) > m.value * Double($1) && mixture.logE(events: $0, trials: $1, probability: m) >= threshold
        })
      let below = SequentialTest(
        horizon: horizon,
        stopsDownwards: {
          Double($0) < m.value * Double($1) && mixture.logE(events: $0, trials: $1, probability: m) >= threshold
        })
      return answers(CrossingLaw(of: above.combined(with: below), probability: vector.double("true_p")))
    },
    "campaign_cs_octave_miscoverage": { vector in
      let law = CrossingLaw(
        of: octaveMiss(vector.double("p"), alpha: vector.double("alpha"), horizon: vector.int("N")),
        probability: vector.double("p"))
      return [
        "miss_because_lower_limit_above_p": .real(law.upwards), "miss_because_upper_limit_below_p": .real(law.downwards),
        "total": .real(law.stopped),
      ]
    },
    "campaign_diff": { vector in
      let law = DifferenceCampaign(
        bound: vector.double("m"), alpha: vector.double("alpha"), horizon: vector.int("N"),
        plus: vector.double("p_plus"), minus: vector.double("p_minus"))
      return ["crossing_probability": .real(law.crossing), "mean_min_tau_N": .real(law.meanTrials)]
    },
  ]

  /// Planted twin: look at a fixed-n limit after every trial and stop when it excludes m.
  static func naivePeeking(_ m: Double, alpha: Double, horizon: Int) -> SequentialTest {
    let p = Probability(m), threshold = log(alpha)
    return SequentialTest(
      horizon: horizon,
      stopsUpwards: { k, n in
        BinomialTail(events: k, trials: n, probability: p).logProbability <= threshold
      })
  }

  /// The confidence sequence misses p as soon as one of its two halves, at half the level, refutes or certifies past p.
  static func octaveMiss(_ p: Double, alpha: Double, horizon: Int) -> SequentialTest {
    SequentialTest.refuting(p, alpha: alpha / 2, horizon: horizon).combined(
      with: .certifying(p, alpha: alpha / 2, horizon: horizon))
  }

  private static func answers(_ law: CrossingLaw) -> [String: Answer] {
    [
      "crossing_probability": .real(law.stopped), "mean_min_tau_N": .real(law.meanTrials),
      "median_tau": .integer(law.quantile(0.5)), "q90_tau": .integer(law.quantile(0.9)),
    ]
  }
}
