import Coins
import Primitives
import Testing

@Suite struct KeyDerivationTests {
  /// NIST CAVP, SP 800-108, [PRF=HMAC_SHA256] [CTRLOCATION=BEFORE_FIXED] [RLEN=32_BITS], COUNT = 0, 10 and 30: part of a block,
  /// one, and more than one.
  @Test(arguments: [
    (
      "dd1d91b7d90b2bd3138533ce92b272fbf8a369316aefe242e659cc0ae238afe0",
      "01322b96b30acd197979444e468e1c5c6859bf1b1cf951b7e725303e237e46b864a145fab25e517b08f8683d0315bb2911d80a0e8aba17f3b413faac",
      "10621342bfb0fd40046c0e29f2cfdbf0"
    ),
    (
      "e204d6d466aad507ffaf6d6dab0a5b26152c9e21e764370464e360c8fbc765c6",
      "7b03b98d9f94b899e591f3ef264b71b193fba7043c7e953cde23bc5384bc1a6293580115fae3495fd845dadbd02bd6455cf48d0f62b33e62364a3a80",
      "770dfab6a6a4a4bee0257ff335213f78d8287b4fd537d5c1fffa956910e7c779"
    ),
    (
      "c4bedbddb66493e7c7259a3bbbc25f8c7e0ca7fe284d92d431d9cd99a0d214ac",
      "1c69c54766791e315c2cc5c47ecd3ffab87d0d273dd920e70955814c220eacace6a5946542da3dfe24ff626b4897898cafb7db83bdff3c14fa46fd4b",
      "1da47638d6c9c4d04d74d4640bbd42ab814d9e8cc22f4326695239f96b0693f12d0dd1152cf44430"
    ),
  ])
  func counterModeDerivesAsPublished(_ key: String, _ fixedInput: String, _ output: String) {
    let derived = CounterModeKDF.bytes(hex(output).count, key: hex(key), fixedInput: hex(fixedInput))
    #expect(Bytes(derived).hex == output)
  }

  @Test func theFixedInputIsLabelZeroContextLength() {
    let input = Array("label".utf8) + [0] + Array("context".utf8) + [0, 0, 1, 0x40]
    let derived = CounterModeKDF.bytes(40, key: [1, 2], label: Array("label".utf8), context: Array("context".utf8))
    #expect(derived == CounterModeKDF.bytes(40, key: [1, 2], fixedInput: input))
    #expect(derived != CounterModeKDF.bytes(40, key: [1, 2], label: Array("labelc".utf8), context: Array("ontext".utf8)))
  }

  /// RFC 5869, appendix A, test cases 1 to 3.
  @Test(
    arguments: [
      (
        [UInt8](repeating: 0x0b, count: 22), Array(0...0x0c), Array(0xf0...0xf9),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
      ),
      (
        Array(0...0x4f), Array(0x60...0xaf), Array(0xb0...0xff),
        """
        b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c
        59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
        """
      ),
      (
        [UInt8](repeating: 0x0b, count: 22), [], [],
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
      ),
    ] as [([UInt8], [UInt8], [UInt8], String)])
  func hkdfDerivesAsPublished(_ secret: [UInt8], _ salt: [UInt8], _ info: [UInt8], _ output: String) {
    #expect(HKDF.bytes(hex(output).count, secret: secret, salt: salt, info: info) == hex(output))
  }

  @Test func keysDependOnSecretAndEphemeral() {
    func check<D: KeyDerivation>(_ kdf: D, _ a: D.Shared, _ b: D.Shared, _ x: D.PublicKey, _ y: D.PublicKey)
    where D.Key: Hashable {
      let keys = [(a, x), (a, y), (b, x), (a, nil), (b, nil)].map { kdf.key(from: $0.0, ephemeral: $0.1, coins: coins) }
      #expect(Set(keys).count == 5)
      #expect(kdf.key(from: a, ephemeral: x, coins: coins) == keys[0])
    }
    check(CounterModeKDF(), Bytes([1]), Bytes([2]), Bytes([3]), Bytes([4]))
    check(HKDF(), Bytes([1]), Bytes([2]), Bytes([3]), Bytes([4]))
    check(CalibratedKDF(keyBits: 64), .init(1), .init(2), .init(0), .init(4))
  }

  @Test func anUnhashedElementIsItsOwnKey() {
    #expect(UnhashedElement(keyBits: 8).key(from: .init(0x1234), ephemeral: .init(1), coins: coins).value == 0x34)
    #expect(CalibratedKDF(keyBits: 8).key(from: .init(0x1234), ephemeral: .init(1), coins: coins).value < 256)
  }
}
