import Adversaries
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// An adversary that looks up, in its own coins, where the reduction `OneKeyForger` would plant its key, and guesses signatures
/// under every other key only. Were the reduction's coins computable from the adversary's, C would never win.
private struct Peeking: SignatureAdversary {
  typealias S = CalibratedSignature
  let keys: UInt64

  func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let avoided = coins.child("onekey").uniform(below: keys, for: Label("planted"))
    let scheme = CalibratedSignature(signatureBits: 4, keyBits: 64)
    for index in 0..<keys {
      let key = try oracle.keygen()
      guard index != avoided else { continue }
      for guess in 0..<8 as Range<UInt64> { _ = try oracle.accepts(scheme.candidate(guess), of: Message(1), under: key) }
    }
    return false
  }
}

@Suite struct SealedCoinsTests {
  private let scheme = CalibratedSignature(signatureBits: 4, keyBits: 64)

  private func wins<A: Adversary>(_ adversary: A) -> UInt64
  where A.Query == SignatureQuery<CalibratedSignature>, A.Answer == SignatureAnswer<CalibratedSignature> {
    let scheme = scheme
    let experiment = WinningExperiment({ SignatureForgery(scheme: scheme) }, adversary: adversary, budget: Budget { _ in 1000 })
    return experiment.run(0..<20_000, source: CoinSource(seed: 5)).bad
  }

  @Test func anAdversaryInsideAReductionCannotComputeTheReductionsCoins() {
    // It guesses under one key of two, each with probability 8/16; C plants on that key half of the time.
    let won = wins(Reduced(OneKeyForger(keys: 2), of: Peeking(keys: 2)))
    #expect(abs(Double(won) - 5000) < 5 * 61.3)
  }

  @Test func itCouldIfItsCoinsWereNotSealed() {
    #expect(wins(Unsealed(reduction: OneKeyForger(keys: 2), adversary: Peeking(keys: 2))) == 0)
  }
}

/// What `Reduced` would be without sealing.
private struct Unsealed<A: SignatureAdversary<CalibratedSignature>>: Adversary {
  typealias Query = SignatureQuery<CalibratedSignature>
  typealias Answer = SignatureAnswer<CalibratedSignature>
  let reduction: OneKeyForger<CalibratedSignature>
  let adversary: A

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    try reduction.play(adversary, against: &oracle, coins: coins)
  }
}
