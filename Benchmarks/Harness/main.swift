import Adversaries
import Coins
import GameKit
import Games
import Primitives

let scheme = CalibratedSignature(signatureBits: 10, keyBits: 64)
let hop = SignatureIdealization(scheme: scheme)
var lockstep = Lockstep(hop, adversary: Guess(scheme: scheme, tries: 4), budget: Budget { _ in 8 })
let clock = ContinuousClock()
var bad = 0
let trials = 2_000_000 as UInt64
let time = clock.measure {
  for trial in 0..<trials {
    if case .bad = lockstep.play(trial: trial, source: CoinSource(seed: 1)).standing { bad += 1 }
  }
}
print(bad, Double(trials) / (Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)))
