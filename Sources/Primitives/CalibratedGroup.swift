public import Coins

/// A cyclic group that is small enough to break and otherwise real **[ours]**: the subgroup of prime order q, about 2ᵗ, of the
/// integers modulo the prime p = c·q + 1.
///
/// A discrete logarithm here is one: k guessed exponents succeed with probability exactly k/(q − 1), baby steps and giant steps
/// take 2√q multiplications, and everything an adversary needs is public. The cofactor c has small factors only, so that elements
/// of small order exist: without the membership check, y modulo each factor of c leaks from the answers of its owner.
public struct CalibratedGroup: KeyAgreement {
  /// t: q is the greatest prime below 2ᵗ.
  public let bits: Int
  /// The prime modulus p, below 2⁶⁴.
  public let p: UInt64
  /// The prime order q of the subgroup.
  public let q: UInt64
  /// g, a generator of the subgroup.
  public let generator: Element
  /// Whether `agree` refuses what is not in the subgroup. A group without the check is a defect to demonstrate.
  public let checksMembership: Bool
  @usableFromInline let arithmetic: Montgomery

  public struct Element: HexWord {
    public let value: UInt64
    @inlinable @inline(__always)
    public init(_ value: UInt64) { self.value = value }
  }

  /// An exponent in 1 … q − 1. Whoever computed one may use it.
  public struct SecretKey: Hashable, Sendable {
    public let exponent: UInt64
    @inlinable
    public init(exponent: UInt64) { self.exponent = exponent }
  }

  /// The group of `bits` = 2 … 48 bits; its parameters are found deterministically.
  public init(bits: Int, checksMembership: Bool = true) {
    precondition(2 <= bits && bits <= 48, "a calibrated group has 2 … 48 bits")
    self.bits = bits
    self.checksMembership = checksMembership
    q = UInt64.greatestPrime(below: 1 << UInt64(bits))
    let cofactor = Self.cofactor(for: q)
    p = cofactor * q + 1
    arithmetic = Montgomery(p)
    // Some power other than 1 has order q, as q is prime.
    var base: UInt64 = 2
    while base.power(cofactor, modulo: p) == 1 { base += 1 }
    generator = Element(base.power(cofactor, modulo: p))
  }

  /// c = (p − 1)/q.
  public var cofactor: UInt64 { (p - 1) / q }

  @inlinable @inline(__always)
  public func product(_ a: Element, _ b: Element) -> Element { Element(a.value.times(b.value, modulo: p)) }

  @inlinable
  public func power(_ base: Element, _ exponent: UInt64) -> Element { Element(arithmetic.power(base.value, exponent)) }

  /// Whether `element` is in the subgroup and not 1.
  @inlinable
  public func isMember(_ element: Element) -> Bool { 1 < element.value && element.value < p && power(element, q).value == 1 }

  /// An element whose order is exactly `order`, a divisor of c: not in the subgroup.
  public func element(ofOrder order: UInt64) -> Element {
    precondition(order > 1 && cofactor.isMultiple(of: order), "the order divides the cofactor")
    let factors = order.primeFactors
    let powers = (2...).lazy.map { UInt64($0).power((p - 1) / order, modulo: p) }
    let found = powers.first { x in factors.allSatisfy { x.power(order / $0, modulo: p) != 1 } }
    guard let found else { preconditionFailure("a cyclic group has an element of every order that divides its own") }
    return Element(found)
  }

  public func generateKey(for label: Label, coins: Coins) -> (secret: SecretKey, public: Element) {
    let exponent = 1 + coins.uniform(below: q - 1, for: label)
    return (SecretKey(exponent: exponent), power(generator, exponent))
  }

  /// Without the membership check every number in 1 … p − 1 is an element, and the shared one may be 1.
  public func agree(_ secret: SecretKey, with key: Element) -> Agreement<Element> {
    guard 0 < key.value, key.value < p else { return .refused(.malformedKey) }
    guard checksMembership else { return .agreed(power(key, secret.exponent)) }
    let (shared, unit) = arithmetic.powers(key.value, secret.exponent, q)
    return key.value > 1 && unit == 1 ? .agreed(Element(shared)) : .refused(.notAMember)
  }

  /// The least multiple of 30 without a prime factor above 31 that makes c·q + 1 prime and is at least min(q, 2¹⁵): so y is known
  /// modulo c, which is all of it in groups of up to 15 bits, after a few queries to an owner who does not check.
  private static func cofactor(for q: UInt64) -> UInt64 {
    var candidate = (min(q, 1 << 15) + 29) / 30 * 30
    while candidate.primeFactors.contains(where: { $0 > 31 }) || !(candidate * q + 1).isPrime { candidate += 30 }
    return candidate
  }
}

extension CalibratedGroup {
  /// None: an element of the subgroup has one encoding, and the whole element is hashed.
  public func equivalent(to key: Element) -> Element? { nil }
}
