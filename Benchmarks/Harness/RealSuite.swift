import Adversaries
@_spi(Harness) import Coins
import GameKit
import Games
import Primitives
import Referee

/// A real suite's six-query trial in one world, against the bare cost of the same six calls of the primitives.
func realSuite<S: MessageScheme>(_ name: String, _ scheme: S, trials: UInt64) {
  let source = CoinSource(seed: 1)
  let experiment = WinningExperiment(
    { SignatureForgery(scheme: scheme) }, adversary: Guess(scheme: scheme, tries: 4), budget: Budget { _ in 8 })
  let (play, bare) = alternately(
    trials, { _ = experiment.run(0..<$0, source: source) },
    { trials in
      for trial in 0..<trials {
        let coins = source.coins(trial: trial, role: .challenger)
        let pair = scheme.generateKey(for: Label("keygen"), coins: coins)
        _ = scheme.sign(Message(0), with: pair.signing, coins: coins)
        for index in 0..<4 as Range<UInt64> {
          _ = scheme.verify(scheme.candidate(index), of: Message(1), by: pair.verification, coins: coins)
        }
      }
    })
  print("\(name): trial \(rounded(1e6 / play)) µs, its primitives \(rounded(1e6 / bare)) µs, ratio \(rounded(bare / play))")
}
