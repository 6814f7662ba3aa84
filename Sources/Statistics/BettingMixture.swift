internal import Foundation

/// A mixture of fixed wagers on an octave grid: an e-process for "the mean is at most m" on at most four outcomes.
///
/// For a fixed wager the capital Π(1 + λ(xᵢ − m)) is a non-negative supermartingale whenever E[Xᵢ | past] ≤ m; so is a weighted
/// mixture of such capitals, and it depends on the counts of the outcomes only. By Ville's inequality it ever reaches 1/α with
/// probability at most α: users may look after every trial and stop whenever they like. The grid, j = −24…160:
///
///     oⱼ = c 2ʲ,  fⱼ = oⱼ/(1 + oⱼ) (the fraction of capital wagered),  wⱼ ∝ 1/((|j|+1)(|j|+2))
///     ln E = ln Σⱼ wⱼ Π over outcomes of (1 + fⱼ·gain)^count   (+ an all-in wager, f = 1, of weight `allIn`)
///
/// where the *gain* of an outcome x is (x − m)/(m − a) ≥ −1 with a the worst outcome. Wagers reach up to 2¹⁶⁰ so that a single
/// forgery against a bound of 2⁻¹²⁸ counts for what it is. Grid and weights **[ours]**; the wagers are the only admissible tests
/// of a bounded mean (Clerico, arXiv 2412.02640); Ville 1939; Waudby-Smith and Ramdas, arXiv 2010.09686.
public struct BettingMixture: Sendable {
  /// ln wⱼ, and the logarithm of the factor of each outcome under wager j.
  private var components: [(logWeight: Double, factors: SIMD4<Double>)]
  /// 1 for the outcomes that the null hypothesis excludes: one of them refutes it at once.
  private var impossible: SIMD4<Double>
  /// 1 for the outcomes that ruin the all-in wager, which is the last component if `endsAllIn`.
  private var ruinous: SIMD4<Double> = .zero
  private var endsAllIn = false

  /// The mixture for the gains of up to four outcomes, centred at `centre`, with weight `allIn` on wagering everything.
  init(gains: SIMD4<Double>, centre: Double, allIn: Double) {
    impossible = .zero
    let logShare = log1p(-allIn)
    components = OctaveGrid.wagers.map { (logShare + $0.logWeight, .zero) }
    for outcome in 0..<4 where gains[outcome] != 0 {
      OctaveGrid.forEachLogFactor(gain: gains[outcome], centre: centre) { components[$0].factors[outcome] = $1 }
    }
    guard allIn > 0 else { return }
    endsAllIn = true
    ruinous = SIMD4(repeating: 0).replacing(with: 1, where: gains .== -1)
    let survivors = gains.replacing(with: 0, where: gains .== -1)
    components.append((log(allIn), SIMD4(log1p(survivors.x), log1p(survivors.y), log1p(survivors.z), log1p(survivors.w))))
  }

  /// A mixture that stays at `logE` until an `impossible` outcome takes it to infinity.
  private init(constant logE: Double, impossible: SIMD4<Double> = .zero) {
    components = [(logE, .zero)]
    self.impossible = impossible
  }

  /// A null hypothesis that is always true: E = 1 for ever.
  static let vacuous = BettingMixture(constant: 0)
  /// A null hypothesis that is never true: E = ∞ from the start.
  static let absurd = BettingMixture(constant: .infinity)
  /// A null hypothesis that excludes the outcomes marked 1.
  static func excluding(_ impossible: SIMD4<Double>) -> BettingMixture { BettingMixture(constant: 0, impossible: impossible) }

  /// ln E after the given counts of the outcomes, in the order the mixture was made for.
  func logE(_ counts: SIMD4<Double>) -> Double {
    if (counts * impossible).sum() > 0 { return .infinity }
    let ruined = endsAllIn && (counts * ruinous).sum() > 0
    return components.withUnsafeBufferPointer { all in
      let live = ruined ? all.dropLast() : all[...]
      var top = -Double.infinity
      for component in live { top = max(top, component.logWeight + (component.factors * counts).sum()) }
      guard top.isFinite else { return top }
      var sum = 0.0
      for component in live {
        let relative = component.logWeight + (component.factors * counts).sum() - top
        if relative > -45 { sum += exp(relative) }  // below, 186 of them do not reach the last digit
      }
      return top + log(sum)
    }
  }
}
