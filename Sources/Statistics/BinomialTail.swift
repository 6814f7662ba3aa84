internal import Foundation

/// The upper tail Pr[Bin(n, p) ≥ k] and its slope in the logit of p, for 0 < k ≤ n.
///
/// The side with fewer outcomes is summed by a continued fraction times the point mass; evaluating one fraction for both loses up
/// to 7·10⁻⁵ in the upper limit of a rare event, the referee's main case. Below the mean, where the tail is the larger part and
/// the fractions are unstable, it is one minus the other tail.
public struct BinomialTail: Sendable {
  /// ln Pr[Bin(n, p) ≥ k].
  public let logProbability: Double
  /// d ln Pr[Bin(n, p) ≥ k] / d ln(p/(1 − p)) = k (1 − p) Pr[Bin(n, p) = k] / Pr[Bin(n, p) ≥ k].
  public let slope: Double

  public init(events k: Int, trials n: Int, probability p: Probability) {
    Require.counts(events: k, trials: n)
    precondition(k > 0, "the upper tail of no event is everything")
    precondition(p.value > 0 && p.complement > 0, "the tail needs 0 < p < 1, not \(p.value)")
    let logMass = Binomial.logMass(events: k, trials: n, probability: p)
    let events = Double(k), others = Double(n - k)
    if k == n {
      logProbability = logMass
      slope = events * p.complement
    } else if events <= Double(n) * p.value {
      let below = BinomialTail(events: n - k + 1, trials: n, probability: p.mirrored)
      logProbability = log1p(-exp(below.logProbability))
      slope = events * p.complement * exp(logMass - logProbability)
    } else if k <= n - k {
      let h = Self.upperFraction(events, others + 1, p.value)
      logProbability = logMass + log(p.complement * h)
      slope = events / h
    } else {
      let s = Self.lowerFraction(others, events + 1, p.odds)
      logProbability = logMass + log(s)
      slope = events * p.complement / s
    }
  }

  /// h with I_x(a, b) = xᵃ(1−x)ᵇ/(a B(a, b)) · h (DLMF 8.17.22).
  private static func upperFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    continuedFraction { i in
      let m = (i / 2).rounded(.down)
      return 2 * m == i
        ? m * (b - m) * x / ((a + i - 1) * (a + i))
        : -(a + m) * (a + b + m) * x / ((a + i - 1) * (a + i))
    }
  }

  /// S with Pr[Bin(n, q) ≤ j] = Pr[Bin(n, q) = j] · S, where c = n − j + 1 and r = (1−q)/q: Gauss' fraction of ₂F₁(−j, 1; c; −r).
  private static func lowerFraction(_ j: Double, _ c: Double, _ r: Double) -> Double {
    continuedFraction { i in
      let m = (i / 2).rounded(.down)
      return 2 * m == i
        ? m * (c + j + m - 1) * r / ((c + i - 2) * (c + i - 1))
        : -(j - m) * (c + m - 1) * r / ((c + i - 2) * (c + i - 1))
    }
  }

  /// 1/(1 + d₁/(1 + d₂/(1 + …))) by the modified Lentz algorithm; d takes i = 1, 2, …
  private static func continuedFraction(_ d: (Double) -> Double) -> Double {
    let tiny = 1e-300
    var f = 1.0, c = 1.0, e = 0.0
    for i in 1... {
      let term = d(Double(i))
      e = 1 + term * e
      e = 1 / (e == 0 ? tiny : e)
      c = 1 + term / c
      c = c == 0 ? tiny : c
      let factor = c * e
      f *= factor
      if abs(factor - 1) <= 0x1p-52 || term == 0 { break }
      precondition(i < 20_000_000, "a continued fraction of the binomial tail did not converge")
    }
    return 1 / f
  }
}
