public import Coins
internal import Statistics
@_spi(Harness) public import GameKit
public import Records

/// A hop that is identical until bad, together with the reduction that turns the bad event into a win against a primitive.
public struct HopExperiment<H: Hop, Target: WinnableGame, A: Adversary, B: Adversary>: Experiment
where A.Query == H.Query, A.Answer == H.Answer, B.Query == Target.Query, B.Answer == Target.Answer {
  let worlds: DistinguishingExperiment<H, A>
  let target: WinningExperiment<Target, B>
  let agreement: ReductionAgreement
  /// Counts what the reduction has asked in the trial that was played last.
  private let meter: @Sendable (borrowing SingleOracle<Target>, UInt64, inout Work) -> Void
  /// Plays the reduction in one trial, written down.
  let relay: @Sendable (_ trial: UInt64, CoinSource, _ mostSteps: Int) -> Relay

  /// How the reduction fared, and what passed on its wire, so many steps of it; nil where it has none.
  struct Relay {
    let ending: Ending
    let isWon: Bool
    var steps: [TrialRecord.Relayed]?

    init<G: WinnableGame>(_ play: RecordedPlay<G>, _ wire: Wire? = nil) {
      (ending, isWon, steps) = (play.ending, play.game.isWon, wire?.steps)
    }
  }

  /// The reduction as an adversary, with coins of its own.
  public init<R: Reduction>(
    _ hop: H, budget: Budget<H.Query.Kind>, adversary: A,
    reduction: R, to target: @escaping @Sendable () -> Target, targetBudget: Budget<Target.Query.Kind>,
    agreement: ReductionAgreement, coupling: Coupling = .coupled
  ) where R.Source.Query == H.Query, R.Source.Answer == H.Answer, R.Target == Target, B == Reduced<R, A> {
    worlds = DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling)
    self.target = WinningExperiment(target, adversary: Reduced(reduction, of: adversary), budget: targetBudget)
    self.agreement = agreement
    meter = { oracle, trial, work in work.count(oracle.budget, of: targetBudget, trial) }
    relay = { trial, source, mostSteps in
      let wire = Wire(mostSteps: mostSteps)
      let overheard = Overheard(Reduced(reduction, of: Overheard(adversary, on: .adversary, wire)), on: .challenger, wire)
      return Relay(RecordedPlay(target(), overheard, budget: targetBudget, trial: trial, source: source), wire)
    }
  }

  /// The reduction as a simulation around the primitive's game, all on the left world's coins: it wins in exactly the trials of
  /// the bad event.
  public init<S: Simulation>(
    _ hop: H, budget: Budget<H.Query.Kind>, adversary: A, under simulation: @escaping @Sendable () -> Target,
    coupling: Coupling = .coupled
  ) where B == A, Target == SimulatedGame<S>, S.Inner: WinnableGame {
    worlds = DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling)
    target = WinningExperiment(simulation, adversary: adversary, budget: budget)
    agreement = .everyTrial
    let full = Budget<S.Inner.Query.Kind>.unlimited
    meter = { oracle, trial, work in work.count(oracle.game.innerBudget, of: full, trial) }
    relay = { trial, source, mostSteps in
      let (wire, made) = (Wire(mostSteps: mostSteps), simulation())
      let game = SimulatedGame(OverheardSimulation(made.simulation, wire), of: made.inner)
      let overheard = Overheard(adversary, on: .adversary, wire)
      return Relay(RecordedPlay(game, overheard, budget: budget, trial: trial, source: source), wire)
    }
  }

  /// The same with a simulation that stands in another game, and is not metered.
  public init(
    _ hop: H, budget: Budget<H.Query.Kind>, adversary: A, within game: @escaping @Sendable () -> Target,
    coupling: Coupling = .coupled
  ) where B == A {
    worlds = DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling)
    target = WinningExperiment(game, adversary: adversary, budget: budget)
    agreement = .everyTrial
    meter = { _, _, _ in }
    relay = { trial, source, _ in Relay(RecordedPlay(game(), adversary, budget: budget, trial: trial, source: source)) }
  }

  public var measure: Measure { worlds.measure }
  public var allowance: Allowance { worlds.allowance }

  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    guard worlds.coupling == .coupled else { return runIndependent(trials, source, order) }
    var lockstep = Lockstep(worlds.hop, adversary: worlds.adversary, budget: worlds.budget, order: order)
    var oracle = target.oracle()
    var tally = Tally()
    for trial in trials {
      let outcome = lockstep.play(trial: trial, source: source)
      count(outcome, target.play(&oracle, trial, source), lockstep.badPlaces, oracle, trial, &tally)
    }
    return tally
  }

  /// The reduction plays on the left world's coins, so that bad event and win can be compared in every trial still.
  private func runIndependent(_ trials: Trials, _ source: CoinSource, _ order: WorldOrder) -> Tally {
    var (oracle, tally) = (target.oracle(), Tally())
    var (left, right) = worlds.oracles()
    for trial in trials {
      var pair = Tally()
      worlds.countIndependent(&pair, &left, &right, trial, source, order)
      let ending = target.play(&oracle, trial, source)
      if pair.forfeits == 0, case .forfeit(let forfeit) = ending {
        pair.bits = PairCounts()
        pair.countForfeit(forfeit)
      }
      let hasFailed = pair.firstForfeit?.failure != nil
      pair.countReduction(places: worlds.hop.badPlaces(left.game), oracle.game.isWon, agreement, trial, hasFailed: hasFailed)
      meter(oracle, trial, &tally.work)
      tally += pair
    }
    return tally
  }

  @inline(__always)
  func count(
    _ outcome: Lockstep<H, A>.PairedOutcome, _ reducedEnding: Ending, _ badPlaces: Int, _ oracle: SingleOracle<Target>,
    _ trial: UInt64, _ tally: inout Tally
  ) {
    let isBad = if case .bad = outcome.standing { true } else { false }
    tally.count(outcome, trial, beside: reducedEnding)
    let hasFailed = outcome.failure != nil || reducedEnding.failure != nil
    tally.countReduction(places: isBad ? badPlaces : 0, oracle.game.isWon, agreement, trial, hasFailed: hasFailed)
    meter(oracle, trial, &tally.work)
  }
}
