@_spi(Harness) public import Coins
@_spi(Harness) public import GameKit
public import Records

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
  public var allowance: Allowance { budget.allowance }

  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    switch coupling {
    case .coupled: runCoupled(trials, source, order)
    case .independent: runIndependent(trials, source, order)
    }
  }

  private func runCoupled(_ trials: Trials, _ source: CoinSource, _ order: WorldOrder) -> Tally {
    var lockstep = Lockstep(hop, adversary: adversary, budget: budget, order: order)
    var tally = Tally()
    for trial in trials { tally.count(lockstep.play(trial: trial, source: source), trial) }
    return tally
  }

  private func runIndependent(_ trials: Trials, _ source: CoinSource, _ order: WorldOrder) -> Tally {
    var ((left, right), tally) = (oracles(), Tally())
    for trial in trials { countIndependent(&tally, &left, &right, trial, source, order) }
    return tally
  }

  func oracles() -> (left: SingleOracle<H.Left>, right: SingleOracle<H.Right>) {
    (SingleOracle(hop.left, budget: budget), SingleOracle(hop.right, budget: budget))
  }

  @inline(__always)
  func countIndependent(
    _ tally: inout Tally, _ left: inout SingleOracle<H.Left>, _ right: inout SingleOracle<H.Right>, _ trial: UInt64,
    _ source: CoinSource, _ order: WorldOrder
  ) {
    tally.countBits(of: adversary, &left, source, &right, source.right(coupling), trial, order)
    if hop.isBad(left.game) {
      tally.countBad(trial)
      tally.credit(left.credited)
    }
  }
}

extension Tally {
  /// Counts a trial that was played in lockstep, and beside it by a reduction: a forfeit anywhere is the trial's only one.
  @inline(__always)
  mutating func count<H, A>(_ outcome: Lockstep<H, A>.PairedOutcome, _ trial: UInt64, beside reduced: Ending? = nil) {
    trials += 1
    switch outcome.standing {
    case .equal: break
    case .bad:
      countBad(trial)
      credit(outcome.credited)
    case .violated(let violation): countViolation(violation, trial)
    }
    if case .bit = outcome.left, case .bit = outcome.right, case .forfeit(let forfeit) = reduced {
      countForfeit(forfeit)
    } else {
      count(outcome.left, outcome.right)
    }
  }

  /// Plays a trial in two worlds, one after the other, and counts the adversary's bits.
  @inline(__always)
  mutating func countBits<Left: Game, Right: Game, A: Adversary>(
    of adversary: A, _ left: inout SingleOracle<Left>, _ source: CoinSource, _ right: inout SingleOracle<Right>,
    _ rightSource: CoinSource, _ trial: UInt64, _ order: WorldOrder
  ) where A.Query == Left.Query, A.Answer == Left.Answer, Left.Query == Right.Query, Left.Answer == Right.Answer {
    trials += 1
    switch order {
    case .leftFirst:
      let ending = left.play(adversary, trial, source)
      count(ending, right.play(adversary, trial, rightSource))
    case .rightFirst:
      let ending = right.play(adversary, trial, rightSource)
      count(left.play(adversary, trial, source), ending)
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

extension SingleOracle {
  /// Lets `adversary` play one trial.
  @inline(__always)
  mutating func play<A: Adversary>(
    _ adversary: A, _ trial: UInt64, _ source: CoinSource, tape: (any CoinTape)? = nil
  ) -> Ending where A.Query == Query, A.Answer == Answer {
    restart(coins: source.coins(trial: trial, role: .challenger, tape: tape))
    return Ending(adversary, &self, source.coins(trial: trial, role: .adversary, tape: tape))
  }
}
