@_spi(Harness) import Coins
import Foundation
import Primitives
import Testing

@Suite struct CalibratedSignatureTests {
  let scheme = CalibratedSignature(signatureBits: 6, keyBits: 16)

  @Test func acceptsItsOwnSignatureAndNoOther() {
    let key = scheme.generateKey(for: Label("key", 1), coins: coins)
    let message = Message(3, 4)
    let signature = scheme.sign(message, with: key.signing, coins: coins)
    let accepted = (0..<64).map(scheme.candidate).filter {
      scheme.verify($0, of: message, by: key.verification, coins: coins) == .valid
    }
    #expect(accepted == [signature])
    #expect(scheme.verify(scheme.maul(signature), of: message, by: key.verification, coins: coins) == .invalid(.doesNotVerify))
  }

  @Test func aByteStringOfAnyLengthHasASignature() {
    let wide = CalibratedSignature(signatureBits: 64, keyBits: 64)
    let key = wide.generateKey(for: Label("key"), coins: coins)
    for bytes in [[], [1], Array(0..<200)] as [[UInt8]] {
      let signature = wide.sign(bytes, with: key.signing, coins: coins)
      #expect(wide.verify(signature, of: bytes, by: key.verification, coins: coins) == .valid)
      #expect(wide.verify(signature, of: bytes + [0], by: key.verification, coins: coins) == .invalid(.doesNotVerify))
    }
    #expect(
      wide.sign(Message(3, 4).bytes, with: key.signing, coins: coins) == wide.sign(Message(3, 4), with: key.signing, coins: coins)
    )
  }

  @Test func aCollidingKeySignsForTheOther() throws {
    let narrow = CalibratedSignature(signatureBits: 64, keyBits: 4)
    let keys = (0..<17).map { narrow.generateKey(for: Label("key", $0), coins: coins) }
    let victim = try #require(keys.indices.first { i in keys[..<i].contains { $0.verification == keys[i].verification } })
    let rogue = try #require(keys[..<victim].first { $0.verification == keys[victim].verification })
    let signature = narrow.sign(Message(1), with: rogue.signing, coins: coins)
    #expect(narrow.verify(signature, of: Message(1), by: keys[victim].verification, coins: coins) == .valid)
  }

  /// What is drawn, and for which name: every bit of key and message is part of it, and a byte string's 128 bits of SHA-256.
  @Test func eachPairOfKeyAndMessageHasACoinOfItsOwn() {
    let tape = RecordedTape()
    let coins = CoinSource(seed: 7).coins(trial: 0, role: .challenger, tape: tape)
    let key = scheme.generateKey(for: Label("key"), coins: coins)
    _ = scheme.sign(Message(3, 4), with: key.signing, coins: coins)
    _ = scheme.sign(Array("abc".utf8), with: key.signing, coins: coins)
    #expect(
      tape.draws.map(\.name.label) == [
        Label("key"), Label("sig", key.verification.value, 3, 4),
        Label("sigstr", key.verification.value, 0xba78_16bf_8f01_cfea, 0x4141_40de_5dae_2223),
      ])
  }

  @Test func otherCoinsAreAnotherFunction() {
    let wide = CalibratedSignature(signatureBits: 64, keyBits: 64)
    let key = wide.generateKey(for: Label("key"), coins: coins)
    let signature = wide.sign(Message(1), with: key.signing, coins: coins)
    let others = CoinSource(seed: 7).coins(trial: 1, role: .challenger)
    #expect(wide.verify(signature, of: Message(1), by: key.verification, coins: others) == .invalid(.doesNotVerify))
  }

  /// k of 2ᵗ guesses hit in a share k/2ᵗ of the trials: here 16/64, within five standard deviations of 40,000 trials.
  @Test func guessesSucceedWithTheKnownProbability() {
    let trials = 40_000
    let hits = (0..<UInt64(trials)).count { trial in
      let coins = CoinSource(seed: 11).coins(trial: trial, role: .challenger)
      let key = scheme.generateKey(for: Label("key"), coins: coins)
      return (0..<16).contains {
        scheme.verify(scheme.candidate($0), of: Message(5), by: key.verification, coins: coins) == .valid
      }
    }
    #expect(abs(Double(hits) - 10_000) < 5 * (Double(trials) * 0.25 * 0.75).squareRoot())
  }

  @Test func wordsAreSixteenLowerCaseDigits() throws {
    let text = try JSONEncoder().encode([CalibratedSignature.Signature(0xab)])
    #expect(String(decoding: text, as: UTF8.self) == #"["00000000000000ab"]"#)
    #expect(try JSONDecoder().decode([CalibratedSignature.Signature].self, from: text) == [.init(0xab)])
  }

  @Test(arguments: ["ab", "00000000000000AB", "+0000000000000ab", "00000000000000000ab"])
  func otherSpellingsOfAWordAreRefused(_ spelling: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalibratedSignature.Signature].self, from: Data(#"["\#(spelling)"]"#.utf8))
    }
  }
}
