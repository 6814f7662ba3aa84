internal import Foundation

/// A mixture of fixed wagers on an octave grid: an e-process for "the mean is at most m".
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
  /// ln wⱼ of every wager, the all-in wager last.
  let logWeights: [Double]
  /// For each outcome in turn, the logarithm of its factor under every wager; −∞ ruins, +∞ is an outcome that the null excludes.
  let logFactors: [Double]

  /// The mixture for outcomes with the given gains, centred at `centre`, with weight `allIn` on wagering everything.
  init(gains: [Double], centre: Double, allIn: Double) {
    let share = log1p(-allIn), rows = OctaveGrid.wagers.count + (allIn > 0 ? 1 : 0)
    logWeights = OctaveGrid.wagers.map { share + $0.logWeight } + (allIn > 0 ? [log(allIn)] : [])
    var factors: [Double] = []
    factors.reserveCapacity(rows * gains.count)
    for gain in gains {
      OctaveGrid.appendLogFactors(gain: gain, centre: centre, to: &factors)
      if allIn > 0 { factors.append(log1p(gain)) }
    }
    logFactors = factors
  }

  /// A mixture that stays at `logE` until an outcome with an infinite factor turns up.
  private init(constant logE: Double, factors: [Double]) {
    logWeights = [logE]
    logFactors = factors
  }

  /// A null hypothesis that is always true: E = 1 for ever.
  static func vacuous(outcomes: Int) -> BettingMixture {
    BettingMixture(constant: 0, factors: Array(repeating: 0, count: outcomes))
  }
  /// A null hypothesis that is never true: E = ∞ from the start.
  static func absurd(outcomes: Int) -> BettingMixture {
    BettingMixture(constant: .infinity, factors: Array(repeating: 0, count: outcomes))
  }
  /// A null hypothesis under which only one outcome is possible: any other refutes it at once.
  static func certain(_ outcome: Int, of outcomes: Int) -> BettingMixture {
    BettingMixture(constant: 0, factors: (0..<outcomes).map { $0 == outcome ? 0 : .infinity })
  }

  /// ln E after the given counts of the outcomes, in the order the mixture was made for.
  func logE(_ counts: [Int]) -> Double {
    let rows = logWeights.count
    precondition(
      counts.count * rows == logFactors.count, "a mixture of \(logFactors.count / rows) outcomes got \(counts.count) counts")
    var terms = logWeights
    for (outcome, count) in counts.enumerated() where count > 0 {
      let times = Double(count), first = outcome * rows
      for row in 0..<rows { terms[row] += times * logFactors[first + row] }
    }
    return terms.logSumExp()
  }
}
