import Coins
import GameKit
import Referee
import Synchronization
import Testing

/// An adversary from outside may fail in one play of a trial and not in the others. That is a forfeit, and nothing is compared
/// then: it must not look as if the worlds, or a reduction, contradicted each other.
@Suite struct FailureTests {
  /// An experiment in which a trial is played in so many plays, and what its planted twin must be convicted of.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let plays: Int
    let violation: Violation
    let experiment: @Sendable (_ adversary: Failing, _ isTwin: Bool) -> AnyExperiment
  }

  static let cases = [
    Case(testDescription: "hop with its reduction", plays: 3, violation: .reductionDisagrees) {
      AnyExperiment(
        HopExperiment(
          hop, budget: once, adversary: $0, reduction: Forward(), to: lamp($1 ? 0 : 1000), targetBudget: once,
          agreement: .everyTrial))
    },
    Case(testDescription: "hop on unrelated coins with its reduction", plays: 3, violation: .reductionDisagrees) {
      AnyExperiment(
        HopExperiment(
          hop, budget: once, adversary: $0, reduction: Forward(), to: lamp($1 ? 0 : 1000), targetBudget: once,
          agreement: .everyTrial, coupling: .independent))
    },
    Case(testDescription: "game with its reduction", plays: 2, violation: .reductionDisagrees) {
      AnyExperiment(
        ReductionExperiment(
          lamp(1000), budget: once, adversary: $0, reduction: Forward(), to: lamp($1 ? 0 : 1000), targetBudget: once,
          agreement: .everyTrial))
    },
    Case(testDescription: "two worlds beside their simulations", plays: 4, violation: .reductionDisagrees) {
      AnyExperiment(AssumptionReductionExperiment(pair(hop, $0), under: pair($1 ? quiet : hop, $0)))
    },
    Case(testDescription: "chain of games", plays: 3, violation: .linkBroken(1)) { adversary, isTwin in
      let between = ChainWorld<Failing>(budget: once) {
        SimulatedGame(Pass(), of: SimulatedGame(Pass(), of: isTwin ? hop.right : hop.left))
      }
      return AnyExperiment(ChainExperiment(pair(hop, adversary), through: [between], perfect: [0]))
    },
    Case(testDescription: "hop with two reductions in a row", plays: 4, violation: .linkBroken(1)) { adversary, isTwin in
      let both = HopExperiment(
        hop, budget: once, adversary: adversary, reduction: Forward(), to: lamp(1000), targetBudget: once, agreement: .planted)
      return AnyExperiment(
        ChainedHopExperiment(both, under: { SimulatedGame(Pass(), of: Lamp(world: BitHop(perMille: isTwin ? 0 : 1000).left)) }))
    },
  ]

  @Test(arguments: cases) func aFailureInAnyPlayIsAForfeitAndContradictsNothing(_ of: Case) {
    for play in 0..<of.plays {
      let tally = of.experiment(Failing(in: play), false).run(1..<2, source: CoinSource(seed: 1))
      #expect(tally.trials == 1 && tally.forfeits == 1 && tally.violations == 0, "play \(play)")
      #expect(tally.firstForfeit == .resigned("it ended"))
      #expect(tally.links.isEmpty || tally.links[0].pairs.differ == 0, "play \(play)")
      let record = of.experiment(Failing(in: play), false).replay(trial: 1, source: CoinSource(seed: 1))
      #expect(record.violation == nil, "play \(play)")
    }
    let sound = Failing(in: nil)
    #expect(of.experiment(sound, false).run(1..<2, source: CoinSource(seed: 1)).forfeits == 0)
    #expect(sound.plays == of.plays, "each of the plays has failed once above")
  }

  @Test(arguments: cases) func aContradictionIsStillFound(_ of: Case) {
    let tally = of.experiment(Failing(in: nil), true).run(1..<9, source: CoinSource(seed: 1))
    #expect(tally.firstViolation?.violation == of.violation && tally.violations == 8 && tally.forfeits == 0)
  }

  /// Whoever overdraws does so wherever the answers are the same, so a reduction that lacks a query is one that disagrees.
  @Test func aReductionThatOverdrawsStillDisagrees() {
    let tally = HopExperiment(
      Self.hop, budget: Self.once, adversary: Failing(in: nil), reduction: Forward(), to: Self.lamp(1000),
      targetBudget: Budget { _ in 0 }, agreement: .everyTrial
    ).run(0..<8, source: CoinSource(seed: 1))
    #expect(tally.forfeits == 8 && tally.firstViolation?.violation == .reductionDisagrees)
  }

  /// A trial that is played apart, to begin with, is counted and not played again: who is told of it could tell.
  @Test(arguments: [1, 2, 4]) func noTrialIsPlayedTwice(_ threads: Int) async {
    let plays = Mutex<[UInt64: Int]>([:])
    let experiment = AnyExperiment(
      Scripted { number, tally in
        plays.withLock { $0[number, default: 0] += 1 }
        if number % 3 == 0 { tally.bad += 1 }
      })
    let outcome = await Referee(source: CoinSource(seed: 1), judge: Judge(alpha: 1e-3), threads: threads).run(
      experiment, bound: nil, rule: StoppingRule(trials: 100), blockSize: 16)
    #expect(outcome.tally.trials == 100 && outcome.tally.bad == 34)
    #expect(plays.withLock { $0.count == 100 && $0.values.allSatisfy { $0 == 1 } })
  }

  // MARK: Games

  /// In every trial the worlds differ, and the left one flags it; the other hop's never do.
  private static let hop = BitHop(perMille: 1000), quiet = BitHop(perMille: 0)
  private static let once = Budget<BitHop.Query.Kind> { _ in 1 }

  private static func lamp(_ perMille: UInt64) -> @Sendable () -> Lamp { { Lamp(world: BitHop(perMille: perMille).left) } }

  private static func pair(_ hop: BitHop, _ adversary: Failing) -> AssumptionExperiment<BitHop.World, BitHop.World, Failing> {
    AssumptionExperiment(left: { hop.left }, right: { hop.right }, adversary: adversary, budget: once)
  }

  /// Looks once, and fails in one of its plays.
  final class Failing: Adversary {
    typealias Query = BitHop.Query
    typealias Answer = Int
    private let failing: Int?
    private let begun = Atomic(0)

    /// - Parameter play: counted from 0; nil for none.
    init(in play: Int?) { failing = play }

    var plays: Int { begun.load(ordering: .relaxed) }

    func play(_ oracle: inout some Oracle<BitHop.Query, Int>, coins: Coins) throws(Forfeit) -> Bool {
      if begun.wrappingAdd(1, ordering: .relaxed).oldValue == failing { throw .resigned("it ended") }
      return try oracle.ask(.look) == 1
    }
  }

  /// A game that is won by looking where the worlds of a hop would differ.
  struct Lamp: WinnableGame {
    var world: BitHop.World
    private(set) var isWon = false

    init(world: BitHop.World) { self.world = world }

    mutating func restart(coins: Coins) {
      world.restart(coins: coins)
      isWon = false
    }

    mutating func answer(_ query: BitHop.Query) -> Int {
      isWon = world.differs
      return world.answer(query)
    }
  }

  private struct Forward: Reduction {
    typealias Source = Lamp
    typealias Target = Lamp
    func play<A: Adversary<BitHop.Query, Int>>(
      _ adversary: A, against oracle: inout some Oracle<BitHop.Query, Int>, coins: Coins
    ) throws(Forfeit) -> Bool { try adversary.play(&oracle, coins: coins) }
  }

  /// A simulation that hands every query on.
  private struct Pass<Inner: Game>: Simulation where Inner.Query == BitHop.Query, Inner.Answer == Int {
    typealias Query = BitHop.Query
    typealias Answer = Int
    mutating func restart(coins: Coins) {}
    func budget(within inner: Budget<BitHop.Query.Kind>) -> Budget<BitHop.Query.Kind> { inner }
    mutating func answer(_ query: Query, asking oracle: inout some Oracle<Inner.Query, Inner.Answer>) throws(Forfeit) -> Int {
      try oracle.ask(query)
    }
  }
}
