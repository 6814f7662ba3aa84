import Adversaries
@_spi(Harness) import Coins
@_spi(Harness) import GameKit
import Games
import Primitives
import Testing

/// Tiny parameters, all coins: what the formulas promise, as fractions without a doubt.
@Suite struct ExactProbabilityTests {
  /// The number of winning coins out of `scale`.
  private func wins<A: Adversary<SignatureQuery<Calibrated>, SignatureAnswer<Calibrated>>>(
    _ adversary: A, _ scheme: Calibrated, keys: Int, own: Int = 1, outOf scale: Int
  ) -> Int? {
    let budget = Budget<Queries.Kind> { kind in
      switch kind {
      case .keygen: keys
      case .rogueKeygen: own
      default: 100
      }
    }
    return AllCoins.probability(outOf: scale) { tape in
      var oracle = SingleOracle(SignatureForgery(scheme: scheme), budget: budget)
      oracle.restart(coins: CoinSource(seed: 0).coins(trial: 0, role: .challenger, tape: tape))
      guard case .bit = Ending(adversary, &oracle, CoinSource(seed: 0).coins(trial: 0, role: .adversary, tape: tape)) else {
        Issue.record("a forfeit")
        return false
      }
      return oracle.game.isWon
    }
  }

  /// k distinct guesses at a signature of 3 bits: k/8, and not 1 − (7/8)^k.
  @Test(arguments: 0...8) func guessingWinsWithTriesOverTwoToTheBits(_ tries: Int) {
    let scheme = CalibratedSignature(signatureBits: 3, keyBits: 1)
    #expect(wins(Guess(scheme: scheme, tries: tries), scheme, keys: 1, outOf: 1024) == 1024 * tries / 8)
  }

  @Test func triesBeyondAllSignaturesDoNotHelp() {
    let scheme = CalibratedSignature(signatureBits: 2, keyBits: 1)
    #expect(wins(Guess(scheme: scheme, tries: 9), scheme, keys: 1, outOf: 1024) == 1024)
  }

  /// Two keys of two bits, one try each at two bits: distinct keys (3/4) win with 1 − (3/4)², equal ones with 1/4.
  @Test func guessingUnderAllKeysWinsOncePerDistinctKey() {
    let scheme = CalibratedSignature(signatureBits: 2, keyBits: 2)
    #expect(wins(GuessAllKeys(scheme: scheme, tries: 1), scheme, keys: 2, outOf: 256) == 256 * 25 / 64)
    #expect(wins(GuessAllKeys(scheme: scheme, tries: 1), scheme, keys: 1, outOf: 256) == 256 / 4)
  }

  /// Two tries to hit one key of two bits: 1 − (3/4)² = 7/16.
  @Test func collidingWithAnHonestKeyWinsAsOftenAsKeysCollide() {
    let scheme = CalibratedSignature(signatureBits: 1, keyBits: 2)
    #expect(wins(KeyCollision(), scheme, keys: 1, own: 2, outOf: 1024) == 1024 * 7 / 16)
    #expect(wins(KeyCollision(), scheme, keys: 1, own: 1, outOf: 1024) == 1024 / 4)
  }

  @Test func replayingMaulingAndIdlingNeverWin() {
    let scheme = CalibratedSignature(signatureBits: 1, keyBits: 1)
    #expect(
      wins(Idle<SignatureQuery<CalibratedSignature>, SignatureAnswer<CalibratedSignature>>(), scheme, keys: 1, outOf: 1) == 0)
    #expect(wins(Maul(scheme: scheme), scheme, keys: 1, outOf: 64) == 0, "a random function has one value")
    let wide = CalibratedSignature(signatureBits: 1, keyBits: 1)
    let budget = Budget<Queries.Kind> { _ in 4 }
    let replayed = AllCoins.probability(outOf: 1024) { tape in
      var oracle = SingleOracle(SignatureForgery(scheme: wide), budget: budget)
      oracle.restart(coins: CoinSource(seed: 0).coins(trial: 0, role: .challenger, tape: tape))
      _ = Ending(Replay<Calibrated>(), &oracle, CoinSource(seed: 0).coins(trial: 0, role: .adversary, tape: tape))
      return oracle.game.isWon
    }
    #expect(replayed == 0)
  }

  /// A signature of one bit fits another message with probability 1/2.
  @Test func aSignatureFitsAnotherMessageAsOftenAsAGuess() {
    let scheme = CalibratedSignature(signatureBits: 1, keyBits: 1)
    #expect(wins(CrossMessage(), scheme, keys: 1, outOf: 8) == 4)
  }

  /// `uf_uf1`, exactly, with two keys of two bits. Pr[UF] = 25/64 ≤ 2 · 7/32: the reduction loses the eighth of all trials in
  /// which the second key is planted and equals the first. The expected number of forged keys is 2 · 7/32 precisely.
  @Test func theOneKeyForgerWinsOnceInTheNumberOfKeys() {
    let scheme = CalibratedSignature(signatureBits: 2, keyBits: 2)
    let reduced = Reduced(OneKeyForger<Calibrated>(keys: 2), of: GuessAllKeys(scheme: scheme, tries: 1))
    let budget = Budget<Queries.Kind> { $0 == .keygen ? 1 : 100 }
    let won = AllCoins.probability(outOf: 512) { tape in
      var oracle = SingleOracle(SignatureForgery(scheme: scheme), budget: budget)
      oracle.restart(coins: CoinSource(seed: 0).coins(trial: 0, role: .challenger, tape: tape))
      _ = Ending(reduced, &oracle, CoinSource(seed: 0).coins(trial: 0, role: .adversary, tape: tape))
      return oracle.game.isWon
    }
    #expect(won == 512 * 7 / 32)
  }

  /// A key that signs and verifies honestly is no forgery, and the reduction gets no win out of it; the planted one, which
  /// submits its own signatures, wins whenever the planted key is the second and equals the first.
  @Test(arguments: [(OneKeyForger<Calibrated>.Submission.planted, 0), (.everything, 1)])
  func aSignatureOfTheReductionsOwnIsNoForgery(submission: OneKeyForger<Calibrated>.Submission, eighths: Int) {
    struct Honest: SignatureAdversary {
      typealias S = Calibrated
      func play(_ oracle: inout some Oracle<Queries, Answers>, coins: Coins) throws(Forfeit) -> Bool {
        _ = try oracle.keygen()
        let last = try oracle.keygen()
        guard case .signature(let signature) = try oracle.ask(.sign(last, Message(1))) else { return false }
        return try oracle.ask(.verify(last, Message(1), signature)) == .accepted
      }
    }
    let reduced = Reduced(OneKeyForger<Calibrated>(keys: 2, submitting: submission), of: Honest())
    let won = AllCoins.probability(outOf: 512) { tape in
      var oracle = SingleOracle(
        SignatureForgery(scheme: CalibratedSignature(signatureBits: 2, keyBits: 2)), budget: Budget { $0 == .keygen ? 1 : 100 })
      oracle.restart(coins: CoinSource(seed: 0).coins(trial: 0, role: .challenger, tape: tape))
      _ = Ending(reduced, &oracle, CoinSource(seed: 0).coins(trial: 0, role: .adversary, tape: tape))
      return oracle.game.isWon
    }
    #expect(won == 512 * eighths / 8)
  }

  /// The distinguisher's advantage over all coins is the probability of the bad event: `ind_uf`, exactly.
  @Test func theGuessersAdvantageIsTheProbabilityOfAForgery() {
    let scheme = CalibratedSignature(signatureBits: 3, keyBits: 1)
    func ones(_ isRight: Bool) -> Int? {
      AllCoins.probability(outOf: 1024) { tape in
        let coins = CoinSource(seed: 0).coins(trial: 0, role: .challenger, tape: tape)
        let own = CoinSource(seed: 0).coins(trial: 0, role: .adversary, tape: tape)
        let hop = SignatureIdealization(scheme: scheme)
        if isRight {
          var oracle = SingleOracle(hop.right, budget: Budget { _ in 16 })
          oracle.restart(coins: coins)
          return Ending(Guess(scheme: scheme, tries: 3), &oracle, own) == .bit(true)
        }
        var oracle = SingleOracle(hop.left, budget: Budget { _ in 16 })
        oracle.restart(coins: coins)
        return Ending(Guess(scheme: scheme, tries: 3), &oracle, own) == .bit(true)
      }
    }
    #expect(ones(false) == 1024 * 3 / 8)
    #expect(ones(true) == 0)
  }
}
