import Adversaries
@_spi(Harness) import Coins
@_spi(Harness) import GameKit
import Games
import Primitives
import Referee
import Testing

/// What A sees of the many-key game that the reduction to one key simulates.
@Suite struct OneKeyForgerTests {
  /// Makes every kind of query and keeps the kinds of the answers; the bit says whether all was as in the many-key game.
  private struct Inspector<S: MessageScheme>: SignatureAdversary {
    let keys: Int
    let seen: @Sendable (String, SignatureAnswer<S>) -> Void

    func play(_ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
      var honest: [S.VerificationKey] = []
      for _ in 0..<keys { honest.append(try oracle.keygen()) }
      let own = try oracle.rogueKeygen()
      for key in honest {
        let answer = try oracle.ask(.sign(key, Message(1)))
        seen("sign", answer)
        guard case .signature(let signature) = answer else { return false }
        seen("verify", try oracle.ask(.verify(key, Message(1), signature)))
        seen("verify another message", try oracle.ask(.verify(key, Message(2), signature)))
        seen("rogueSign under an honest key", try oracle.ask(.rogueSign(key, Message(1))))
        seen("rogueVerify under an honest key", try oracle.ask(.rogueVerify(key, Message(1), signature)))
      }
      seen("sign under a rogue key", try oracle.ask(.sign(own, Message(1))))
      if case .signature(let signature) = try oracle.ask(.rogueSign(own, Message(1))) {
        seen("verify under a rogue key", try oracle.ask(.verify(own, Message(1), signature)))
        seen("rogueVerify", try oracle.ask(.rogueVerify(own, Message(1), signature)))
        seen("rogueVerify another message", try oracle.ask(.rogueVerify(own, Message(2), signature)))
      }
      let answer = try oracle.ask(.publicKeys)
      seen("publicKeys", answer)
      return answer == .keys(honest)
    }
  }

  private struct Sight: Equatable {
    var kinds: [String] = []
    var ending: Ending?
  }

  private func kind<S>(_ answer: SignatureAnswer<S>) -> String {
    switch answer {
    case .key: "key"
    case .signature: "signature"
    case .keys(let keys): "\(keys.count) keys"
    case .accepted, .rejected, .unknownKey: answer.description
    }
  }

  private func sight<S: MessageScheme>(_ scheme: S, keys: Int, trial: UInt64, isReduced: Bool) -> Sight {
    let log = Log()
    let inspector = Inspector<S>(keys: keys) { log.append("\($0): \(kind($1))") }
    let source = CoinSource(seed: 4)
    var oracle = SingleOracle(
      SignatureForgery(scheme: scheme),
      budget: Budget { kind in
        kind == .keygen ? (isReduced ? 1 : keys) : kind == .rogueKeygen && isReduced ? keys : kind == .rogueKeygen ? 1 : 100
      })
    oracle.restart(coins: source.coins(trial: trial, role: .challenger))
    let own = source.coins(trial: trial, role: .adversary)
    let ending =
      isReduced ? Ending(Reduced(OneKeyForger<S>(keys: keys), of: inspector), &oracle, own) : Ending(inspector, &oracle, own)
    return Sight(kinds: log.lines, ending: ending)
  }

  private func simulates<S: MessageScheme>(_ scheme: S, trials: UInt64) {
    for keys in [1, 2, 5] {
      let direct = sight(scheme, keys: keys, trial: 0, isReduced: false)
      #expect(direct.ending == .bit(true))
      for line in [
        "rogueSign under an honest key: no such key", "rogueVerify under an honest key: no such key", "rogueVerify: accepted",
        "rogueVerify another message: rejected",
      ] { #expect(direct.kinds.contains(line), "\(line)") }
      for trial in 0..<trials {
        #expect(sight(scheme, keys: keys, trial: trial, isReduced: true) == direct, "\(keys) keys, trial \(trial)")
      }
    }
  }

  @Test func theSimulatedGameAnswersLikeTheGameOfManyKeys() {
    simulates(CalibratedSignature(signatureBits: 64, keyBits: 64), trials: 32)
    simulates(modern, trials: 4)
    simulates(kms, trials: 2)
  }

  /// The planted place is uniform: χ² with 4 degrees of freedom over 5,000 trials stays below 23.5 (10⁻⁴).
  @Test func theChallengeKeyIsPlantedAtAUniformPlace() throws {
    var counts = [Double](repeating: 0, count: 5)
    for trial in 0..<5000 as Range<UInt64> {
      let source = CoinSource(seed: 8)
      var oracle = SingleOracle(SignatureForgery(scheme: calibrated), budget: plenty(), recording: true)
      oracle.restart(coins: source.coins(trial: trial, role: .challenger))
      _ = Ending(
        Reduced(OneKeyForger<Calibrated>(keys: 5), of: GuessAllKeys(scheme: calibrated, tries: 1)), &oracle,
        source.coins(trial: trial, role: .adversary))
      let steps = try #require(oracle.transcript).steps.filter { $0.query == .keygen || $0.query == .rogueKeygen }
      #expect(steps.count == 5)
      counts[try #require(steps.firstIndex { $0.query == .keygen })] += 1
    }
    #expect(counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 23.5)
  }

  @Test func aKeyTooManyIsAForfeitAsInTheGameItself() {
    let source = CoinSource(seed: 4)
    var oracle = SingleOracle(SignatureForgery(scheme: calibrated), budget: plenty())
    oracle.restart(coins: source.coins(trial: 0, role: .challenger))
    let greedy = Inspector<Calibrated>(keys: 4) { _, _ in }
    let own = source.coins(trial: 0, role: .adversary)
    #expect(Ending(Reduced(OneKeyForger<Calibrated>(keys: 3), of: greedy), &oracle, own) == .forfeit(.overBudget("q_gen")))
    oracle.restart(coins: source.coins(trial: 0, role: .challenger))
    #expect(Ending(Reduced(OneKeyForger<Calibrated>(keys: 4), of: greedy), &oracle, own) == .bit(true))
  }

  /// What C submits of q_gen·tries attempts: those under the planted key, which is what ε_sig pays for.
  @Test(arguments: [(OneKeyForger<Calibrated>.Submission.planted, UInt64(2)), (.unsorted, 6), (.twice, 4)])
  func theAttemptsUnderThePlantedKeyAreSubmitted(_ submission: OneKeyForger<Calibrated>.Submission, _ attempts: UInt64) {
    let tally = ReductionExperiment(
      { SignatureForgery(scheme: calibrated) }, budget: Budget { $0 == .keygen ? 3 : 6 },
      adversary: GuessAllKeys(scheme: calibrated, tries: 2),
      reduction: OneKeyForger(keys: 3, budget: Budget { _ in 6 }, submitting: submission),
      to: { SignatureForgery(scheme: calibrated) },
      targetBudget: Budget { $0 == .keygen ? 1 : 100 }, agreement: .planted
    ).run(0..<50, source: CoinSource(seed: 5))
    let asked = tally.work.kinds.first { $0.symbol == "q_ver" }
    #expect(asked?.most == attempts && asked?.total == 50 * attempts && asked?.resource == .verifications)
    #expect(tally.work.kinds.first { $0.symbol == "q_gen" }?.most == 1)
    #expect(tally.work.kinds.first { $0.symbol == "q_own" }?.most == 2)
  }

  /// Asks for one signature and has it, and a guess, checked three times each; then what its own key has signed.
  private struct Insisting: SignatureAdversary {
    typealias S = Calibrated
    func play(_ oracle: inout some Oracle<Queries, Answers>, coins: Coins) throws(Forfeit) -> Bool {
      let key = try oracle.keygen()
      guard case .signature(let signature) = try oracle.ask(.sign(key, Message(1))) else { return false }
      var answers: [Answers] = []
      for _ in 0..<3 {
        answers.append(try oracle.ask(.verify(key, Message(1), signature)))
        answers.append(try oracle.ask(.verify(key, Message(2), signature)))
      }
      let own = try oracle.rogueKeygen()
      guard case .signature(let forged) = try oracle.ask(.rogueSign(own, Message(3))) else { return false }
      answers.append(try oracle.ask(.verify(own, Message(3), forged)))
      return answers == [.accepted, .rejected, .accepted, .rejected, .accepted, .rejected, .accepted]
    }
  }

  @Test func whoRemembersAsksNothingTwice() {
    let tally = ReductionExperiment(
      { SignatureForgery(scheme: calibrated) }, budget: plenty(), adversary: Insisting(), reduction: RememberingForger(),
      to: { SignatureForgery(scheme: calibrated) }, targetBudget: plenty(), agreement: .everyTrial
    ).run(0..<1, source: CoinSource(seed: 5))
    #expect(tally.bits.both == 1 && tally.violations == 0, "it sees the same answers")
    // The guess, and what the key of its own has signed: that may be a forgery, where the two keys are one.
    #expect(tally.work.kinds.first { $0.symbol == "q_ver" }?.most == 2)
  }

  /// One key of one value: what A's own key signs is a forgery, and memory must not swallow it.
  @Test func whoRemembersForgesAsOften() {
    let scheme = CalibratedSignature(signatureBits: 40, keyBits: 1)
    let tally = ReductionExperiment(
      { SignatureForgery(scheme: scheme) }, budget: plenty(), adversary: KeyCollision<Calibrated>(),
      reduction: RememberingForger(),
      to: { SignatureForgery(scheme: scheme) }, targetBudget: plenty(), agreement: .everyTrial
    ).run(0..<200, source: CoinSource(seed: 5))
    #expect(tally.violations == 0 && tally.reduction.both > 100)
  }
}
