@_spi(Harness) import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// Forges without an attack: it tries seeds and trial numbers until one gives the coins that it was handed, computes the
/// challenger's coins from the two as anybody can, and lets a copy of the challenger sign.
///
/// It takes the computation from the harness instead of writing the published generator down again.
private struct Computing<S: MessageScheme>: Adversary {
  typealias Query = SignatureQuery<S>
  typealias Answer = SignatureAnswer<S>
  let scheme: S
  let generator: Generator

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let key = try oracle.keygen()
    for seed in 0..<8 as Range<UInt64> {
      for trial in 0..<20 as Range<UInt64> {
        let source = CoinSource(seed: seed, generator: generator)
        let mine = source.coins(trial: trial, role: .adversary)
        guard mine.bits(64, for: Label("mine")) == coins.bits(64, for: Label("mine")) else { continue }
        var copy = SignatureForgery(scheme: scheme)
        copy.restart(coins: source.coins(trial: trial, role: .challenger))
        _ = copy.answer(.keygen)
        guard case .signature(let forged) = copy.answer(.sign(key, Message(0))) else { return false }
        return try oracle.accepts(forged, of: Message(0), under: key)
      }
    }
    return false
  }
}

/// What "cooperative" means, in numbers.
@Suite struct CooperationTests {
  private func forgeries(_ source: CoinSource) -> UInt64 {
    let adversary = Computing(scheme: kmsLowS, generator: source.generator)
    let experiment = WinningExperiment({ SignatureForgery(scheme: kmsLowS) }, adversary: adversary, budget: plenty())
    return experiment.run(0..<20, source: source).bad
  }

  @Test func codeInTheProcessComputesItsChallengersCoinsFromAGuessedSeed() {
    #expect(forgeries(CoinSource(seed: 5)) == 20)
    #expect(forgeries(CoinSource(seed: 5, generator: .chacha20)) == 20, "a cryptographic generator is as public")
  }

  @Test func itDoesNotWhereThereIsASecret() {
    #expect(forgeries(CoinSource(seed: 5, secret: .drawn())) == 0)
  }
}
