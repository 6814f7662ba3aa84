internal import Foundation

/// Exact probabilities of toy experiments, for campaigns whose answer is known beforehand.
public enum ClosedFormula {
  /// Pr[at least one of `tries` independent guesses hits a fresh uniform tag of `bits` bits] = 1 − (1 − 2⁻ᵇ)ᵏ.
  public static func forgery(bits: Int, tries: Int) -> Double {
    require(bits, tries)
    return any(tries, of: scalbn(1, -bits))
  }

  /// Pr[at least one of `count` independent events of this chance] = 1 − (1 − p)ᵏ; a chance above 1 is 1.
  public static func any(_ count: Int, of chance: Double) -> Double {
    precondition(count >= 0 && chance >= 0, "a count of events, and a probability")
    return count == 0 ? 0 : -expm1(Double(count) * log1p(-min(1, chance)))
  }

  /// The union bound k 2⁻ᵇ of `forgery`.
  public static func forgeryUnionBound(bits: Int, tries: Int) -> Double {
    require(bits, tries)
    return scalbn(Double(tries), -bits)
  }

  /// Pr[two of `queries` independent uniform strings of `bits` bits collide] = 1 − Π_{i<q} (1 − i/2ᵇ).
  ///
  /// Beyond 4096 queries the logarithm of the product is −N φ(q/N) − ½ ln(1 − q/N) + s(N) − s(N − q), where
  /// φ(x) = (1 − x) ln(1 − x) + x and s is the Stirling remainder.
  public static func birthday(bits: Int, queries: Int) -> Double {
    require(bits, queries)
    let space = scalbn(1, bits), q = Double(queries)
    if q > space { return 1 }
    if queries <= 4096 { return -expm1((0..<queries).reduce(0) { $0 + log1p(-Double($1) / space) }) }
    if birthdayUnionBound(bits: bits, queries: queries) > 100 { return 1 }  // 1 − e⁻¹⁰⁰ rounds to 1
    let x = q / space
    let remainder = space.isFinite ? Binomial.stirlingRemainder(space) - Binomial.stirlingRemainder(space - q) : 0
    return -expm1(-q * phiOverX(x) - log1p(-x) / 2 + remainder)
  }

  /// The union bound q(q − 1)/2 · 2⁻ᵇ of `birthday`.
  public static func birthdayUnionBound(bits: Int, queries: Int) -> Double {
    require(bits, queries)
    return scalbn(Double(queries) * (Double(queries) - 1) / 2, -bits)
  }

  /// φ(x)/x = Σ_{i≥1} xⁱ/(i(i+1)) for small x, else ((1 − x) ln(1 − x) + x)/x.
  private static func phiOverX(_ x: Double) -> Double {
    if x > 0.1 { return ((1 - x) * log1p(-x) + x) / x }
    var sum = 0.0, power = x, i = 1.0
    while power > 0 && sum + power / (i * (i + 1)) != sum {
      sum += power / (i * (i + 1))
      power *= x
      i += 1
    }
    return sum
  }

  private static func require(_ bits: Int, _ count: Int) {
    precondition(bits >= 0 && bits <= 1023, "bits must lie in 0...1023, not \(bits)")
    precondition(count >= 0, "a number of tries must not be negative: \(count)")
  }
}
