internal import Foundation

/// The binomial distribution in saddle-point form: no differences of log-gamma values, so nothing is lost at 10¹² trials.
///
/// Source: Loader, *Fast and accurate computation of binomial probabilities*, 2000.
public enum Binomial {
  /// s(x) = ln Γ(x+1) − [(x + ½) ln x − x + ½ ln 2π], for x > 0.
  ///
  /// The asymptotic series from 16 upwards; below, the recurrence s(x) − s(x+1) = Σ v²ⁱ/(2i+1) with v = 1/(2x+1).
  public static func stirlingRemainder(_ x: Double) -> Double {
    precondition(x > 0, "the Stirling remainder needs x > 0, not \(x)")
    let shifts = max(0, (16 - x).rounded(.up))
    let r = 1 / (x + shifts), r2 = r * r
    var sum =
      r * (1 / 12 - r2 * (1 / 360 - r2 * (1 / 1260 - r2 * (1 / 1680 - r2 * (1 / 1188 - r2 * (691 / 360_360 - r2 / 156))))))
    for y in stride(from: x + shifts - 1, to: x - 0.5, by: -1) {
      // Near zero the series is slow, and the closed form does not cancel.
      sum += y < 0.5 ? (y + 0.5) * log1p(1 / y) - 1 : atanhSeries(1 / ((2 * y + 1) * (2 * y + 1)))
    }
    return sum
  }

  /// Σ_{i≥1} tⁱ/(2i+1) = atanh(√t)/√t − 1.
  private static func atanhSeries(_ t: Double) -> Double {
    var sum = 0.0, power = t, i = 3.0
    while power > sum * 0x1p-60 {
      sum += power / i
      power *= t
      i += 2
    }
    return sum
  }

  /// Loader's deviance x ln(x/m) + m − x ≥ 0, for x ≥ 0 and m > 0, without cancellation near x = m.
  public static func deviance(_ x: Double, _ m: Double) -> Double {
    precondition(x >= 0 && m >= 0, "the deviance needs non-negative arguments, not \(x), \(m)")
    if x == 0 { return m }
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else {
      let ratio = x / m
      // A mean near the smallest of all numbers: the ratio is too large for one, its logarithm is not.
      return x * (ratio.isFinite ? log(ratio) : log(x) - log(m)) + m - x
    }
    let v = difference / (x + m)
    var sum = difference * v, term = 2 * x * v, i = 1.0
    while true {
      term *= v * v
      let next = sum + term / (2 * i + 1)
      if next == sum { return sum }
      sum = next
      i += 1
    }
  }

  /// ln Pr[Bin(n, p) = k].
  public static func logMass(events k: Int, trials n: Int, probability p: Probability) -> Double {
    Require.counts(events: k, trials: n)
    let (x, y, total) = (Double(k), Double(n - k), Double(n))
    if p.value == 0 { return k == 0 ? 0 : -.infinity }
    if p.complement == 0 { return k == n ? 0 : -.infinity }
    if k == 0 { return total * logComplement(p) }
    if k == n { return total * logComplement(p.mirrored) }
    return stirlingRemainder(total) - stirlingRemainder(x) - stirlingRemainder(y)
      - deviance(x, total * p.value) - deviance(y, total * p.complement) + log(total / (2 * .pi * x * y)) / 2
  }

  /// ln(1 − p), from whichever half of the pair is the smaller.
  private static func logComplement(_ p: Probability) -> Double {
    p.value < 0.5 ? log1p(-p.value) : log(p.complement)
  }
}
