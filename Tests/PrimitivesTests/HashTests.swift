@_spi(Harness) import Coins
import Primitives
import Testing

@Suite struct HashTests {
  /// FIPS 180-4 example messages: one block and two.
  @Test(arguments: [
    (SHA2.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      .sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (.sha384, "abc", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"),
    (
      .sha384,
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039"
    ),
  ])
  func sha2DigestsAsPublished(_ hash: SHA2, _ message: String, _ digest: String) {
    #expect(hash.digest(Array(message.utf8), coins: coins).hex == digest)
  }

  @Test func aMessageIsItsSixteenBytes() {
    let message = Message(0x0001_0203_0405_0607, 0x0809_0a0b_0c0d_0e0f)
    #expect(message.bytes == Array(0..<16))
    #expect(Message(bytes: message.bytes) == message)
    #expect(Message(bytes: Array(0..<15)) == nil)
    let calibrated = CalibratedHash(bits: 64)
    #expect(calibrated.digest(message, coins: coins) == calibrated.digest(message.bytes, coins: coins))
    #expect(SHA2.sha256.digest(message, coins: coins) == SHA2.sha256.digest(message.bytes, coins: coins))
  }

  @Test func calibratedDigestsHaveTheirLength() {
    for bits in [1, 7, 63] {
      let digests = (0..<64).map { CalibratedHash(bits: bits).digest(Message($0), coins: coins).value }
      #expect(digests.allSatisfy { $0 < 1 << UInt64(bits) })
      #expect(digests.contains { $0 >= 1 << UInt64(bits - 1) })
    }
  }

  /// What is drawn, and for which name: every bit of a message, and 192 bits of SHA-256 of another input.
  @Test func eachInputHasACoinOfItsOwn() {
    let tape = RecordedTape()
    let coins = CoinSource(seed: 7).coins(trial: 0, role: .challenger, tape: tape)
    _ = CalibratedHash(bits: 8).digest(Message(3, 4), coins: coins)
    _ = CalibratedHash(bits: 8).digest(Array("abc".utf8), coins: coins)
    #expect(
      tape.draws.map(\.name.label) == [
        Label("hash", 3, 4), Label("hashstr", 0xba78_16bf_8f01_cfea, 0x4141_40de_5dae_2223, 0xb003_61a3_9617_7a9c),
      ])
  }

  /// The names of the draws are digests by libcrypto's general interface, for every way in which a string fills blocks.
  @Test func theNameOfALongInputIsItsDigest() {
    for length in Array(0..<16) + Array(17..<200) {
      let tape = RecordedTape()
      let input = (0..<length).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }
      _ = CalibratedHash(bits: 8).digest(input, coins: CoinSource(seed: 7).coins(trial: 0, role: .challenger, tape: tape))
      let digest = SHA2.sha256.digest(input)
      let words = (0..<3).map { word in digest[8 * word..<8 * word + 8].reduce(0) { $0 << 8 | UInt64($1) } }
      #expect(tape.draws.map(\.name.label) == [Label("hashstr", words[0], words[1], words[2])])
    }
  }

  @Test func longerInputsAreAnotherFunctionAndDependOnEveryByte() {
    let hash = CalibratedHash(bits: 64)
    let inputs = [[], [0], [0, 0], Array(0..<17), Array(0..<16) + [17], [UInt8](repeating: 0, count: 16)] as [[UInt8]]
    #expect(Set(inputs.map { hash.digest($0, coins: coins) }).count == inputs.count)
  }

  /// Nine inputs of five bits collide with probability 1 − ∏(1 − i/32), which is 0.708: within five standard deviations of 20,000
  /// trials.
  @Test func collisionsHaveTheBirthdayProbability() {
    let exact = 1 - (0..<9).reduce(1.0) { $0 * (1 - Double($1) / 32) }
    let trials = 20_000
    let hits = (0..<UInt64(trials)).count { trial in
      let coins = CoinSource(seed: 3).coins(trial: trial, role: .challenger)
      return Set((0..<9).map { CalibratedHash(bits: 5).digest(Message($0), coins: coins) }).count < 9
    }
    #expect(abs(Double(hits) - exact * Double(trials)) < 5 * (Double(trials) * exact * (1 - exact)).squareRoot())
  }

  /// RFC 4231, test cases 1, 2 and 6; and the empty message under the empty key, by another implementation.
  @Test(
    arguments: [
      (
        [], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad",
        "6c1f2ee938fad2e24bd91298474382ca218c75db3d83e114b3d4367776d14d3551289e75e8209cd4b792302840234adc"
      ),
      (
        [UInt8](repeating: 0x0b, count: 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649"
      ),
      (
        [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952"
      ),
    ] as [([UInt8], String, String, String)])
  func hmacCodesAsPublished(_ key: [UInt8], _ message: String, _ sha256: String, _ sha384: String) {
    #expect(Bytes(HMAC.sha256.code(Array(message.utf8), key: key)).hex == sha256)
    #expect(Bytes(HMAC.sha384.code(Array(message.utf8), key: key)).hex == sha384)
  }
}
