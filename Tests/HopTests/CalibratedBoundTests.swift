import Adversaries
import Arena
import Catalog
import Coins
import GameKit
import Games
import Primitives
import Records
import Referee
import Testing

private typealias Scheme = CalibratedSignature
private typealias Cipher = CalibratedAEAD

/// The ε of the calibrated suite holds against whoever uses all that the budgets leave; and without a budget on what one may
/// compute for oneself it is exceeded.
@Suite struct CalibratedBoundTests {
  /// Looks for a forgery under every key that there may be, before there is one, and uses it if that key is generated.
  private struct InAdvance: Adversary {
    typealias Query = SignatureQuery<Scheme>
    typealias Answer = SignatureAnswer<Scheme>
    let scheme: Scheme

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      var found: [UInt64: Scheme.Signature] = [:]
      for key in 0..<16 as Range<UInt64> {
        for guess in 0..<16 as Range<UInt64> where found[key] == nil && oracle.budget[.rogueVerify] > 0 {
          let signature = scheme.candidate(guess)
          let answer = try oracle.ask(.rogueVerify(Scheme.VerificationKey(key), Message(1), signature))
          if case .accepted = answer { found[key] = signature }
        }
      }
      let key = try oracle.keygen()
      return try oracle.accepts(found[key.value] ?? scheme.candidate(0), of: Message(1), under: key)
    }
  }

  /// Seals a message under one key after the other, and has each decrypted under the challenger's.
  private struct SealAndAsk: Adversary {
    typealias Query = CipherQuery<Cipher>
    typealias Answer = CipherAnswer

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      guard case .key(let key) = try oracle.ask(.newKey) else { return false }
      for candidate in 0..<16 as Range<UInt64> where oracle.budget[.seal] > 0 && oracle.budget[.dec] > 0 {
        guard
          case .ciphertext(let sealed) = try oracle.ask(.seal(Cipher.Key(candidate), data: Bytes([]), Bytes([1, 2, 3, 4]))),
          case .message = try oracle.ask(.dec(key: key, data: Bytes([]), sealed))
        else { continue }
        return true
      }
      return false
    }
  }

  /// Encrypts one message twice under one key: with one nonce the ciphertexts are equal where the messages are.
  private struct RepeatNonce: Adversary {
    typealias Query = CipherQuery<Cipher>
    typealias Answer = CipherAnswer

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      guard case .key(let key) = try oracle.ask(.newKey) else { return false }
      let (same, other) = (Bytes(Array(repeating: 0, count: 8)), Bytes(Array(repeating: 255, count: 8)))
      guard case .ciphertext(let first) = try oracle.ask(.lor(key: key, same, same, data: Bytes([]))),
        case .ciphertext(let second) = try oracle.ask(.lor(key: key, same, other, data: Bytes([])))
      else { return false }
      // The nonce, and behind it the body.
      return first.array[..<8] == second.array[..<8] && first.array[8..<16] != second.array[8..<16]
    }
  }

  /// An adversary of these tests in a game of the catalogue.
  private struct Guest<Query: GameQuery, Answer: Sendable>: Outsider {
    let adversary: ErasedAdversary<Query, Answer>
    var command: String { "guest" }

    func experiment<Q: GameQuery, A: Sendable>(
      _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Q, A>) -> AnyExperiment
    ) -> AnyExperiment {
      game(adversary as? ErasedAdversary<Q, A> ?? ErasedAdversary(Idle()))
    }
  }

  private func verdict<Query, Answer: Sendable>(
    _ name: String, _ adversary: some Adversary<Query, Answer>, _ settings: [(name: String, value: Int)]
  ) throws -> (Verdict.Kind, difference: Double) {
    let entry = try Catalog.registry.entry(name, kind: .game).played(by: Guest(adversary: ErasedAdversary(adversary)))
    let selection = try Catalog.registry.select(entry, adversary: "guest", suite: "calibrated", settings: settings)
    let bound = try #require(selection.boundValue)
    let tally = selection.experiment.run(0..<20_000, source: CoinSource(seed: 5))
    #expect(tally.forfeits == 0)
    return (Judge(alpha: 1e-3).judge(tally, measure: entry.measure, bound: bound).verdict.kind, tally.difference)
  }

  @Test func forgeriesThatAreFoundInAdvanceArePaidFor() throws {
    let scheme = Scheme(signatureBits: 4, keyBits: 4)
    let settings = [("signatureBits", 4), ("keyBits", 4), ("tries", 1), ("q_own", 1)].map { (name: $0.0, value: $0.1) }
    let (kept, _) = try verdict("signature-forgery-one-key", InAdvance(scheme: scheme), settings)
    #expect(kept != .boundExceeded)
    // The game as it was: any number of verifications under keys that are nobody's.
    let free = Budget<SignatureQuery<Scheme>.Kind> { $0 == .rogueVerify ? 1 << 20 : 1 }
    let game = WinningExperiment({ SignatureForgery(scheme: scheme) }, adversary: InAdvance(scheme: scheme), budget: free)
    let tally = AnyExperiment(game).run(0..<100, source: CoinSource(seed: 1))
    #expect(Judge(alpha: 1e-3).judge(tally, measure: .winning, bound: 1.0 / 16 + 1.0 / 16).verdict.kind == .boundExceeded)
  }

  @Test func keysThatAreTriedBySealingArePaidFor() throws {
    let settings = [("cipherKeyBits", 4), ("q_dec", 1), ("q_open", 1), ("tagBits", 40)].map { (name: $0.0, value: $0.1) }
    let few = try verdict("aead", SealAndAsk(), settings + [("q_lor", 1), ("recipients", 1)].map { (name: $0.0, value: $0.1) })
    #expect(few.0 != .boundExceeded && abs(few.difference) > 0.04, "a sixteenth is what one key that is tried shows")
    // What the bound said before: the openings alone.
    let tally = try Catalog.registry.select(
      try Catalog.registry.entry("aead", kind: .game).played(by: Guest(adversary: ErasedAdversary(SealAndAsk()))),
      adversary: "guest", suite: "calibrated",
      settings: settings.filter { $0.name != "q_dec" } + [(name: "q_dec", value: 8)]
    ).experiment.run(0..<2000, source: CoinSource(seed: 5))
    let openings = 1.0 / 16 + 8 * 0x1p-40
    #expect(Judge(alpha: 1e-3).judge(tally, measure: .independentWorlds, bound: openings).verdict.kind == .boundExceeded)
  }

  @Test func repeatedNoncesArePaidFor() throws {
    let settings = [("nonceBits", 6), ("q_lor", 2), ("recipients", 1)].map { (name: $0.0, value: $0.1) }
    let (kept, difference) = try verdict("aead", RepeatNonce(), settings)
    #expect(kept != .boundExceeded && abs(difference) > 0.01)
    // What the bound said before.
    let entry = try Catalog.registry.entry("aead", kind: .game).played(by: Guest(adversary: ErasedAdversary(RepeatNonce())))
    let tally = try Catalog.registry.select(entry, adversary: "guest", suite: "calibrated", settings: settings).experiment
      .run(0..<20_000, source: CoinSource(seed: 5))
    #expect(Judge(alpha: 1e-3).judge(tally, measure: .independentWorlds, bound: 4.0 / 1024).verdict.kind == .boundExceeded)
  }

  /// Verifies under a key before anybody has it.
  private struct BeforeItIsGenerated: Adversary {
    typealias Query = SignatureQuery<Scheme>
    typealias Answer = SignatureAnswer<Scheme>
    let scheme: Scheme

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      let signature = scheme.candidate(0)
      _ = try oracle.ask(.rogueVerify(Scheme.VerificationKey(0), Message(1), signature))
      return try oracle.accepts(signature, of: Message(1), under: try oracle.keygen())
    }
  }

  @Test func aKeyThatWasNobodysIsACause() throws {
    let scheme = Scheme(signatureBits: 1, keyBits: 1), hop = SignatureIdealization(scheme: scheme)
    let ledger = try #require(SignatureLedger(scheme))
    let run = ChanceRun(
      HopWorlds(hop), adversary: BeforeItIsGenerated(scheme: scheme), budget: Budget { _ in 1 }, ledger: ledger)
    let tally = run.run(Trials(0..<2000), source: CoinSource(seed: 1))
    #expect(tally.violations == 0, "\(String(describing: tally.first))")
    #expect(tally.reports.contains { $0.key.kind == .identityKey && $0.value.hits > 0 })
  }

  /// A hop that claims that its bad event never occurs is refuted by the first success that is forced, however rare it is.
  @Test func forcedPlaysHoldAHopToItsClaim() throws {
    let scheme = Scheme(signatureBits: 64, keyBits: 64), hop = SignatureIdealization(scheme: scheme)
    let ledger = try #require(SignatureLedger(scheme))
    func violations(_ worlds: HopWorlds<SignatureIdealization<Scheme>>) -> ChanceViolation? {
      let run = ChanceRun(worlds, adversary: Guess(scheme: scheme, tries: 1), budget: Budget { _ in 4 }, ledger: ledger)
      return run.run(Trials(0..<20), source: CoinSource(seed: 1)).first?.violation
    }
    #expect(violations(HopWorlds(hop)) == nil)
    #expect(violations(HopWorlds(hop, isUnflagged: true)) == .bitsDifferBeforeBad)
  }
}
