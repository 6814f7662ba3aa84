@_spi(Harness) import Coins
import Testing

@Suite struct CoinSecretTests {
  private let digits = "00010203040506070809a0b0c0d0e0f000000000000000000123456789abcdef"

  private func draws(_ source: CoinSource) -> [UInt64] {
    Role.allCases.map { source.coins(trial: 3, role: $0).bits(64, for: Label("x")) }
  }

  @Test func aSecretIsItsDigits() throws {
    let secret = try #require(CoinSecret(digits))
    #expect(secret.description == digits)
    let drawn = CoinSecret.drawn()
    #expect(CoinSecret(drawn.description) == drawn && drawn != .drawn())
  }

  @Test func whatIsNotSixtyFourDigitsIsNoSecret() {
    let tail = digits.dropFirst()
    #expect(CoinSecret("f" + tail) != nil)
    for text in ["", "0", String(tail), "00" + tail, "g" + tail, "F" + tail, "+" + tail, "\u{660}" + tail] {
      #expect(CoinSecret(text) == nil, "\(text)")
    }
  }

  @Test func everyRoleHasOtherCoinsUnderAnotherSecretAndTheSameUnderTheSame() throws {
    let secret = try #require(CoinSecret(digits)), neighbour = try #require(CoinSecret(String(digits.dropLast()) + "e"))
    let here = draws(CoinSource(seed: 7, secret: secret))
    #expect(here == draws(CoinSource(seed: 7, secret: secret)))
    for other in [
      CoinSource(seed: 7, secret: neighbour), CoinSource(seed: 7, generator: .chacha20), CoinSource(seed: 8, secret: secret),
      CoinSource(seed: 7, campaign: 1, secret: secret),
    ] {
      #expect(zip(here, draws(other)).allSatisfy { $0 != $1 })
    }
    #expect(Set(here).count == Role.allCases.count)
  }

  @Test func withoutASecretTheKeyIsTheFirstBlockOfItsStream() {
    for generator in Generator.allCases {
      let key = generator.block(key: SIMD2(7, 0), counter: SIMD4(0, 3, Role.challenger.rawValue, 0))
      let draw = generator.block(key: key.lowHalf, counter: SIMD4(Label("x").purpose.code << 8, 0, 0, 0)).x
      #expect(draws(CoinSource(seed: 7, generator: generator))[0] == draw)
    }
  }

  /// The keys under a secret, computed by hand out of two blocks of RFC 8439.
  @Test func underASecretTheKeyIsAPRFOfTheAddress() throws {
    let secret = try #require(CoinSecret(digits))
    func halves(_ words: [UInt64]) -> [UInt32] { words.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] } }
    let words: [UInt64] = [0x0001020304050607, 0x0809a0b0c0d0e0f0, 0, 0x0123456789abcdef]
    let subkey = ChaCha20.block(key: halves(words), input: halves([7, 0]))
    let block = ChaCha20.block(key: Array(subkey.prefix(8)), input: halves([3, Role.adversary.rawValue]))
    let key = SIMD2(UInt64(block[0]) | UInt64(block[1]) << 32, UInt64(block[2]) | UInt64(block[3]) << 32)
    let draw = Generator.chacha20.block(key: key, counter: SIMD4(Label("x").purpose.code << 8, 0, 0, 0)).x
    #expect(CoinSource(seed: 7, secret: secret).coins(trial: 3, role: .adversary).bits(64, for: Label("x")) == draw)
  }

  @Test func aSourceIsFoundAgainByItsKind() throws {
    let secret = try #require(CoinSecret(digits))
    for source in [CoinSource(seed: 1), CoinSource(seed: 1, generator: .chacha20), CoinSource(seed: 1, secret: secret)] {
      #expect(CoinSource(kind: source.kind, seed: 1) == source)
      #expect(source.with(campaign: 9) == CoinSource(kind: source.kind, seed: 1, campaign: 9))
    }
    for kind in ["secret", "secret:", "secret:12", "Philox", ""] { #expect(CoinSource(kind: kind, seed: 1) == nil, "\(kind)") }
  }

  @Test func printedCoinsShowNoKey() {
    let coins = CoinSource(seed: 1).coins(trial: 0, role: .adversary)
    var dumped = ""
    dump(coins, to: &dumped)
    #expect("\(coins)" == "coins of the adversary" && !dumped.contains("key") && Mirror(reflecting: coins).children.isEmpty)
  }

  @Test func whatIsDrawnBeforeTheFirstTrialIsInNoTrial() {
    let before = Coins.beforeTheFirstTrial.bits(64, for: Label("x"))
    for role in Role.allCases {
      #expect(CoinSource(seed: 0).coins(trial: 0, role: role).bits(64, for: Label("x")) != before)
    }
  }
}
