import Adversaries
import Arena
import BigInt
import Coins
import Enumeration
import GameKit
import Games
import Primitives
import Records
import Referee
import Testing

/// Chances where the protocol's services decide them: over all coins on primitives of two bits, and at 64 bits.
@Suite struct ProtocolChanceTests {
  private typealias Rules = KeySecrecyRules<CalibratedSuite>
  private static let budget = Budget<KeySecrecyQuery.Kind> { _ in 8 }

  private func exact<Inner: WinnableGame & SendableMetatype>(
    _ adversary: some Adversary<KeySecrecyQuery, KeySecrecyAnswer>, _ suite: CalibratedSuite,
    _ reduction: (Rules) -> KeySecrecyReduction<CalibratedSuite, Inner>
  ) throws -> ExactChances {
    let hop = reduction(Rules(base: suite, quorum: 1)).hop(.real)
    let experiment = AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: Self.budget))
      .accounted(ChanceRun(HopWorlds(hop), adversary: adversary, budget: Self.budget, beside: try #require(hop.ledger)))
    return try #require(try ExactChances(experiment, limit: 1_000_000))
  }

  private func fraction(_ a: Int, _ b: Int) -> Rational { Rational(BigInt(a), over: BigInt(b)) }

  @Test func identitiesOfServicesAndHostsAreOnePool() throws {
    let exact = try exact(
      Script { oracle throws(Forfeit) in
        let made = [try oracle.newOperator(honest: true)?.number, try oracle.rogueOperator()?.number, try oracle.newHost()]
        return made.contains(nil)
      }, CalibratedSuite(keyBits: 2)
    ) { $0.toKeyCollision }
    #expect(exact.holds && exact.chances == fraction(5, 8) && exact.bad == exact.chances && exact.shown == exact.bad)
  }

  @Test func fingerprintsOfTrustsAreDigestsOfTheChain() throws {
    let exact = try exact(
      Script { oracle throws(Forfeit) in
        guard let maker = try oracle.newOperator(honest: true)?.number else { return false }
        for quorum in 1...3 {
          if try oracle.write(TrustSketch(operators: [maker], hsms: [], quorum: quorum)) == nil { return true }
        }
        return false
      }, CalibratedSuite(keyBits: 1, hashBits: 2)
    ) { $0.toCollision }
    #expect(exact.holds && exact.chances == fraction(5, 8) && exact.bad == exact.chances && exact.shown == exact.bad)
  }

  @Test func endorsementsAreGuessedWhereTheyAreChecked() throws {
    let exact = try exact(
      Script { oracle throws(Forfeit) in
        guard let maker = try oracle.newOperator(honest: true)?.number, let host = try oracle.newHost() else { return true }
        let root = TrustSketch(operators: [maker], hsms: [], hosts: [host], quorum: 1)
        guard let first = try oracle.write(root)?.number else { return true }
        var successor = root
        successor.parent = first
        guard let second = try oracle.write(successor)?.number, try oracle.ask(.install(host: host, trust: first)) == .done else {
          return true
        }
        for candidate in 0..<3 as Range<UInt64> {
          guard
            case .endorsement(let guess) = try oracle.ask(
              .guessEndorsement(operator: maker, trust: second, candidate: candidate))
          else { return true }
          if try oracle.ask(.advance(host: host, path: [LinkReference(second, by: [guess])])) == .done { return false }
        }
        return true
      }, CalibratedSuite(signatureBits: 2, keyBits: 1, hashBits: 1)
    ) { $0.toOperatorForgery }
    #expect(exact.holds && exact.bad > 0 && exact.chances == exact.bad && exact.shown == exact.bad)
  }

  @Test func aPathInAChainTellsItsLedgerWhatItHashes() throws {
    let selection = try select("hash-chain", "splice-chain", [("hashBits", 2), ("q_work", 2), ("q_node", 2)])
    let exact = try #require(try ExactChances(selection.experiment, limit: 1_000_000))
    #expect(exact.holds && exact.bad > 0 && exact.chances > exact.bad, "a search that is not shown is a cause, and not bad")
  }

  /// Every forced guess ends in a theft, under each honest key and in each trial; another cause may lead to one, too.
  @Test(arguments: [
    ("admit-rogue-hsm", "tries", 3, "guessed operator's signature", 6),
    ("inject-known-key", "tries", 2, "guessed HSM's signature", 4),
    ("transplant-keys", "q_open", 4, "guessed tag", 3), ("forge-ciphertexts", "forgeries", 2, "guessed tag", 10),
  ])
  func guessesAgainstTheWholeServiceAreForced(
    _ adversary: String, _ parameter: String, _ value: Int, _ kind: String, _ guesses: Int
  ) throws {
    _ = try forced("end-to-end", adversary, parameter, value, kind, guesses)
  }

  /// The same against key secrecy, where the bit is that of a tested key. Without a success nothing differs.
  @Test(arguments: [
    ("admit-rogue-hsm", "tries", 3, "guessed operator's signature", 6),
    ("inject-known-key", "tries", 2, "guessed HSM's signature", 4), ("transplant-keys", "q_open", 4, "guessed tag", 4),
  ])
  func guessesAgainstKeySecrecyAreForced(
    _ adversary: String, _ parameter: String, _ value: Int, _ kind: String, _ guesses: Int
  ) throws {
    let counted = tally(try forced("key-secrecy", adversary, parameter, value, kind, guesses), 4)
    #expect(counted.bits.onlyFirst + counted.bits.onlySecond == 0)
  }

  /// The selection, whose guesses are as many as they should be, and are a theft when they are forced.
  private func forced(
    _ game: String, _ adversary: String, _ parameter: String, _ value: Int, _ kind: String, _ guesses: Int
  ) throws -> Selection {
    let selection = try select(game, adversary, [(name: parameter, value: value)])
    let chances = try #require(selection.experiment.chances)
    let tally = chances(Trials(0..<4), CoinSource(seed: 5))
    let judgement = Judge(alpha: 1e-3).judge(tally, measure: .independentWorlds, bound: nil)
    let mean = try #require(judgement.kinds.first { $0.kind == kind }?.mean)
    #expect(tally.violations == 0 && mean * 0x1p64 == Double(guesses))
    #expect(judgement.advantage.estimate >= mean * (1 - 1e-3), "\(judgement.advantage)")
    return selection
  }

  /// At few bits the chances against key secrecy are what is counted there.
  @Test func chancesAgainstKeySecrecyAreWhatIsCounted() throws {
    let selection = try select("key-secrecy", "admit-rogue-hsm", [("signatureBits", 6)])
    let formula = try #require(selection.formula), chances = try #require(selection.experiment.chances)
    let forced = chances(Trials(0..<500), CoinSource(seed: 5))
    let judgement = Judge(alpha: 1e-3).judge(forced, measure: .independentWorlds, bound: nil)
    #expect(forced.violations == 0)
    #expect(judgement.advantage.lower <= formula && formula <= judgement.advantage.upper, "\(judgement.advantage)")
    #expect(isNear(abs(tally(selection, 2000).difference), formula, trials: 2000))
  }

  /// Whoever runs all attacks whose chances are known has causes of all kinds in one trial, and the guesses among them win.
  @Test func allAttacksWhoseChancesAreKnownAreForcedAtOnce() throws {
    let selection = try select("end-to-end", "guess-everything", [])
    let chances = try #require(selection.experiment.chances)
    let tally = chances(Trials(0..<20), CoinSource(seed: 5))
    let judgement = Judge(alpha: 1e-3).judge(tally, measure: .independentWorlds, bound: nil)
    let guesses = judgement.kinds.filter { $0.kind.hasPrefix("guessed") }
    #expect(tally.violations == 0 && judgement.kinds.count == 5 && guesses.count == 3, "\(judgement.kinds)")
    let sum = guesses.reduce(0) { $0 + $1.mean }
    #expect(judgement.advantage.estimate >= 0.9 * sum && judgement.advantage.estimate <= judgement.causes.estimate)
  }

  /// The same where there is nothing but a cipher: over all coins at two bits, and at 64.
  @Test func guessedTagsOfACipherAreForced() throws {
    let tiny = try select(
      "aead", "forge-ciphertext", [("tagBits", 2), ("q_dec", 3), ("cipherKeyBits", 1), ("nonceBits", 1), ("q_open", 1)])
    let exact = try #require(try ExactChances(tiny.experiment, limit: 100_000))
    #expect(exact.holds && exact.chances == fraction(3, 4) && exact.shown == exact.chances)
    let strong = try select("aead", "forge-ciphertext", [("tagBits", 64)])
    let chances = try #require(strong.experiment.chances)
    let judgement = Judge(alpha: 6e-3).judge(
      chances(Trials(0..<500), CoinSource(seed: 5)), measure: .independentWorlds, bound: nil)
    #expect(judgement.causes.estimate * 0x1p64 == 4 && judgement.advantage.lower * 0x1p64 > 3)
    let reuse = try select("gcm-reuse", "forge-counted", [("tagBits", 64)]), tries = reuse["q_dec"]
    let forged = try #require(reuse.experiment.chances)
    let won = Judge(alpha: 6e-3).judge(forged(Trials(0..<500), CoinSource(seed: 5)), measure: .winning, bound: reuse.boundValue)
    #expect(won.causes.estimate * 0x1p64 == Double(tries) && won.verdict.kind == .boundAttained, "\(won.reason)")
    #expect(try select("aead", "guess-cipher-key").noChances?.contains("may do more than guess") == true)
  }

  /// Each of four domain keys is guessed under twice, and what is guessed right opens in the real service alone. At few bits the
  /// same chances are what is counted.
  @Test func guessedTagsOfTheServiceAreForced() throws {
    func judgement(_ bits: Int, _ trials: UInt64) throws -> ChanceJudgement {
      let selection = try select("service", "forge-service-ciphertext", [("tries", 2), ("tagBits", bits)])
      let chances = try #require(selection.experiment.chances)
      let tally = chances(Trials(0..<trials), CoinSource(seed: 5))
      #expect(tally.violations == 0)
      return Judge(alpha: 1e-3).judge(tally, measure: .independentWorlds, bound: nil)
    }
    let strong = try judgement(64, 4)
    let mean = try #require(strong.kinds.first { $0.kind == "guessed tag" }?.mean)
    #expect(mean * 0x1p64 == 8 && strong.advantage.estimate >= mean * (1 - 1e-3), "\(strong.advantage)")
    let selection = try select("service", "forge-service-ciphertext", [("tries", 2), ("tagBits", 6)])
    let formula = try #require(selection.formula), weak = try judgement(6, 500)
    #expect(weak.advantage.lower <= formula && formula <= weak.advantage.upper, "\(weak.advantage) for \(formula)")
    #expect(try select("service", "guess-service-key").noChances?.contains("this attack may guess a key") == true)
  }

  @Test func whatReadsALogarithmHasNoKnownChance() throws {
    #expect(try select("end-to-end", "solve-agreement-key").noChances?.contains("a public key determines its logarithm") == true)
    #expect(try select("end-to-end", "collide-keys").noChances == nil, "its twin")
  }
}

/// An adversary in one closure.
private struct Script: Adversary {
  typealias Query = KeySecrecyQuery
  typealias Answer = KeySecrecyAnswer
  let body: @Sendable (inout ErasedOracle<Query, Answer>) throws(Forfeit) -> Bool

  init(_ body: @escaping @Sendable (inout ErasedOracle<Query, Answer>) throws(Forfeit) -> Bool) { self.body = body }

  func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    try ErasedOracle.lent(&oracle) { erased throws(Forfeit) in try body(&erased) }
  }
}
