import Foundation
import Statistics

/// The checker of each method of the vector file: the value of this library for every key of the expectation.
enum VectorChecker {
  typealias Check = @Sendable (ReferenceVector) -> [String: Answer]

  /// Methods whose subject is another module: exact games are Games', coins are Coins'.
  static let elsewhere: Set = [
    "exact_forge_fresh", "exact_birthday", "exact_optimal_forge_same_message", "exact_optimal_prf_vs_prp",
    "exact_optimal_one_time_pad", "exact_optimal_biased_bits", "cbrng_kat", "coin_stream_philox4x64", "uniform_below",
  ]

  static let checks: [String: Check] = fixedSample.merging(betting) { a, _ in a }.merging(families) { a, _ in a }.merging(
    campaigns
  ) { a, _ in a }

  static let fixedSample: [String: Check] = [
    "stirling_remainder": { ["s": .real(Binomial.stirlingRemainder($0.double("x")))] },
    "log_binomial_pmf": {
      ["ln": .real(Binomial.logMass(events: $0.int("k"), trials: $0.int("n"), probability: Probability($0.double("p"))))]
    },
    "cp_lower": { pair(ClopperPearson.lower(events: $0.int("k"), trials: $0.int("n"), alpha: $0.double("alpha"))) },
    "cp_upper": { pair(ClopperPearson.upper(events: $0.int("k"), trials: $0.int("n"), alpha: $0.double("alpha"))) },
    "cp_two_sided": { limits(ClopperPearson.twoSided(events: $0.int("k"), trials: $0.int("n"), alpha: $0.double("alpha"))) },
    "bit_guess_adv": {
      let signed = ClopperPearson.guessingAdvantage(events: $0.int("k"), trials: $0.int("n"), alpha: $0.double("alpha"))
      return [
        "signed_lo": .real(signed.lower), "signed_hi": .real(signed.upper),
        "abs_lo": .real(signed.absolute.lower), "abs_hi": .real(signed.absolute.upper),
      ]
    },
    "paired_diff_ci": {
      let interval = ClopperPearson.pairedDifference(
        plus: $0.int("n01"), minus: $0.int("n10"), trials: $0.int("n"), alpha: $0.double("alpha"))
      return ["lo": .real(interval.lower), "hi": .real(interval.upper)]
    },
    "forge_bound": {
      [
        "probability": .real(ClosedFormula.forgery(bits: $0.int("t"), tries: $0.int("k"))),
        "union_bound": .real(ClosedFormula.forgeryUnionBound(bits: $0.int("t"), tries: $0.int("k"))),
      ]
    },
    "birthday_bound": {
      [
        "probability": .real(ClosedFormula.birthday(bits: $0.int("t"), queries: $0.int("q"))),
        "union_bound": .real(ClosedFormula.birthdayUnionBound(bits: $0.int("t"), queries: $0.int("q"))),
      ]
    },
  ]

  static let betting: [String: Check] = [
    "bet_refute_log_e": {
      ["ln_e": .real(BettingMixture.refuteLogE(events: $0.int("k"), trials: $0.int("n"), bound: $0.double("m")))]
    },
    "bet_certify_log_e": {
      ["ln_e": .real(BettingMixture.certifyLogE(events: $0.int("k"), trials: $0.int("n"), bound: $0.double("m")))]
    },
    "bet_refute_kmin": {
      ["k": .integer(BettingMixture.refuteMinimumEvents(trials: $0.int("n"), bound: $0.double("m"), alpha: $0.double("alpha")))]
    },
    "bet_certify_nmin": {
      ["n": .integer(BettingMixture.certifyMinimumTrials(events: $0.int("k"), bound: $0.double("m"), alpha: $0.double("alpha")))]
    },
    "cs_octave": { limits(ConfidenceSequence.proportion(events: $0.int("k"), trials: $0.int("n"), alpha: $0.double("alpha"))) },
    "merge_refute": { vector in
      let shards = vector.inputs["shards"]!.elements.map { shard in
        if case .object(let counts) = shard { (k: counts["k"]!.int!, n: counts["n"]!.int!) } else { (k: 0, n: 0) }
      }
      let (k, n) = shards.reduce((0, 0)) { ($0.0 + $1.k, $0.1 + $1.n) }
      return [
        "k": .integer(k), "n": .integer(n),
        "ln_e": .real(BettingMixture.refuteLogE(events: k, trials: n, bound: vector.double("m"))),
      ]
    },
    "diff_log_e": {
      [
        "ln_e": .real(
          BettingMixture.differenceLogE(
            plus: $0.int("n_plus"), zero: $0.int("n_zero"), minus: $0.int("n_minus"), bound: $0.double("m")))
      ]
    },
    "abs_adv_refute_log_e": {
      let (plus, minus) = ($0.int("n01"), $0.int("n10"))
      return [
        "ln_e": .real(
          BettingMixture.refuteAbsoluteLogE(
            plus: plus, zero: $0.int("n") - plus - minus, minus: minus, bound: $0.double("eps")))
      ]
    },
    "abs_adv_certify_log_e": {
      let (plus, minus) = ($0.int("n01"), $0.int("n10"))
      return [
        "ln_e": .real(
          BettingMixture.certifyAbsoluteLogE(
            plus: plus, zero: $0.int("n") - plus - minus, minus: minus, bound: $0.double("delta")))
      ]
    },
    "abs_adv_certify_nmin_no_discordance": {
      let (delta, alpha) = ($0.double("delta"), $0.double("alpha"))
      return [
        "n": .integer(BettingMixture.certifyAbsoluteMinimumTrials(bound: delta, alpha: alpha)),
        "rule_of_three_fixed_n": .integer(ClopperPearson.trialsWithoutEvent(certifying: delta, alpha: alpha)),
      ]
    },
    "beta_mixture_log_e": {
      let mixture = BetaMixture(a: $0.double("a"), b: $0.double("b"))
      return ["ln_e": .real(mixture.logE(events: $0.int("k"), trials: $0.int("n"), probability: Probability($0.double("p"))))]
    },
    "cs_beta": {
      let mixture = BetaMixture(a: $0.double("a"), b: $0.double("b"))
      let (lower, upper) = mixture.limits(events: $0.int("k"), trials: $0.int("n"), alpha: $0.double("alpha"))
      return ["lo": .real(lower.value), "hi": .real(upper.value), "one_minus_hi": .real(upper.complement)]
    },
  ]

  static let families: [String: Check] = [
    "holm_adjusted": {
      let adjusted = MultipleTesting.holm($0.inputs["p"]!.elements.map { $0.double! })
      return ["adjusted": .reals(adjusted), "rejected_at_0.05": .flags(adjusted.map { $0 <= 0.05 })]
    },
    "e_holm_adjusted": {
      let adjusted = MultipleTesting.eHolm($0.inputs["e"]!.elements.map { $0.double! })
      return ["adjusted": .reals(adjusted), "rejected_at_0.05": .flags(adjusted.map { $0 >= 1 / 0.05 })]
    },
    "e_bh": {
      let e = $0.inputs["e"]!.elements.map { $0.double! }
      let rejected = MultipleTesting.eBH(e, alpha: $0.double("alpha"))
      return ["rejected": .flags(e.indices.map { rejected.contains($0) })]
    },
  ]

  private static func pair(_ p: Probability) -> [String: Answer] {
    ["p": .real(p.value), "one_minus_p": .real(p.complement)]
  }

  private static func limits(_ limits: ProportionLimits) -> [String: Answer] {
    ["lo": .real(limits.lower.value), "hi": .real(limits.upper.value), "one_minus_hi": .real(limits.upper.complement)]
  }
}
