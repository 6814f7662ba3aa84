internal import Foundation

/// The wagers of every betting mixture: odds c·2ʲ, j = −24…160, with weights falling like 1/j².
enum OctaveGrid {
  /// 2ʲ, ln 2ʲ and ln wⱼ, wⱼ = 1/((|j|+1)(|j|+2) S) with S = 3/2 − 1/26 − 1/162, which sums to 1.
  static let wagers: [(scale: Double, logScale: Double, logWeight: Double)] = (-24...160).map { j in
    let rank = Double(abs(j))
    return (scalbn(1, j), Double(j) * log(2), -log((rank + 1) * (rank + 2) * (1.5 - 1.0 / 26 - 1.0 / 162)))
  }

  /// Calls `body` with every j and the ln(1 + fⱼ·gain) of an outcome, fⱼ = oⱼ/(1 + oⱼ), oⱼ = `centre`·2ʲ.
  ///
  /// A gain of −1 loses the whole wager: −ln(1 + o). Near −1 the form (1 + o(1 + gain))/(1 + o) does not cancel. From 2⁵⁴ on the
  /// fraction rounds to 1, so that two thirds of the grid cost no logarithm.
  static func forEachLogFactor(gain: Double, centre: Double, _ body: (_ index: Int, _ logFactor: Double) -> Void) {
    let logCentre = log(centre), saturated = gain < -0.5 ? 0 : log1p(gain)
    for (index, wager) in wagers.enumerated() {
      let o = centre * wager.scale
      let loss = gain >= -0.5 ? 0 : o < 0x1p54 ? -log1p(o) : -(logCentre + wager.logScale)
      if gain >= -0.5 {
        body(index, o < 0x1p54 ? log1p(o / (1 + o) * gain) : saturated)
      } else {
        body(index, gain == -1 ? loss : log1p(o * (1 + gain)) + loss)
      }
    }
  }
}
