@_spi(Harness) public import Coins
@_spi(Harness) internal import GameKit

/// Trial 0 of seed 0, on whatever coins the tape gives.
private let anySource = CoinSource(seed: 0)

extension DistinguishingExperiment {
  public func trials(on tape: any CoinTape) -> () -> Tally {
    var lockstep = Lockstep(hop, adversary: adversary, budget: budget)
    return {
      var tally = Tally()
      tally.count(lockstep.play(trial: 0, source: anySource, tape: tape), 0)
      return tally
    }
  }

  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] {
    [seen(in: hop.left, by: adversary, budget, tape) { hop.isBad($0) }, seen(in: hop.right, by: adversary, budget, tape)]
  }
}

extension AssumptionExperiment {
  public func trials(on tape: any CoinTape) -> () -> Tally {
    var (left, right) = (SingleOracle(makeLeft(), budget: budget), SingleOracle(makeRight(), budget: budget))
    return {
      var tally = Tally()
      tally.trials += 1
      let ending = left.play(adversary, 0, anySource, tape: tape)
      tally.count(ending, right.play(adversary, 0, anySource, tape: tape))
      return tally
    }
  }

  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] {
    [seen(in: makeLeft(), by: adversary, budget, tape), seen(in: makeRight(), by: adversary, budget, tape)]
  }
}

extension WinningExperiment {
  public func trials(on tape: any CoinTape) -> () -> Tally {
    var oracle = oracle()
    return {
      var tally = Tally()
      count(play(&oracle, 0, anySource, tape: tape), oracle, 0, &tally)
      return tally
    }
  }

  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] {
    [seen(in: makeGame(), by: adversary, budget, tape) { $0.isWon }]
  }
}

extension HopExperiment {
  public func trials(on tape: any CoinTape) -> () -> Tally {
    var lockstep = Lockstep(worlds.hop, adversary: worlds.adversary, budget: worlds.budget)
    var oracle = target.oracle()
    return {
      var tally = Tally()
      let outcome = lockstep.play(trial: 0, source: anySource, tape: tape)
      let ending = target.play(&oracle, 0, anySource, tape: tape)
      count(outcome, ending, lockstep.badPlaces, oracle, 0, &tally)
      return tally
    }
  }

  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { worlds.worlds(on: tape) }
}

extension ReductionExperiment {
  public func trials(on tape: any CoinTape) -> () -> Tally {
    var (first, second) = (source.oracle(), target.oracle())
    return {
      var tally = Tally()
      let ending = source.play(&first, 0, anySource, tape: tape)
      count(ending, target.play(&second, 0, anySource, tape: tape), first, second, 0, &tally)
      return tally
    }
  }

  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { source.worlds(on: tape) }
}

/// What an adversary saw and said in one world.
private struct View<Query: GameQuery, Answer: Hashable & Codable & Sendable>: Hashable {
  let transcript: Transcript<Query, Answer>?
  let ending: Ending
}

private func seen<G: Game, A: Adversary>(
  in game: G, by adversary: A, _ budget: Budget<G.Query.Kind>, _ tape: any CoinTape, isBad: @escaping (G) -> Bool = { _ in false }
) -> () -> WorldPlay where A.Query == G.Query, A.Answer == G.Answer {
  var oracle = SingleOracle(game, budget: budget, recording: true)
  return {
    oracle.restart(coins: anySource.coins(trial: 0, role: .challenger, tape: tape))
    let ending = Ending(adversary, &oracle, anySource.coins(trial: 0, role: .adversary, tape: tape))
    let view = View(transcript: oracle.transcript, ending: ending)
    return WorldPlay(view: view, ending: ending, isBad: isBad(oracle.game))
  }
}
