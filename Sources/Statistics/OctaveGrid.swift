internal import Foundation

/// The wagers of every betting mixture: odds c·2ʲ, j = −24…160, with weights falling like 1/j².
enum OctaveGrid {
  /// 2ʲ, ln 2ʲ and ln wⱼ, wⱼ = 1/((|j|+1)(|j|+2) S) with S = 3/2 − 1/26 − 1/162, which sums to 1.
  static let wagers: [(scale: Double, logScale: Double, logWeight: Double)] = (-24...160).map { j in
    let rank = Double(abs(j))
    return (scalbn(1, j), Double(j) * log(2), -log((rank + 1) * (rank + 2) * (1.5 - 1.0 / 26 - 1.0 / 162)))
  }

  /// Appends ln(1 + fⱼ·gain) for every j, where fⱼ = oⱼ/(1 + oⱼ) and oⱼ = `centre`·2ʲ.
  ///
  /// A gain of −1 loses the whole wager: −ln(1 + o). Near −1 the form (1 + o(1 + gain))/(1 + o) does not cancel. From 2⁵⁴ on the
  /// fraction rounds to 1, so that two thirds of the grid cost no logarithm.
  static func appendLogFactors(gain: Double, centre: Double, to factors: inout [Double]) {
    if gain >= -0.5 {
      let saturated = log1p(gain)
      for wager in wagers {
        let o = centre * wager.scale
        factors.append(o < 0x1p54 ? log1p(o / (1 + o) * gain) : saturated)
      }
    } else {
      let logCentre = log(centre)
      for wager in wagers {
        let o = centre * wager.scale, loss = o < 0x1p54 ? log1p(o) : logCentre + wager.logScale
        factors.append(gain == -1 ? -loss : log1p(o * (1 + gain)) - loss)
      }
    }
  }
}
