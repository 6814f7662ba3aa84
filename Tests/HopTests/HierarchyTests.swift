import BigInt
import Arena
import Catalog
@_spi(Harness) import Coins
import Enumeration
import Games
import Adversaries
import Primitives
import Referee
import Testing

/// What stands below the domain key: nonces, derived keys, and what AES-GCM gives away.
@Suite struct HierarchyTests {
  private typealias Settings = [(name: String, value: Int)]
  private let tiny: Settings = [("cipherKeyBits", 1), ("tagBits", 1)]

  private func exact(_ name: String, _ settings: Settings) throws -> ExactProbabilities {
    try ExactProbabilities(select(name, "repeat-nonces", settings + tiny).experiment, limit: 1_000_000)
  }

  private func fraction(_ top: Int, _ bottom: Int) -> Rational { Rational(BigInt(top), over: BigInt(bottom)) }

  // MARK: Nonces

  /// 1 − ∏(1 − i/2^t), over all coins.
  @Test(arguments: [(1, 2, 1, 2), (2, 2, 1, 4), (2, 3, 5, 8), (3, 3, 11, 32)])
  func noncesRepeatWithTheBirthdayProbability(_ bits: Int, _ uses: Int, _ top: Int, _ bottom: Int) throws {
    let exact = try exact("nonce-collision", [("nonceBits", bits), ("q_uses", uses)])
    #expect(exact.bad == fraction(top, bottom) && exact.advantage == exact.bad && exact.violation == 0)
  }

  /// With a context only both together count: one bit and one are two.
  @Test func contextsAndNoncesRepeatAsOneValueOfBothLengths() throws {
    let exact = try exact("derived-key", [("contextBits", 1), ("nonceBits", 1), ("q_uses", 3)])
    #expect(exact.bad == fraction(5, 8) && exact.advantage == exact.bad && exact.violation == 0)
  }

  @Test(arguments: [6, 10], [4, 16]) func measuredAsTheFormulaSays(_ bits: Int, _ uses: Int) throws {
    let direct = try select("nonce-collision", "repeat-nonces", [("nonceBits", bits), ("q_uses", uses)])
    let derived = try select(
      "derived-key", "repeat-nonces", [("contextBits", bits / 2), ("nonceBits", bits / 2), ("q_uses", uses)])
    for selection in [direct, derived] {
      let formula = try #require(selection.formula), tally = tally(selection, 3_000)
      #expect(isNear(Double(tally.bad) / 3_000, formula, trials: 3_000), "\(selection.entry.name)")
      #expect(tally.violations == 0 && tally.forfeits == 0)
      #expect(abs(try #require(selection.boundValue) - formula) < 1e-12, "the bound is attained")
    }
  }

  /// Contexts of two bits repeat nearly always, and nothing differs.
  @Test func aRepeatedContextIsNotBadByItself() throws {
    let selection = try select(
      "derived-key", "repeat-contexts", [("contextBits", 4), ("nonceBits", 30), ("q_uses", 8)])
    let tally = tally(selection, 3_000)
    #expect(tally.violations == 0 && tally.bad == 0 && tally.difference == 0)
    let formula = try #require(select("nonce-collision", "repeat-nonces", [("nonceBits", 4), ("q_uses", 8)]).formula)
    #expect(isNear(Double(tally.bits.first) / 3_000, formula, trials: 3_000), "they do repeat")
  }

  /// The slopes at sizes at which nothing can be counted: q(q − 1)/2 in units of 2^−bits.
  @Test(arguments: [("nonce-collision", 0, 64), ("derived-key", 32, 32), ("derived-key", 20, 24)])
  func chancesMeasureTheSlopes(_ name: String, _ contextBits: Int, _ nonceBits: Int) throws {
    for uses in [4, 16, 64] {
      let contexts: Settings = contextBits > 0 ? [("contextBits", contextBits)] : []
      let selection = try select(name, "repeat-nonces", contexts + [("nonceBits", nonceBits), ("q_uses", uses)])
      let chances = try #require(selection.experiment.chances)
      let judgement = Judge(alpha: 6e-3).judge(
        chances(Trials(0..<500), CoinSource(seed: 5)), measure: .coupledWorlds, bound: nil)
      let exact = Double(uses * (uses - 1) / 2) * Double(sign: .plus, exponent: -(contextBits + nonceBits), significand: 1)
      #expect(judgement.bad.lower <= exact && exact <= judgement.bad.upper, "\(judgement.bad) for \(exact)")
      #expect(judgement.bad.upper - judgement.bad.lower < 0.2 * exact)
      #expect(judgement.kinds.map(\.kind) == ["equal nonces"])
    }
  }

  @Test(arguments: ["nonce-collision", "derived-key", "derived-key-prf"]) func theFuzzerFindsNoViolation(_ hop: String) throws {
    let small: Settings = hop == "nonce-collision" ? [("nonceBits", 4)] : [("contextBits", 2), ("nonceBits", 2)]
    let calibrated = tally(try select(hop, "fuzz-derived-keys", small), 4_000)
    #expect(calibrated.violations == 0 && calibrated.forfeits == 0)
    #expect(hop == "derived-key-prf" || calibrated.bad > 400, "it does reach repetitions")
    let real = tally(try select(hop, "fuzz-derived-keys", suite: "kms"), 200)
    #expect(real.violations == 0 && real.forfeits == 0 && real.bad == 0)
  }

  /// On real AES-GCM and HMAC-SHA-256 nothing repeats in a thousand trials, and the worlds stay equal.
  @Test(arguments: ["nonce-collision", "derived-key"]) func realNoncesDoNotRepeat(_ hop: String) throws {
    let tally = tally(try select(hop, "repeat-nonces", suite: "kms"), 1_000)
    #expect(tally.trials == 1_000 && tally.violations == 0 && tally.bad == 0 && tally.forfeits == 0)
  }

  @Test func aHopThatDeniesRepetitionsIsRefuted() throws {
    for hop in ["nonce-collision", "derived-key"] {
      let caught = tally(try select(hop, "repeat-nonces", twin: "unflagged"), 2_000)
      let sound = tally(try select(hop, "repeat-nonces"), 2_000)
      #expect(caught.violations > 0 && sound.violations == 0 && sound.bad == caught.violations, "\(hop)")
    }
  }

  // MARK: Derived keys

  @Test(arguments: ["calibrated", "kms"]) func aDerivationThatIgnoresItsContextIsSeen(_ suite: String) throws {
    let sound = tally(try select("key-derivation", "compare-contexts", suite: suite), 200)
    let planted = tally(try select("key-derivation", "compare-contexts", twin: "context-not-bound", suite: suite), 200)
    #expect(abs(sound.difference) < 0.05 && planted.difference > 0.95)
  }

  @Test func aGuessedKeyIsToldWithItsFormula() throws {
    let selection = try select("key-derivation", "guess-derivation-key", [("cipherKeyBits", 6), ("q_derive", 8)])
    let formula = try #require(selection.formula)
    #expect(isNear(tally(selection, 20_000).difference, formula, trials: 10_000))
    let message = tally(try select("derived-key-prf", "open-with-guess", [("cipherKeyBits", 6), ("q_derive", 8)]), 20_000)
    #expect(message.violations == 0 && abs(message.difference - 8.0 / 64) < 0.03, "B has what its adversary has")
  }

  // MARK: A repeated nonce

  /// From one repeated nonce the authentication key is recovered, every time; with distinct nonces never.
  @Test(arguments: [1, 2, 4, 7]) func aRestartedCounterGivesTheAuthenticationKeyAway(_ blocks: Int) throws {
    let settings: Settings = [("blocks", blocks)]
    let reused = tally(
      try select("gcm-reuse", "recover-authentication-key", settings, twin: "counter-restarts", suite: "kms"), 20)
    #expect(reused.bad == 20 && reused.forfeits == 0)
    let distinct = tally(try select("gcm-reuse", "recover-authentication-key", settings, suite: "kms"), 20)
    #expect(distinct.bad == 0 && distinct.forfeits == 0)
  }

  // MARK: One ciphertext, two keys

  @Test func aTwoKeyCiphertextOpensUnderBothKeysUnlessTheCipherCommits() throws {
    func won(_ game: String, twin: String? = nil) throws -> UInt64 {
      tally(try select(game, "two-key-ciphertext", twin: twin, suite: "kms"), 20).bad
    }
    #expect(try won("key-commitment-plain") == 20)
    #expect(try won("key-commitment") == 0)
    #expect(try won("key-commitment", twin: "commitment-unchecked") == 20)
  }

  /// Which of its keys open it: as it is, and before a commitment.
  @Test func withACommitmentItOpensUnderOneKeyAtMost() throws {
    let cipher = AES256GCM(), coins = CoinSource(seed: 1).coins(trial: 0, role: .challenger)
    let keys = try [1, 2].map { try #require(cipher.candidateKey($0)) }
    func opening(_ ciphertext: Bytes, _ variant: KeyCommitment<AES256GCM>.Cipher) -> [Bool] {
      var game = KeyCommitment(cipher, variant)
      game.restart(coins: coins)
      return keys.map { if case .message = game.answer(.open($0, ciphertext, data: Bytes([]))) { true } else { false } }
    }
    let plain = try #require(TwoKeyCiphertext<AES256GCM>.ciphertext(of: cipher, keys[0], keys[1]))
    #expect(opening(plain, .plain) == [true, true])
    #expect(opening(plain, .committing) == [false, false], "neither finds its commitment")
    let committed = keys.map { cipher.committed($0, coins: coins) }
    let inner = try #require(TwoKeyCiphertext<AES256GCM>.ciphertext(of: cipher, committed[0].key, committed[1].key))
    for first in 0..<2 {
      let ciphertext = Bytes(committed[first].commitment + inner.array)
      #expect(opening(ciphertext, .committing) == [first == 0, first == 1])
      #expect(opening(ciphertext, .unchecked) == [true, true])
    }
  }

  // MARK: Envelopes

  private static let envelopes = ["envelope-domain", "envelope-customers", "envelope-files"]

  /// In every trial the adversary says the same of the envelopes and of the cipher game under B, left and right.
  @Test(arguments: envelopes, ["fuzz-envelopes", "guess-envelope-key", "forge-envelope"])
  func anEnvelopesLayerIsTheCipherGame(_ hop: String, _ adversary: String) throws {
    let small: Settings = [("tagBits", 3), ("cipherKeyBits", 3), ("nonceBits", 4)]
    let calibrated = tally(try select(hop, adversary, small), 3_000)
    #expect(calibrated.violations == 0 && calibrated.forfeits == 0)
    #expect(calibrated.reduction.onlyFirst == 0 && calibrated.reduction.onlySecond == 0)
    let real = tally(try select(hop, adversary, suite: "kms"), 100)
    #expect(real.violations == 0 && real.forfeits == 0 && real.bits.differ == 0)
  }

  @Test(arguments: envelopes) func aLayerPaysForGuessedKeysAndTags(_ hop: String) throws {
    let keys = tally(try select(hop, "guess-envelope-key", [("cipherKeyBits", 5), ("tagBits", 32)]), 4_000)
    #expect(abs(keys.difference - 4.0 / 32) < 0.02, "\(keys.difference)")
    let tags = tally(try select(hop, "forge-envelope", [("tagBits", 5), ("cipherKeyBits", 32)]), 4_000)
    let forgeries = ["envelope-domain": 3.0 / 32, "envelope-customers": 0, "envelope-files": 4.0 / 32]
    #expect(abs(tags.difference - (forgeries[hop] ?? 1)) < 0.02, "\(tags.difference)")
  }

  @Test(arguments: envelopes) func aReductionThatHidesTheLeftSideIsRefuted(_ hop: String) throws {
    let settings: Settings = [("cipherKeyBits", 3), ("q_open", 8)]
    let planted = tally(try select(hop, "guess-envelope-key", settings, twin: "zeros-on-both-sides"), 2_000)
    #expect(planted.violations > 1_000)
    #expect(tally(try select(hop, "guess-envelope-key", settings), 2_000).violations == 0)
  }

  /// A file comes back through all layers, real or ideal, and under its own token and data alone.
  @Test(arguments: 0...3) func anEnvelopeOpensWhereItShould(_ ideal: Int) throws {
    var game = EnvelopeGame(cipher: AES256GCM(), ideal: ideal, named: .dataKeys)
    game.restart(coins: CoinSource(seed: 2).coins(trial: 0, role: .challenger))
    guard case .token(let token) = game.answer(.newKey), case .token(let other) = game.answer(.newKey) else { return }
    let (file, data) = (Bytes([1, 2, 3]), Bytes([4]))
    guard case .envelope(let wrapped, let sealed) = game.answer(.encrypt(token: token, file, data: data)) else {
      Issue.record("no envelope")
      return
    }
    #expect(game.answer(.decrypt(token: token, wrapped: wrapped, sealed, data: data)) == .message(file))
    for query: EnvelopeQuery<AES256GCM> in [
      .decrypt(token: other, wrapped: wrapped, sealed, data: data), .decrypt(token: token, wrapped: token, sealed, data: data),
      .decrypt(token: token, wrapped: wrapped, sealed, data: Bytes([5])), .encrypt(token: wrapped, file, data: data),
    ] {
      #expect(game.answer(query) == .nothing, "\(query)")
    }
  }

  /// Under nonces of one bit an ideal layer makes the same token for every second key: it opens to the first of them, in a table
  /// that is scanned as in one that has an index.
  @Test func ofEqualTokensTheFirstIsOpened() {
    let cipher = CalibratedAEAD(keyBits: 64, nonceBits: 1, tagBits: 64)
    let (file, data) = (Bytes([1]), Bytes([4]))
    var game = EnvelopeGame(cipher: cipher, ideal: 1, named: .dataKeys)
    game.restart(coins: CoinSource(seed: 2).coins(trial: 0, role: .challenger))
    guard case .token(let token) = game.answer(.newKey),
      case .envelope(let wrapped, let sealed) = game.answer(.encrypt(token: token, file, data: data))
    else {
      Issue.record("no envelope")
      return
    }
    var equal = 0
    for _ in 0..<150 {
      if game.answer(.newKey) == .token(token) { equal += 1 }
      #expect(game.answer(.decrypt(token: token, wrapped: wrapped, sealed, data: data)) == .message(file))
    }
    #expect(equal > 40)
  }
}
