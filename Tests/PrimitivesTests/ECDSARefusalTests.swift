import Coins
import Primitives
import Testing

/// Encodings in the manner of Project Wycheproof that a careless verifier accepts, beside the one that is right.
@Suite struct ECDSARefusalTests {
  static let scheme = ECDSA(requiresLowS: false)
  static let message = Array("sample".utf8)
  static let key = Bytes(ECDSAVectorTests.p384Public)
  static let r = hex("94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C 81A648152E44ACF96E36DD1E80FABE46")
  static let s = hex("99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94F A329C145786E679E7B82C71A38628AC8")
  /// n of P-384, and n + 1.
  static let n = hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF 581A0DB248B0A77AECEC196ACCC52973")
  static let n1 = Array(n.dropLast()) + [0x74]

  static func check(_ signature: [UInt8], by key: Bytes = key) -> SignatureCheck {
    scheme.verify(Bytes(signature), of: message, by: key, coins: coins)
  }

  @Test func theTwinIsAccepted() {
    #expect(Self.check(DER.signature(Self.r, Self.s)) == .valid)
  }

  static let malformed: [(String, [UInt8])] = {
    let good = DER.signature(r, s), rInteger = DER.integer(r), sInteger = DER.integer(s)
    func sequence(_ content: [UInt8]) -> [UInt8] { DER.element(0x30, content) }
    return [
      ("nothing", []),
      ("a tag alone", [0x30]),
      ("an empty sequence", [0x30, 0]),
      ("another outer tag", [0x31] + good.dropFirst()),
      ("another inner tag", sequence([3] + rInteger.dropFirst() + sInteger)),
      ("BER: long form of the outer length", [0x30, 0x81] + good.dropFirst()),
      ("BER: long form of an inner length", sequence([2, 0x81] + rInteger.dropFirst() + sInteger)),
      ("BER: indefinite length", [0x30, 0x80] + good.dropFirst(2) + [0, 0]),
      ("BER: leading zero of r", sequence(DER.element(2, [0] + rInteger.dropFirst(2)) + sInteger)),
      ("BER: leading zero of s", sequence(rInteger + DER.element(2, [0] + sInteger.dropFirst(2)))),
      ("negative r", sequence(DER.element(2, r) + sInteger)),
      ("negative s", sequence(rInteger + DER.element(2, s))),
      ("s = -1", sequence(rInteger + DER.element(2, [0xff]))),
      ("an empty integer", sequence(rInteger + DER.element(2, []))),
      ("one integer", sequence(rInteger)),
      ("three integers", sequence(rInteger + sInteger + DER.integer([1]))),
      ("a byte after the end", good + [0]),
      ("a byte after s", sequence(rInteger + sInteger + [0])),
      ("a byte too few", Array(good.dropLast())),
      ("an outer length too small", [0x30, good[1] - 1] + good.dropFirst(2)),
      ("an outer length too great", [0x30, good[1] + 1] + good.dropFirst(2)),
      ("an inner length beyond the end", sequence(rInteger + [2, sInteger[1] + 1] + sInteger.dropFirst(2))),
      ("plain r ‖ s", r + s),
      ("r = 0", DER.signature([0], s)),
      ("s = 0", DER.signature(r, [0])),
      ("both 0", DER.signature([0], [0])),
      ("r = n", DER.signature(n, s)),
      ("s = n", DER.signature(r, n)),
      ("r = n + 1", DER.signature(n1, s)),
      ("s = n + 1", DER.signature(r, n1)),
      ("r of 49 bytes", DER.signature([1] + r, s)),
      ("s of 49 bytes", DER.signature(r, [1] + s)),
      (
        "r of 70 bytes",
        [0x30, 2 + 70 + UInt8(sInteger.count)] + DER.element(2, [1] + [UInt8](repeating: 0, count: 69)) + sInteger
      ),
    ]
  }()

  @Test(arguments: malformed)
  func aMalformedSignatureIsRefusedAsSuch(_ name: String, _ signature: [UInt8]) {
    #expect(Self.check(signature) == .invalid(.malformedSignature))
  }

  /// A random walk through damaged encodings: nothing crashes, and nothing but the signature itself is valid.
  @Test func noDamagedEncodingIsAccepted() {
    let good = DER.signature(Self.r, Self.s)
    for i in good.indices {
      for bit in [0, 3, 7] {
        var damaged = good
        damaged[i] ^= 1 << bit
        #expect(Self.check(damaged) != .valid, "bit \(bit) of byte \(i)")
      }
      #expect(Self.check(Array(good.prefix(i))) == .invalid(.malformedSignature))
    }
  }

  static let malformedKeys: [(String, [UInt8])] = {
    let good = key.array, x = good[1..<49], y = good[49...]
    let p = hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE FFFFFFFF0000000000000000FFFFFFFF")
    return [
      ("nothing", []),
      ("infinity", [0]),
      ("compressed", [2 + (good[96] & 1)] + x),
      ("hybrid", [6 + (good[96] & 1)] + x + y),
      ("no tag", Array(x + y)),
      ("another tag", [5] + x + y),
      ("a byte too few", Array(good.dropLast())),
      ("a byte too many", good + [0]),
      ("off the curve", Array(good.dropLast()) + [good[96] ^ 1]),
      ("all zero", [4] + [UInt8](repeating: 0, count: 96)),
      ("x = p", [4] + p + y),
      ("y = p", [4] + x + p),
      ("a point of P-256", ECDSAVectorTests.p256Public),
    ]
  }()

  @Test(arguments: malformedKeys)
  func aMalformedKeyIsRefusedAsSuch(_ name: String, _ key: [UInt8]) {
    #expect(Self.check(DER.signature(Self.r, Self.s), by: Bytes(key)) == .invalid(.malformedKey))
  }

  @Test func anotherKeysSignatureDoesNotVerify() {
    let other = Self.scheme.generateKey(for: Label("key"), coins: coins)
    #expect(Self.check(DER.signature(Self.r, Self.s), by: other.verification) == .invalid(.doesNotVerify))
    let signature = Self.scheme.sign(Self.message, with: other.signing, coins: coins)
    #expect(Self.check(signature.array, by: other.verification) == .valid)
  }

  @Test func candidatesAreWellFormedAndDistinct() {
    let indices: [UInt64] = [0, 1, 2, 0xffff_ffff, 0x1_0000_0000, .max]
    let candidates = indices.map(Self.scheme.candidate)
    #expect(Set(candidates).count == indices.count)
    for candidate in candidates { #expect(Self.check(candidate.array) == .invalid(.doesNotVerify)) }
  }
}
