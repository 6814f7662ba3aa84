import Coins
import Primitives
import Testing

@Suite struct GaloisTests {
  private static let scheme = AES256GCM()
  private var one: GaloisElement { .one }

  private func element(_ text: String) throws -> GaloisElement { try #require(GaloisElement(bytes: hex(text))) }

  /// Different elements, drawn.
  private func elements(_ count: Int, seed: UInt64 = 1) -> [GaloisElement] {
    (0..<UInt64(count)).compactMap { GaloisElement(bytes: coins.bytes(16, for: Label("galois", seed, $0))) }
  }

  /// x to the power of `exponent`.
  private func power(_ exponent: Int) throws -> GaloisElement {
    var bytes = [UInt8](repeating: 0, count: 16)
    bytes[exponent / 8] = 0x80 >> UInt8(exponent % 8)
    return try #require(GaloisElement(bytes: bytes))
  }

  /// McGrew and Viega, test cases 13 to 16: the authentication key H, E(K, Y₀), and GHASH of data and body.
  static let parts = [
    ("dc95c078a2408989ad48a21492842087", "530f8afbc74536b9a963b4f1c4cb738b", String(repeating: "00", count: 16)),
    ("dc95c078a2408989ad48a21492842087", "530f8afbc74536b9a963b4f1c4cb738b", "83de425c5edc5d498f382c441041ca92"),
    ("acbef20579b4b8ebce889bac8732dad7", "fd2caa16a5832e76aa132c1453eeda7e", "4db870d37cb75fcb46097c36230d1612"),
    ("acbef20579b4b8ebce889bac8732dad7", "fd2caa16a5832e76aa132c1453eeda7e", "8bd0c4d8aacd391e67cca447e8c38f65"),
  ]

  @Test(arguments: zip(AES256GCMTests.vectors, parts))
  func aTagIsAPolynomialsValueAndAMask(
    _ vector: (String, String, String, String, String), _ expected: (String, String, String)
  ) throws {
    let (key, nonce, data, _, text) = vector, sealed = hex(text)
    let found = try #require(Self.scheme.tagParts(key: try AES256GCMTests.key(key), nonce: hex(nonce)))
    #expect("\(found.authenticationKey)" == expected.0 && "\(found.mask)" == expected.1)
    let hash = GHASH.polynomial(associatedData: hex(data), body: sealed.dropLast(16)).value(at: found.authenticationKey)
    #expect("\(hash)" == expected.2)
    #expect((hash + found.mask).bytes == sealed.suffix(16))
  }

  @Test func itIsAField() throws {
    for triple in stride(from: 0, to: 60, by: 3).map({ Array(elements(60)[$0..<$0 + 3]) }) {
      let (a, b, c) = (triple[0], triple[1], triple[2])
      #expect(a * b == b * a && (a * b) * c == a * (b * c) && a * (b + c) == a * b + a * c)
      #expect(a * a.inverse == one && a * one == a && a + a == .zero)
      #expect(a.squareRoot * a.squareRoot == a)
    }
    #expect(GaloisElement.zero.inverse == .zero)
    // x · x¹²⁷ = x⁷ + x² + x + 1, the modulus.
    #expect(try power(1) * power(127) == power(7) + power(2) + power(1) + power(0))
  }

  /// Σ aX^(2^i), i < 128: 0 or 1.
  private func trace(_ a: GaloisElement) -> GaloisElement {
    var (power, sum) = (a, a)
    for _ in 1..<128 {
      power = power * power
      sum = sum + power
    }
    return sum
  }

  private func product(_ roots: [GaloisElement]) -> GaloisPolynomial {
    GaloisPolynomial(
      roots.reduce([one]) { product, root in zip([.zero] + product, product + [.zero]).map { $0 + $1 * root } })
  }

  @Test(arguments: [1, 2, 3, 5, 9]) func aProductOfLinearFactorsHasTheirRoots(_ count: Int) {
    let roots = elements(count, seed: UInt64(count))
    let factor = elements(1, seed: 99)[0]
    let whole = GaloisPolynomial(product(roots).coefficients.map { $0 * factor })
    #expect(Set(whole.roots) == Set(roots) && whole.roots.count == count)
    #expect(Set(product(roots + roots.prefix(1)).roots) == Set(roots), "a double root is one")
  }

  /// X² + X + c has roots just where the trace of c is 0 (Artin and Schreier): a second way to know.
  @Test func aQuadraticHasRootsAsItsTraceSays() {
    var (with, without) = (0, 0)
    for c in elements(24, seed: 5) {
      let polynomial = GaloisPolynomial([c, one, one]), roots = polynomial.roots
      #expect(roots.count == (trace(c) == .zero ? 2 : 0))
      #expect(roots.allSatisfy { polynomial.value(at: $0) == .zero })
      if roots.isEmpty { without += 1 } else { with += 1 }
    }
    #expect(with > 4 && without > 4)
  }

  @Test func whatHasNoRootsOrIsNone() {
    #expect(GaloisPolynomial([]).roots == [] && GaloisPolynomial([one]).roots == [])
    #expect(GaloisPolynomial([.zero, one]).roots == [.zero])
    #expect(GaloisPolynomial([.zero, .zero, one]).roots == [.zero])
  }

  /// The twin of the whole attack: with tags of distinct nonces the masks stay, and no root is the authentication key.
  @Test func onlyUnderOneNonceIsTheKeyARoot() throws {
    let key = try #require(AES256GCM.Key(bytes: Array(0..<32)))
    func roots(_ second: UInt64) throws -> [GaloisElement] {
      let sealed = [(UInt8(1), Self.scheme.nonce(0)), (2, Self.scheme.nonce(second))].map { fill, nonce in
        Self.scheme.seal([UInt8](repeating: fill, count: 48), associatedData: [], key: key, nonce: nonce).array
      }
      let hashes = sealed.map { GHASH.polynomial(associatedData: [], body: Array($0[12..<60])) }
      let tags = try sealed.map { try #require(GaloisElement(bytes: Array($0[60...]))) }
      return (hashes[0] + hashes[1] + GaloisPolynomial([tags[0] + tags[1]])).roots
    }
    let secret = try #require(Self.scheme.tagParts(key: key, nonce: Self.scheme.nonce(0))).authenticationKey
    #expect(try roots(0).contains(secret))
    #expect(try !roots(1).contains(secret))
  }
}

@Suite struct DerivingAEADTests {
  /// AWS Encryption SDK, key derivation of the hierarchical keyring, test cases C.1 to C.3: branch key, salt, wrapping key.
  @Test(arguments: [
    (
      "7dc9bdfc2534047cfe63e9eb297b77525149ed7d4afce9c6440f350e61ef3ed0", "77dae93e689b581d3e06eb01c8d3ba02",
      "bce898725589aec08f9834b3b80fdc3ff173907e5574e729fdce127cf76db7cc"
    ),
    (
      "5016711776440a204ba9c7c0ffdcd63cb6017e93abe96eb12391d9811e09509f", "d2f1c09e67421b238f42a8bd52abd3fc",
      "36ceae48ed85559c5d357898765259217262ccec8a39a276555cc7e8f0fc5c61"
    ),
    (
      "395a102e5336bdf11bf2edecf64236e24a704f9cd00d944775d38b3949457aec", "330fb77c52e5f9567594eda21bf3ad6c",
      "1637ec8d9fa3faec562fe1679ce1e492a62df42788a3cdc874c1149370fed2c2"
    ),
  ])
  func wrappingKeysAreDerivedAsPublished(_ key: String, _ salt: String, _ derived: String) throws {
    let key = try #require(AES256GCM.Key(bytes: hex(key)))
    #expect(AES256GCM().key(derivedFrom: key, context: hex(salt), coins: coins).bytes == hex(derived))
  }

  @Test func aNumberIsANonce() {
    #expect(AES256GCM().nonce(258) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2])
    #expect(CalibratedAEAD(keyBits: 8, nonceBits: 8, tagBits: 8).nonce(3) == [0, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test func aChosenNonceSealsAsADrawnOneDoes() {
    func check<C: DerivingAEAD>(_ cipher: C) {
      let key = cipher.generateKey(for: Label("key"), coins: coins)
      let drawn = cipher.seal([1, 2, 3], associatedData: [4], key: key, nonce: Label("nonce"), coins: coins)
      let nonce = Array(drawn.array.prefix(cipher.nonceLength))
      #expect(cipher.seal([1, 2, 3], associatedData: [4], key: key, nonce: nonce, coins: coins) == drawn)
      #expect(drawn.array.count == cipher.nonceLength + 3 + cipher.tagLength)
    }
    check(AES256GCM())
    check(CalibratedAEAD(keyBits: 64, nonceBits: 64, tagBits: 64))
  }

  @Test func keysOfContextsAndCommitmentsDiffer() throws {
    func check<C: DerivingAEAD>(_ cipher: C) throws {
      let keys = [Label("one"), Label("two")].map { cipher.generateKey(for: $0, coins: coins) }
      let contexts = [UInt8(0), 1].map { [UInt8](repeating: $0, count: cipher.contextLength) }
      let derived = keys.flatMap { key in contexts.map { cipher.key(derivedFrom: key, context: $0, coins: coins) } }
      let committed = keys.map { cipher.committed($0, coins: coins) }
      #expect(Set(derived).count == 4)
      #expect(committed[0].commitment != committed[1].commitment && committed[0].key != committed[1].key)
      #expect(cipher.committed(keys[0], coins: coins).commitment == committed[0].commitment)
    }
    try check(AES256GCM())
    try check(CalibratedAEAD(keyBits: 64, nonceBits: 64, tagBits: 64))
  }
}
