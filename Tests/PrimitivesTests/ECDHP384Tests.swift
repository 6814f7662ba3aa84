import Coins
import Primitives
import Testing

@Suite struct ECDHP384Tests {
  let group = ECDHP384()

  /// NIST CAVP, ECC CDH primitive, P-384, COUNT = 0.
  @Test func agreesAsPublished() {
    let peer = hex(
      """
      04 a7c76b970c3b5fe8b05d2838ae04ab47697b9eaf52e764592efda27fe7513272734466b400091adbf2d68c58e0c50066
      ac68f19f2e1cb879aed43a9969b91a0839c4c38a49749b661efedf243451915ed0905a32b060992b468c64766fc8437a
      """)
    let key = group.key(
      scalar: hex("3cc3122a68f0d95027ad38c067916ba0eb8c38894d22e1b15618b6818a661774ad463b205da88cf699ab4d43c9cf98a1"))
    #expect(
      key.public.array
        == hex(
          """
          04 9803807f2f6d2fd966cdd0290bd410c0190352fbec7ff6247de1302df86f25d34fe4a97bef60cff548355c015dbb3e5f
          ba26ca69ec2f5b5d9dad20cc9da711383a9dbe34ea3fa5a2af75b46502629ad54dd8b7d73a8abb06a3a3be47d650cc99
          """))
    let shared = hex("5f9d29dc5e31a163060356213669c8ce132e22f57c9a04f40ba7fcead493b457e5621e766c40a2e3d4d6a04b25e533f1")
    #expect(group.agree(key.secret, with: Bytes(peer)) == .agreed(Bytes(shared)))
  }

  @Test func bothSidesShareOneSecret() {
    let a = group.generateKey(for: Label("key", 1), coins: coins), b = group.generateKey(for: Label("key", 2), coins: coins)
    #expect(a.public != b.public)
    #expect(group.agree(a.secret, with: b.public) == group.agree(b.secret, with: a.public))
    #expect(group.agree(a.secret, with: b.public) != group.agree(a.secret, with: a.public))
  }

  @Test(arguments: ECDSARefusalTests.malformedKeys)
  func aMalformedKeyIsRefusedAsSuch(_ name: String, _ key: [UInt8]) {
    let secret = group.generateKey(for: Label("key"), coins: coins).secret
    #expect(group.agree(secret, with: Bytes(key)) == .refused(.malformedKey))
  }

  /// Why the key derivation binds the ephemeral key: X and −X are two public keys with one secret.
  @Test func theOppositePointSharesTheSameSecret() {
    let secret = group.generateKey(for: Label("key"), coins: coins).secret
    let point = group.generateKey(for: Label("other"), coins: coins).public
    #expect(opposite(point) != point)
    #expect(group.agree(secret, with: opposite(point)) == group.agree(secret, with: point))
  }
}

/// −X for an uncompressed point X of P-384: p − y in place of y.
func opposite(_ point: Bytes) -> Bytes {
  let p = hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE FFFFFFFF0000000000000000FFFFFFFF")
  var (result, borrow) = (point.array, 0)
  for i in (0..<48).reversed() {
    let digit = Int(p[i]) - Int(point.array[49 + i]) - borrow
    borrow = digit < 0 ? 1 : 0
    result[49 + i] = UInt8(digit + 256 * borrow)
  }
  return Bytes(result)
}
