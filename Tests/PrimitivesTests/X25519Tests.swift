import Coins
import Primitives
import Testing

@Suite struct X25519Tests {
  let group = X25519()

  /// RFC 7748, section 5.2: scalar, coordinate, result; the second has the highest bit set, which is ignored.
  @Test(arguments: [
    (
      "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
      "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
      "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"
    ),
    (
      "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
      "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
      "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"
    ),
  ])
  func multipliesAsPublished(_ scalar: String, _ point: String, _ result: String) {
    #expect(group.agree(group.key(scalar: hex(scalar)).secret, with: Bytes(hex(point))) == .agreed(Bytes(hex(result))))
  }

  /// RFC 7748, section 5.2: a thousand times, each result the next scalar and each scalar the next coordinate.
  @Test func iteratesAsPublished() {
    var (scalar, point) = ([9] + [UInt8](repeating: 0, count: 31), [9] + [UInt8](repeating: 0, count: 31))
    for i in 1...1000 {
      guard case .agreed(let result) = group.agree(group.key(scalar: scalar).secret, with: Bytes(point)) else {
        Issue.record("refused in round \(i)")
        return
      }
      (scalar, point) = (result.array, scalar)
      if i == 1 { #expect(Bytes(scalar).hex == "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079") }
    }
    #expect(Bytes(scalar).hex == "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51")
  }

  /// RFC 7748, section 6.1.
  @Test func agreesAsPublished() {
    let alice = group.key(scalar: hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
    let bob = group.key(scalar: hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
    #expect(alice.public.hex == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
    #expect(bob.public.hex == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
    let shared = Bytes(hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"))
    #expect(group.agree(alice.secret, with: bob.public) == .agreed(shared))
    #expect(group.agree(bob.secret, with: alice.public) == .agreed(shared))
  }

  /// The points of small order on the curve and its twist, in all their encodings with a clear highest bit.
  static let smallOrder = [
    ("0", "0000000000000000000000000000000000000000000000000000000000000000"),
    ("1", "0100000000000000000000000000000000000000000000000000000000000000"),
    ("order 8", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
    ("order 8 too", "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
    ("p - 1", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    ("p", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    ("p + 1", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
  ]

  @Test(arguments: smallOrder)
  func aPointOfSmallOrderGivesNoSecret(_ name: String, _ point: String) {
    let secret = group.generateKey(for: Label("key"), coins: coins).secret
    var bytes = hex(point)
    #expect(group.agree(secret, with: Bytes(bytes)) == .refused(.trivialSecret))
    bytes[31] |= 0x80
    #expect(group.agree(secret, with: Bytes(bytes)) == .refused(.trivialSecret))
    // The twin: 4, for which the point of small order would have to be another.
    #expect(group.agree(secret, with: Bytes([4] + [UInt8](repeating: 0, count: 31))) != .refused(.trivialSecret))
  }

  @Test(arguments: [0, 31, 33])
  func aKeyOfAnotherLengthIsMalformed(_ length: Int) {
    let secret = group.generateKey(for: Label("key"), coins: coins).secret
    #expect(group.agree(secret, with: Bytes([UInt8](repeating: 9, count: length))) == .refused(.malformedKey))
  }
}
