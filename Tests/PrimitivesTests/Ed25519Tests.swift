import Coins
import Primitives
import Testing

@Suite struct Ed25519Tests {
  static let scheme = Ed25519()

  /// RFC 8032, section 7.1: seed, public key, message, signature of TEST 1, 2, 3 and SHA(abc).
  static let vectors = [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      """
      e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
      5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
      """
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      """
      92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da
      085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
      """
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      """
      6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac
      18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
      """
    ),
    (
      "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
      "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
      """
      ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a
      2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
      """,
      """
      dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589
      09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
      """
    ),
  ]

  @Test(arguments: vectors)
  func signsAsPublished(_ seed: String, _ point: String, _ message: String, _ signature: String) {
    let key = Self.scheme.key(seed: hex(seed))
    #expect(key.verification.hex == point)
    let made = Self.scheme.sign(hex(message), with: key.signing, coins: coins)
    #expect(made.array == hex(signature))
    #expect(Self.scheme.verify(made, of: hex(message), by: key.verification, coins: coins) == .valid)
    #expect(Self.scheme.verify(made, of: hex(message) + [0], by: key.verification, coins: coins) == .invalid(.doesNotVerify))
  }

  static let key = Bytes(hex(vectors[1].1)), message = hex(vectors[1].2), signature = hex(vectors[1].3)

  static func check(_ signature: [UInt8], by key: [UInt8] = key.array) -> SignatureCheck {
    scheme.verify(Bytes(signature), of: message, by: Bytes(key), coins: coins)
  }

  static let order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")

  /// 32 bytes little-endian: a first byte, thirty of one kind, a last byte.
  static func encoding(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> [UInt8] {
    [first] + [UInt8](repeating: middle, count: 30) + [last]
  }

  static let malformed: [(String, [UInt8])] = {
    let r = Array(signature[..<32]), s = Array(signature[32...])
    return [
      ("nothing", []),
      ("a byte too few", Array(signature.dropLast())),
      ("a byte too many", signature + [0]),
      ("R alone", r),
      ("s = L", r + order),
      ("s = L + 1", r + [order[0] + 1] + order.dropFirst()),
      ("s + L", Array(scheme.maul(Bytes(signature)).array)),
      ("s all ones", r + [UInt8](repeating: 0xff, count: 32)),
      ("R with y = p", encoding(0xed, 0xff, 0x7f) + s),
      ("R with y = 2²⁵⁵ - 1 and a sign", encoding(0xff, 0xff, 0xff) + s),
      ("R = negative zero, y = 1", encoding(1, 0, 0x80) + s),
      ("R = negative zero, y = -1", encoding(0xec, 0xff, 0xff) + s),
      ("R off the curve", encoding(2, 0, 0) + s),
    ]
  }()

  @Test(arguments: malformed)
  func aMalformedSignatureIsRefusedAsSuch(_ name: String, _ signature: [UInt8]) {
    #expect(Self.check(Self.signature) == .valid)
    #expect(Self.check(signature) == .invalid(.malformedSignature))
  }

  /// The twins of the above, each on the good side of its limit.
  @Test func aWellFormedSignatureGoesOnToTheEquation() {
    let r = Array(Self.signature[..<32]), s = Array(Self.signature[32...])
    let below = [Self.order[0] - 1] + Self.order.dropFirst()
    for other in [r + below, Self.encoding(1, 0, 0) + s, Self.encoding(0xec, 0xff, 0x7f) + s, Self.encoding(3, 0, 0) + s] {
      #expect(Self.check(other) == .invalid(.doesNotVerify))
    }
  }

  static let malformedKeys: [(String, [UInt8])] = [
    ("nothing", []),
    ("a byte too few", Array(key.array.dropLast())),
    ("a byte too many", key.array + [0]),
    ("y = p", encoding(0xed, 0xff, 0x7f)),
    ("y = p + 1, which is 1", encoding(0xee, 0xff, 0x7f)),
    ("negative zero, y = 1", encoding(1, 0, 0x80)),
    ("negative zero, y = -1", encoding(0xec, 0xff, 0xff)),
    ("off the curve", encoding(2, 0, 0)),
  ]

  @Test(arguments: malformedKeys)
  func aMalformedKeyIsRefusedAsSuch(_ name: String, _ key: [UInt8]) {
    #expect(Self.check(Self.signature) == .valid)
    #expect(Self.check(Self.signature, by: key) == .invalid(.malformedKey))
  }

  @Test func noDamagedSignatureIsAccepted() {
    for i in Self.signature.indices {
      var damaged = Self.signature
      damaged[i] ^= 1 << (i % 8)
      #expect(Self.check(damaged) != .valid, "byte \(i)")
    }
  }

  @Test func maulingAddsTheOrderAndTakesItAwayAgain() {
    let mauled = Self.scheme.maul(Bytes(hex(Self.vectors[0].3)))
    #expect(
      mauled.array
        == hex(
          """
          e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
          4c8c7872aa064e049dbb3013fbf29380d25bf5f0595bbe24655141438e7a101b
          """))
    let highest = Bytes(Array(Self.signature[..<32]) + [UInt8](repeating: 0xff, count: 32))
    #expect(Self.scheme.maul(highest) != highest)
    #expect(Self.scheme.maul(highest).array.count == 64)
    #expect(Self.scheme.maul(Bytes([1])) == Bytes([1, 0]))
  }

  @Test func candidatesAreWellFormedAndDistinct() {
    let candidates = [0, 1, 2, .max].map(Self.scheme.candidate)
    #expect(Set(candidates).count == 4)
    for candidate in candidates { #expect(Self.check(candidate.array) == .invalid(.doesNotVerify)) }
  }

  @Test func keysComeFromTheirLabels() {
    let first = Self.scheme.generateKey(for: Label("key", 1), coins: coins)
    #expect(first.verification == Self.scheme.generateKey(for: Label("key", 1), coins: coins).verification)
    #expect(first.verification != Self.scheme.generateKey(for: Label("key", 2), coins: coins).verification)
  }
}
