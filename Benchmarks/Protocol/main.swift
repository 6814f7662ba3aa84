// What a key-secrecy trial costs: found a domain of 3 operators, 2 HSMs and a host, add two keys, move to a successor, test a
// key.
import Adversaries
@_spi(Harness) import Coins
import Foundation
@_spi(Harness) import GameKit
import Games
import Primitives
import Referee

let source = CoinSource(seed: 1)
let budget = Budget<KeySecrecyQuery.Kind> { _ in 1000 }
let honest = HonestRun(population: DomainSize())

/// Trials of the first hop in lockstep: both worlds do all of the protocol.
func lockstep<Base: Suite>(_ base: Base) -> AnyExperiment {
  AnyExperiment(
    DistinguishingExperiment(
      KeySecrecyHop(rules: KeySecrecyRules(base: base), to: .operatorSignatures, challenge: .real), adversary: honest,
      budget: budget))
}

/// Plays trials of one game by itself.
func play<Base: Suite>(_ oracle: inout SingleOracle<KeySecrecyGame<Base>>, trials: UInt64) {
  for trial in 0..<trials {
    oracle.restart(coins: source.coins(trial: trial, role: .challenger))
    guard (try? honest.play(&oracle, coins: source.coins(trial: trial, role: .adversary))) != nil else {
      fatalError("an honest run forfeits")
    }
  }
}

func oracle<Base: Suite>(_ base: Base, _ challenge: KeySecrecyGame<Base>.Challenge) -> SingleOracle<KeySecrecyGame<Base>> {
  SingleOracle(KeySecrecyGame(rules: KeySecrecyRules(base: base), stage: .real, challenge: challenge), budget: budget)
}

func world<Base: Suite>(_ base: Base, _ challenge: KeySecrecyGame<Base>.Challenge, trials: UInt64) -> Double {
  var oracle = oracle(base, challenge)
  return trialsPerCoreSecond(trials) { play(&oracle, trials: $0) }
}

/// The processor time of one call, in seconds.
func cost(_ calls: Int, _ body: (UInt64) -> Void) -> Double {
  1 / trialsPerCoreSecond(UInt64(calls), runs: 1) { for index in 0..<$0 { body(index) } }
}

/// The bare cost of the primitives of one trial: how often each is called in it, times what a call of it costs by itself.
func bareCost<Base: Suite>(_ base: Base, _ calls: Calls, trials: Int, repetitions: Int) -> Double {
  let coins = source.coins(trial: 0, role: .challenger)
  let statement = [UInt8](repeating: 7, count: 512)
  let keys = [UInt8](repeating: 3, count: 100)
  let pair = base.signing.generateKey(for: Label("key"), coins: coins)
  let signature = base.signing.sign(statement, with: pair.signing, coins: coins)
  let (one, other) = (
    base.encryption.generateKey(for: Label("one"), coins: coins), base.encryption.generateKey(for: Label("other"), coins: coins)
  )
  guard case .agreed(let shared) = base.encryption.group.agree(one.secret, with: other.public) else { return 0 }
  let key = base.encryption.key(from: shared, ephemeral: one.public, coins: coins)
  let sealed = base.cipher.seal(keys, associatedData: keys, key: key, nonce: Label("nonce"), coins: coins)
  func bare(_ kind: Calls.Kind) -> Double {
    switch kind {
    case .signingKey: cost(repetitions) { _ = base.signing.generateKey(for: Label("key", $0), coins: coins) }
    case .sign: cost(repetitions) { _ in _ = base.signing.sign(statement, with: pair.signing, coins: coins) }
    case .verify:
      cost(repetitions) { _ in _ = base.signing.verify(signature, of: statement, by: pair.verification, coins: coins) }
    case .hash: cost(repetitions) { _ in _ = base.hash.digest(statement, coins: coins) }
    case .groupKey: cost(repetitions) { _ = base.encryption.generateKey(for: Label("one", $0), coins: coins) }
    case .agree: cost(repetitions) { _ in _ = base.encryption.group.agree(one.secret, with: other.public) }
    case .derive: cost(repetitions) { _ in _ = base.encryption.key(from: shared, ephemeral: one.public, coins: coins) }
    case .seal:
      cost(repetitions) { _ = base.cipher.seal(keys, associatedData: keys, key: key, nonce: Label("nonce", $0), coins: coins) }
    case .open: cost(repetitions) { _ in _ = base.cipher.open(sealed, associatedData: keys, key: key, coins: coins) }
    }
  }
  return Calls.Kind.allCases.reduce(0) { $0 + Double(calls[$1]) / Double(trials) * bare($1) }
}

func report<Base: Suite>(_ name: String, _ base: Base, trials: UInt64, repetitions: Int) {
  let calls = Calls()
  _ = lockstep(CountedSuite(base: base, calls: calls)).run(1..<3, source: source)
  let experiment = lockstep(base)
  // In turn, so that both sides of the ratio see the same machine.
  let (rates, ratios) = (0..<5).reduce(into: ([Double](), [Double]())) { measured, _ in
    let rate = trialsPerCoreSecond(trials, runs: 1) { _ = experiment.run(1..<(1 + $0), source: source) }
    measured.0.append(rate)
    measured.1.append(1 / (rate * bareCost(base, calls, trials: 2, repetitions: repetitions)))
  }
  let counted = Calls.Kind.allCases.map { "\(calls[$0] / 2) \($0)" }.joined(separator: ", ")
  let worlds = [world(base, .real, trials: trials), world(base, .random, trials: trials)].map(rounded)
  print("\(name): \(worlds[0]) trials a second and core in the real world, \(worlds[1]) in the random one")
  print(
    "  \(rounded(rates.sorted()[2])) pairs of a trial in two games; \(rounded(ratios.sorted()[2])) × the bare primitives of both")
  print("  \(counted)")
}

// `count N`: so many calibrated trials of the real world and nothing else, under a program that counts instructions.
if CommandLine.arguments.dropFirst().first == "count", let trials = CommandLine.arguments.last.flatMap(UInt64.init) {
  var real = oracle(CalibratedSuite(), .real)
  play(&real, trials: trials)
  exit(0)
}

// Which suites, or the hierarchy below the domain key: all, unless some are named.
let chosen = CommandLine.arguments.dropFirst()
func isChosen(_ name: String) -> Bool { chosen.isEmpty || chosen.contains(name) }
if isChosen("calibrated") { report("calibrated", CalibratedSuite(), trials: 4000, repetitions: 20_000) }
if isChosen("kms") { report("kms", KMSSuite(), trials: 10, repetitions: 50) }
if isChosen("hierarchy") { reportHierarchy(trials: 400) }
if isChosen("modern") { report("modern", ModernSuite(), trials: 100, repetitions: 500) }
