import Adversaries
@_spi(Harness) import Coins
import GameKit
import Games
import Primitives
import Referee
import Synchronization

/// The hash chain's trial, both worlds in lockstep and the reduction beside them, against as many bare fingerprints as it
/// computes.
func hashChain<H: HashFunction>(_ name: String, _ function: H, trials: UInt64) {
  let counting = Counting(function: function)
  _ = experiment(counting).run(0..<1000, source: source)
  let calls = Double(counting.tally.calls.load(ordering: .relaxed)) / 1000
  let chain = AnyExperiment(experiment(function))
  let coins = source.coins(trial: 0, role: .challenger)
  let parent = function.digest(Message(1), after: nil, coins: coins)
  let (play, fingerprints) = alternately(
    trials, { _ = chain.run(0..<$0, source: source) },
    { trials in
      for index in 0..<UInt64(Double(trials) * calls) {
        withUnsafePointer(to: function.digest(Message(index), after: parent, coins: coins)) {
          _ = $0
        }
      }
    })
  print(
    "hash-chain, fuzz-chain, \(name): trial \(rounded(1e6 / play)) µs, its \(rounded(calls)) fingerprints "
      + "\(rounded(1e6 / fingerprints)) µs, ratio \(rounded(fingerprints / play))"
  )
}

private func experiment<H: HashFunction>(
  _ function: H
) -> HopExperiment<
  HashChainIdealization<NodeHash<H>>, HashCollision<NodeHash<H>>, FuzzChain<H>,
  Reduced<HashChainIdealization<NodeHash<H>>.ToCollision, FuzzChain<H>>
> {
  HopExperiment(
    HashChainIdealization(NodeHash(function)), budget: Budget { $0 == .evaluate ? 16 : 4 }, adversary: FuzzChain(queries: 32),
    reduction: HashChainIdealization<NodeHash<H>>.reduction, to: { HashCollision(NodeHash(function)) },
    targetBudget: Budget { $0 == .collision ? 40 : 56 }, agreement: .everyTrial)
}

/// A function that counts its calls.
private struct Counting<H: HashFunction>: HashFunction {
  final class Tally: Sendable { let calls = Atomic(0) }
  let function: H
  let tally = Tally()

  func digest(_ bytes: [UInt8], coins: Coins) -> H.Digest { function.digest(bytes, coins: coins) }

  func digest(_ data: Message, after parent: H.Digest?, coins: Coins) -> H.Digest {
    tally.calls.wrappingAdd(1, ordering: .relaxed)
    return function.digest(data, after: parent, coins: coins)
  }
}
