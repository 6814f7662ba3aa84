/// Elementary number theory on machine words.
extension UInt64 {
  /// The product modulo `modulus`; both factors are below it.
  @inlinable @inline(__always)
  package func times(_ other: UInt64, modulo modulus: UInt64) -> UInt64 {
    // One machine division where the product fits in a word, a library call otherwise.
    if modulus >> 32 == 0 { return self &* other % modulus }
    return modulus.dividingFullWidth(multipliedFullWidth(by: other)).remainder
  }

  /// The power modulo `modulus`; the base is below it.
  @inlinable
  package func power(_ exponent: UInt64, modulo modulus: UInt64) -> UInt64 {
    if modulus >> 32 != 0, !modulus.isMultiple(of: 2) { return Montgomery(modulus).power(self, exponent) }
    var result: UInt64 = 1
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result.times(square, modulo: modulus) }
      square = square.times(square, modulo: modulus)
      rest >>= 1
    }
    return result
  }

  /// The test of Miller and Rabin with the first twelve primes as bases, which decides all 64-bit numbers (Sorenson and Webster,
  /// 2015).
  package var isPrime: Bool {
    let bases: [UInt64] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
    guard self > 37 else { return bases.contains(self) }
    guard !isMultiple(of: 2) else { return false }
    let twos = (self - 1).trailingZeroBitCount
    return bases.allSatisfy { base in
      var x = base.power((self - 1) >> UInt64(twos), modulo: self)
      if x == 1 || x == self - 1 { return true }
      for _ in 1..<twos {
        x = x.times(x, modulo: self)
        if x == self - 1 { return true }
      }
      return false
    }
  }

  package static func greatestPrime(below bound: UInt64) -> UInt64 {
    var candidate = bound - 1
    while !candidate.isPrime { candidate -= 1 }
    return candidate
  }

  package static func leastPrime(above bound: UInt64) -> UInt64 {
    var candidate = bound + 1
    while !candidate.isPrime { candidate += 1 }
    return candidate
  }

  /// The distinct prime factors, ascending, by trial division: for small numbers.
  package var primeFactors: [UInt64] {
    var (factors, rest, divisor): ([UInt64], UInt64, UInt64) = ([], self, 2)
    while divisor * divisor <= rest {
      if rest.isMultiple(of: divisor) {
        factors.append(divisor)
        while rest.isMultiple(of: divisor) { rest /= divisor }
      }
      divisor += 1
    }
    return rest > 1 ? factors + [rest] : factors
  }
}
