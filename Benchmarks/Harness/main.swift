// How fast the harness is, as rates and as ratios to what was measured beside it in the same run.
import Adversaries
import Coins
import DomainManagement
import Foundation
import GameKit
import Games
import Primitives
import Referee

let source = CoinSource(seed: 1)

/// The six-query trial: keygen, sign and four verifications, in both worlds.
func lockstepTrial() -> AnyExperiment {
  let scheme = CalibratedSignature(signatureBits: 10, keyBits: 64)
  let budget = Budget<SignatureQuery<CalibratedSignature>.Kind> { _ in 8 }
  return AnyExperiment(
    DistinguishingExperiment(SignatureIdealization(scheme: scheme), adversary: Guess(scheme: scheme, tries: 4), budget: budget))
}

func macTrial(queries: Int) -> AnyExperiment {
  AnyExperiment(
    WinningExperiment(
      { MacForgery() }, adversary: MacForgery.Guesser(queries: queries),
      budget: Budget { $0 == .tag ? queries : 1 }))
}

/// Twelve random moves, in both worlds of the policy hop.
func policyTrial() -> AnyExperiment {
  let population = PolicyGame.DomainSize()
  return AnyExperiment(
    DistinguishingExperiment(
      PolicyIdealization(population: population), adversary: RandomTrusts(population: population), budget: Budget { _ in 100_000 }
    ))
}

let calibrated = CalibratedSuite()

/// Runs through the referee, on so many threads.
func refereed(_ experiment: AnyExperiment, threads: Int, trials: UInt64) async -> Double {
  let referee = Referee(source: source, judge: Judge(alpha: 1e-3), threads: threads)
  var rates: [Double] = []
  for _ in 0..<5 {
    let outcome = await referee.run(experiment, bound: 0.5, rule: StoppingRule(trials: trials), blockSize: 8192)
    rates.append(Double(trials) / (outcome.elapsed / .seconds(1)))
  }
  return rates.sorted()[2]
}

/// What `Benchmarks/peer` has measured on this machine: for each interpreter, trials a second by Q.
let peers: [(name: String, rates: [Int: Double])] = (ProcessInfo.processInfo.environment["PEER_RATES"] ?? "")
  .split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "=")
    guard parts.count == 2 else { return nil }
    let rates = parts[1].split(separator: ",").compactMap { pair -> (Int, Double)? in
      let numbers = pair.split(separator: ":")
      guard numbers.count == 2, let queries = Int(numbers[0]), let rate = Double(numbers[1]) else { return nil }
      return (queries, rate)
    }
    return (String(parts[0]), Dictionary(rates, uniquingKeysWith: { $1 }))
  }

/// `harness-benchmark domain` measures domain management only.
if CommandLine.arguments.dropFirst().first != "domain" {
  print("lockstep, six queries, both worlds, calibrated (paired trials a second and core)")
  let six = lockstepTrial()
  let bare = trialsPerCoreSecond(1_000_000) { _ = six.run(0..<$0, source: source) }
  let one = await refereed(six, threads: 1, trials: 2_000_000)
  let two = await refereed(six, threads: 2, trials: 4_000_000)
  print("  block of trials  \(rounded(bare)) (processor time)")
  print("  referee, 1       \(rounded(one)) (wall time)")
  print("  referee, 2       \(rounded(two)) (wall time)   \(rounded(two / one)) of one thread")

  print("MAC forgery, null primitive, Q tag queries (trials a second)")
  if peers.isEmpty { print("  beside no peer: PLAYCRYPT=FOLDER make bench measures a clone of PlayCrypt in the same run") }
  for queries in [1, 8, 64] {
    let experiment = macTrial(queries: queries)
    let one = await refereed(experiment, threads: 1, trials: 2_000_000)
    let two = await refereed(experiment, threads: 2, trials: 4_000_000)
    let core = trialsPerCoreSecond(4_000_000 / UInt64(queries)) { _ = experiment.run(0..<$0, source: source) }
    print("  Q = \(queries):  a core \(rounded(core)) (processor time)")
    for peer in peers {
      guard let rate = peer.rates[queries] else { continue }
      print("  Q = \(queries):  \(rounded(core / rate)) × the \(rounded(rate)) of \(peer.name)")
    }
    print("  Q = \(queries):  1 thread \(rounded(one)), 2 threads \(rounded(two)) = \(rounded(two / one)) of one")
  }

  realSuite("kms", ECDSA(requiresLowS: false), trials: 300)
  realSuite("kms-low-s", ECDSA(requiresLowS: true), trials: 300)
  realSuite("modern", Ed25519(), trials: 3000)

  recipientHops("kms", KMSSuite().encryption, trials: 100, specialised: false)
  recipientHops("modern", ModernSuite().encryption, trials: 1000, specialised: false)
  recipientHops("modern, specialised", ModernSuite().encryption, trials: 1000, specialised: true)
  recipientHops(
    "calibrated",
    MultiRecipientEncryption(
      group: CalibratedGroup(bits: 16), derivation: CalibratedKDF(keyBits: 64),
      cipher: CalibratedAEAD(keyBits: 64, nonceBits: 64, tagBits: 16)), trials: 20_000, specialised: true)
  hashChain("calibrated", CalibratedHash(bits: 12), trials: 20_000)
  hashChain("kms", SHA2.sha384, trials: 5000)
  hashChain("modern", SHA2.sha256, trials: 5000)
}

print("domain management, intact policy: found, two keys, update, host follows, encrypt, decrypt (lives a second and core)")
print("  symbolic         \(rounded(domainLives(5_000) { _ in SymbolicSuite() }))")
print("  calibrated       \(rounded(domainLives(2_000) { PrimitiveSuite(calibrated, coins: $0) }))")
print("  kms              \(rounded(domainLives(10) { PrimitiveSuite(KMSSuite(), coins: $0) }))")

print("policy hop, random adversary of 12 rounds (paired trials a second and core)")
print("  \(rounded(trialsPerCoreSecond(2_000) { _ = policyTrial().run(0..<$0, source: source) }))")
