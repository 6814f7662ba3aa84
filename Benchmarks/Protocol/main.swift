// What a key-secrecy trial costs: found a domain of 3 operators, 2 HSMs and a host, add two keys, move to a successor, test a key.
import Adversaries
import Coins
import GameKit
import Games
import Primitives
import Referee

let source = CoinSource(seed: 1)
let budget = Budget<KeySecrecyQuery.Kind> { _ in 1000 }

func lockstep<Base: Suite>(_ base: Base, to stage: KeySecrecyStage) -> AnyExperiment {
  AnyExperiment(
    DistinguishingExperiment(
      KeySecrecyHop(rules: KeySecrecyRules(base: base), to: stage, challenge: .real), adversary: KeySecrecyStrategy.honest(HonestRun(population: Population())),
      budget: budget))
}

let experiment = lockstep(CalibratedSuite(), to: .operatorSignatures)
let trials = UInt64(CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 20_000)
let rate = trialsPerCoreSecond(trials) { _ = experiment.run(0..<$0, source: source) }
print("calibrated, both worlds in lockstep: \(Int(rate)) trials a second and core")
