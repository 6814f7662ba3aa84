import Coins
import Primitives
import Testing

@Suite struct CalibratedGroupTests {
  /// By trial division: another way than the one under test.
  static func isPrimeByDivision(_ n: UInt64) -> Bool {
    guard n > 1 else { return false }
    var divisor: UInt64 = 2
    while divisor * divisor <= n {
      if n.isMultiple(of: divisor) { return false }
      divisor += 1
    }
    return true
  }

  @Test func primalityAgreesWithTrialDivision() {
    for n in UInt64(0)..<20_000 { #expect(n.isPrime == Self.isPrimeByDivision(n), "\(n)") }
  }

  /// The least numbers that fool the test with the first 4, 9 and 11 or 12 prime bases (OEIS A014233), and great primes.
  @Test(
    arguments: [
      (3_215_031_751, false), (3_825_123_056_546_413_051, false), (341_550_071_728_321, false),
      (18_446_744_073_709_551_556, false),
      (18_446_744_073_709_551_557, true), (4_294_967_291, true), (67_280_421_310_721, true), (2_305_843_009_213_693_951, true),
    ] as [(UInt64, Bool)])
  func primalityOfHardNumbers(_ n: UInt64, _ isPrime: Bool) { #expect(n.isPrime == isPrime) }

  @Test(arguments: 4...48)
  func theParametersFitTogether(_ bits: Int) {
    let group = CalibratedGroup(bits: bits)
    #expect(group.q.isPrime && group.p.isPrime)
    #expect(group.q < 1 << UInt64(bits) && group.q > 1 << UInt64(bits - 1))
    #expect(!((group.q + 1)..<(1 << UInt64(bits))).contains { $0.isPrime })
    if bits <= 24 { #expect(Self.isPrimeByDivision(group.q)) }
    if bits <= 20 { #expect(Self.isPrimeByDivision(group.p)) }
    #expect((group.p - 1).isMultiple(of: group.q) && group.cofactor * group.q == group.p - 1)
    #expect(group.cofactor.isMultiple(of: 30) && group.cofactor.primeFactors.allSatisfy { $0 <= 31 })
    #expect(group.isMember(group.generator))
    #expect(group.power(group.generator, group.q).value == 1)
  }

  @Test func theSmallestGroupIsWholeAndCyclic() {
    let group = CalibratedGroup(bits: 4)
    #expect(group.q == 13)
    var (element, powers) = (group.generator, Set<UInt64>())
    for i in 1...13 as ClosedRange<UInt64> {
      #expect(element == group.power(group.generator, i))
      powers.insert(element.value)
      element = group.product(element, group.generator)
    }
    #expect(powers.count == 13 && powers.contains(1))
    let members = (0...group.p).filter { group.isMember(.init($0)) }
    #expect(Set(members) == powers.subtracting([1]))
  }

  @Test(arguments: [4, 16, 48])
  func bothSidesShareOneSecret(_ bits: Int) {
    let group = CalibratedGroup(bits: bits)
    for i in 0..<20 as Range<UInt64> {
      let a = group.generateKey(for: Label("a", i), coins: coins), b = group.generateKey(for: Label("b", i), coins: coins)
      let shared = group.agree(a.secret, with: b.public)
      #expect(shared == group.agree(b.secret, with: a.public))
      let product = a.secret.exponent.multipliedFullWidth(by: b.secret.exponent)
      #expect(shared == .agreed(group.power(group.generator, group.q.dividingFullWidth(product).remainder)))
    }
  }

  @Test func secretsAreAllExponentsButZero() {
    let group = CalibratedGroup(bits: 4)
    let exponents = Set((0..<400).map { group.generateKey(for: Label("key", $0), coins: coins).secret.exponent })
    #expect(exponents == Set(1..<13))
  }

  @Test func onlyMembersAreAccepted() {
    let group = CalibratedGroup(bits: 12), open = CalibratedGroup(bits: 12, checksMembership: false)
    let secret = CalibratedGroup.SecretKey(exponent: 5)
    #expect(group.agree(secret, with: group.generator) == .agreed(group.power(group.generator, 5)))
    for value in [0, group.p, group.p + 1, .max] {
      #expect(group.agree(secret, with: .init(value)) == .refused(.malformedKey))
      #expect(open.agree(secret, with: .init(value)) == .refused(.malformedKey))
    }
    for element in [.init(1), .init(group.p - 1), group.element(ofOrder: 30)] as [CalibratedGroup.Element] {
      #expect(group.agree(secret, with: element) == .refused(.notAMember))
      #expect(open.agree(secret, with: element) == .agreed(open.power(element, 5)))
    }
  }

  /// What the membership check is for: without it, an element of order f tells y modulo f.
  @Test func anElementOfSmallOrderHasItsOrder() {
    for bits in [4, 15, 30, 48] {
      let group = CalibratedGroup(bits: bits)
      for factor in group.cofactor.primeFactors + [30, group.cofactor] {
        let element = group.element(ofOrder: factor)
        let orders = factor <= 30 ? [factor] : [factor] + factor.primeFactors.map { factor / $0 }
        #expect(group.power(element, factor).value == 1)
        #expect(orders.dropFirst().allSatisfy { group.power(element, $0).value != 1 })
        if factor <= 30 { #expect((1..<factor).allSatisfy { group.power(element, $0).value != 1 }) }
      }
      if bits <= 15 { #expect(group.cofactor >= group.q) }
    }
  }
}
