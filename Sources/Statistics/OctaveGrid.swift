internal import Foundation

/// The wagers of every betting mixture: odds c·2ʲ, j = −24…160, with weights falling like 1/j².
enum OctaveGrid {
  /// 2ʲ and ln wⱼ, wⱼ = 1/((|j|+1)(|j|+2) S) with S = 3/2 − 1/26 − 1/162, which sums to 1.
  static let wagers: [(scale: Double, logWeight: Double)] = (-24...160).map { j in
    let rank = Double(abs(j))
    return (scalbn(1, j), -log((rank + 1) * (rank + 2) * (1.5 - 1.0 / 26 - 1.0 / 162)))
  }

  /// ln(1 + f·gain) with f = o/(1 + o); a gain of −1 loses the whole wager.
  ///
  /// Near a gain of −1 the form (1 + o(1 + gain))/(1 + o) is used, which does not cancel.
  static func logFactor(odds o: Double, gain: Double) -> Double {
    if gain == 0 { return 0 }
    return gain < -0.5 ? log1p(o * (1 + gain)) - log1p(o) : log1p(o / (1 + o) * gain)
  }

  static func logFactors(odds o: Double, gains g: SIMD4<Double>) -> SIMD4<Double> {
    SIMD4(logFactor(odds: o, gain: g.x), logFactor(odds: o, gain: g.y), logFactor(odds: o, gain: g.z), logFactor(odds: o, gain: g.w))
  }
}
