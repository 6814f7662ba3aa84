public import Coins
@_spi(Challenger) public import GameKit
internal import Records

/// The two worlds of a hop, against a distinguisher.
public struct DistinguishingExperiment<H: Hop, A: Adversary>: Experiment where A.Query == H.Query, A.Answer == H.Answer {
  let hop: H
  let adversary: A
  let budget: Budget<H.Query.Kind>
  let coupling: Coupling

  public init(_ hop: H, adversary: A, budget: Budget<H.Query.Kind>, coupling: Coupling = .coupled) {
    (self.hop, self.adversary, self.budget, self.coupling) = (hop, adversary, budget, coupling)
  }

  public var measure: Measure { coupling == .coupled ? .coupledWorlds : .independentWorlds }

  public func run(_ trials: Range<UInt64>, source: CoinSource) -> Tally {
    switch coupling {
    case .coupled: runCoupled(trials, source)
    case .independent: runIndependent(trials, source)
    }
  }

  private func runCoupled(_ trials: Range<UInt64>, _ source: CoinSource) -> Tally {
    var lockstep = Lockstep(hop, adversary: adversary, budget: budget)
    var tally = Tally()
    for trial in trials { tally.count(lockstep.play(trial: trial, source: source), trial) }
    return tally
  }

  /// The right world plays on coins of a campaign of its own.
  private func runIndependent(_ trials: Range<UInt64>, _ source: CoinSource) -> Tally {
    var left = SingleOracle(hop.left, budget: budget)
    var right = SingleOracle(hop.right, budget: budget)
    let other = independent(source)
    var tally = Tally()
    for trial in trials {
      left.restart(coins: source.coins(trial: trial, role: .challenger))
      let leftEnding = Ending(adversary, &left, source.coins(trial: trial, role: .adversary))
      right.restart(coins: other.coins(trial: trial, role: .challenger))
      let rightEnding = Ending(adversary, &right, other.coins(trial: trial, role: .adversary))
      tally.trials += 1
      if hop.isBad(left.game) { tally.countBad(trial) }
      tally.count(leftEnding, rightEnding)
    }
    return tally
  }

  func independent(_ source: CoinSource) -> CoinSource {
    CoinSource(seed: source.seed, campaign: source.campaign ^ (1 << 63), generator: source.generator)
  }
}

extension Tally {
  /// Counts a trial that was played in lockstep, and beside it by a reduction: a forfeit anywhere is the trial's only one.
  @inline(__always)
  mutating func count<H, A>(_ outcome: Lockstep<H, A>.PairedOutcome, _ trial: UInt64, beside reduced: Ending? = nil) {
    trials += 1
    switch outcome.standing {
    case .equal: break
    case .bad: countBad(trial)
    case .violated(let violation): countViolation(violation, trial)
    }
    if case .bit = outcome.left, case .bit = outcome.right, case .forfeit(let forfeit) = reduced {
      countForfeit(forfeit)
    } else {
      count(outcome.left, outcome.right)
    }
  }

  @inline(__always)
  mutating func count(_ left: Ending, _ right: Ending) {
    switch (left, right) {
    case (.bit(let left), .bit(let right)): bits.count(left, right)
    case (.forfeit(let forfeit), _), (_, .forfeit(let forfeit)): countForfeit(forfeit)
    }
  }
}
