public import Coins
@_spi(Harness) public import GameKit
public import Records

/// Two worlds and a chain of games between them, all played by one adversary on the same coins: what the ends differ by is what
/// the links do, one by one. Across a link that costs nothing the adversary has to say the same in every trial.
public struct ChainExperiment<Left: Game, Right: Game, A: Adversary>: Experiment
where Left.Query == Right.Query, Left.Answer == Right.Answer, A.Query == Left.Query, A.Answer == Left.Answer {
  let ends: AssumptionExperiment<Left, Right, A>
  let between: [ChainWorld<A>]
  /// The numbers of the links that cost nothing, from 0.
  let perfect: Set<Int>

  public init(_ ends: AssumptionExperiment<Left, Right, A>, through between: [ChainWorld<A>], perfect: Set<Int>) {
    (self.ends, self.between, self.perfect) = (ends, between, perfect)
  }

  public var measure: Measure { ends.measure }
  public var allowance: Allowance { ends.allowance }

  /// On unrelated coins the two ends alone are played.
  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    guard ends.coupling == .coupled else { return ends.run(trials, source: source, order: order) }
    var (pair, tally) = (ends.oracles(), Tally())
    let plays = between.map { $0.begin() }
    tally.links = Array(repeating: Tally.Link(), count: plays.count + 1)
    for trial in trials {
      var here = Tally()
      ends.count(&here, &pair, trial, source, order)
      var endings: [Ending] = [.bit(here.bits.first > 0)]
      for (link, play) in plays.enumerated() { endings.append(play(ends.adversary, trial, source, &tally.links[link].work)) }
      endings.append(.bit(here.bits.second > 0))
      if here.forfeits == 0, let failure = endings.lazy.compactMap(\.failure).first { here = Tally(forfeiting: failure) }
      if here.forfeits == 0 {
        for link in tally.links.indices {
          let (near, far) = (endings[link], endings[link + 1])
          tally.links[link].pairs.count(near == .bit(true), far == .bit(true))
          if near != far, here.violations == 0, perfect.contains(link) { here.countViolation(.linkBroken(link + 1), trial) }
        }
      }
      tally += here
    }
    return tally
  }

  public func trials(on tape: any CoinTape) -> () -> Tally { ends.trials(on: tape) }
  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { ends.worlds(on: tape) }

  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    var record = ends.replay(trial: trial, source: source, mostSteps: mostSteps)
    record.violation = run(Trials(only: trial), source: source, order: .leftFirst).firstViolation?.violation.description
    return record
  }
}
