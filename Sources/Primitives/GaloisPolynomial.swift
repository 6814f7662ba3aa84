/// A polynomial over GF(2¹²⁸), of which the roots can be found.
public struct GaloisPolynomial: Hashable, Sendable {
  /// From the constant on; the last one is not zero. None for the polynomial 0.
  public private(set) var coefficients: [GaloisElement]

  public init(_ coefficients: [GaloisElement]) {
    self.coefficients = coefficients
    while self.coefficients.last == .zero { self.coefficients.removeLast() }
  }

  private static let x = Self([.zero, .one])

  private var degree: Int { coefficients.count - 1 }

  public func value(at point: GaloisElement) -> GaloisElement { coefficients.reversed().reduce(.zero) { $0 * point + $1 } }

  public static func + (a: Self, b: Self) -> Self {
    let (long, short) = a.coefficients.count >= b.coefficients.count ? (a, b) : (b, a)
    return Self(long.coefficients.enumerated().map { $0 < short.coefficients.count ? $1 + short.coefficients[$0] : $1 })
  }

  private var monic: Self {
    guard let last = coefficients.last, last != .one else { return self }
    let inverse = last.inverse
    return Self(coefficients.map { $0 * inverse })
  }

  /// Quotient and remainder by a monic polynomial.
  private func divided(by divisor: Self) -> (quotient: Self, remainder: Self) {
    var (rest, quotient) = (coefficients, [GaloisElement]())
    while rest.count > divisor.degree {
      let factor = rest.removeLast()
      quotient.append(factor)
      let start = rest.count - divisor.degree
      for (place, coefficient) in divisor.coefficients.dropLast().enumerated() {
        rest[start + place] = rest[start + place] + factor * coefficient
      }
    }
    return (Self(quotient.reversed()), Self(rest))
  }

  /// Its square modulo a monic polynomial: squaring is additive here.
  private func squared(modulo divisor: Self) -> Self {
    Self(coefficients.flatMap { [$0.squared, .zero] }).divided(by: divisor).remainder
  }

  private static func commonDivisor(_ a: Self, _ b: Self) -> Self {
    var (a, b) = (a, b)
    while !b.coefficients.isEmpty { (a, b) = (b, a.divided(by: b.monic).remainder) }
    return a.monic
  }

  /// All its roots in GF(2¹²⁸), each once; none for the polynomial 0.
  ///
  /// Those are the roots that it shares with X^(2¹²⁸) − X. Two roots differ in the trace of their product with some element of a
  /// basis, so that the greatest common divisors with these traces split it (Berlekamp's trace algorithm).
  public var roots: [GaloisElement] {
    guard degree > 0 else { return [] }
    let whole = monic
    let power = (0..<128).reduce(Self.x.divided(by: whole).remainder) { power, _ in power.squared(modulo: whole) }
    return Self.commonDivisor(whole, power + .x).split(from: 0)
  }

  /// The roots of a monic polynomial that is a product of distinct linear factors; the elements of the basis before `index`
  /// split it no more.
  private func split(from index: Int) -> [GaloisElement] {
    guard degree > 1 else { return degree == 1 ? [coefficients[0]] : [] }
    for index in index..<128 {
      var power = Self([.zero, .basis(index)]), trace = power
      for _ in 1..<128 {
        power = power.squared(modulo: self)
        trace = trace + power
      }
      let factor = Self.commonDivisor(self, trace)
      if 0 < factor.degree, factor.degree < degree {
        return factor.split(from: index + 1) + divided(by: factor).quotient.split(from: index + 1)
      }
    }
    preconditionFailure("two roots of a polynomial have the same traces with a whole basis")
  }
}
