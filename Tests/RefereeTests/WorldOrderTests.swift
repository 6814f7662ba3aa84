import Coins
import GameKit
import Referee
import Synchronization
import Testing

/// No result depends on which world is played first, unless the worlds share something.
@Suite struct WorldOrderTests {
  private let source = CoinSource(seed: 31)

  @Test(arguments: [Coupling.coupled, .independent]) func theOrderChangesNothing(_ coupling: Coupling) {
    let experiment = AnyExperiment(DistinguishingExperiment(perMille: 30, overdraws: 1, coupling: coupling))
    #expect(experiment.run(0..<5000, source: source, order: .rightFirst) == experiment.run(0..<5000, source: source))
  }

  @Test func worldsThatShareAnythingAreFoundByPlayingTheRightOneFirst() {
    func tally(_ order: WorldOrder) -> Tally {
      DistinguishingExperiment(LeakyHop(), adversary: Looker(), budget: Budget { _ in 1 }).run(
        0..<500, source: source, order: order)
    }
    // Left first, the leak runs into a world that is no longer asked.
    #expect(tally(.leftFirst).violations == 0)
    #expect(tally(.rightFirst).violations > 0)
  }

  @Test func withoutLockstepTheCountsDiffer() {
    func tally(_ order: WorldOrder) -> Tally {
      let hop = LeakyHop(wipesAtStart: false)
      return AssumptionExperiment(left: { hop.left }, right: { hop.right }, adversary: Looker(), budget: Budget { _ in 1 })
        .run(0..<100, source: source, order: order)
    }
    #expect(tally(.leftFirst) != tally(.rightFirst))
  }
}

/// A planted hop: answering, the right world leaves a mark that the left world reads and wipes away.
private struct LeakyHop: Hop {
  typealias Query = BitHop.Query
  typealias Answer = Int
  final class Mark: Sendable { let isSet = Atomic(false) }
  let mark = Mark()
  var wipesAtStart = true

  struct World: Game {
    let mark: Mark
    let isRight: Bool
    let wipesAtStart: Bool
    mutating func restart(coins: Coins) {
      if !isRight, wipesAtStart { mark.isSet.store(false, ordering: .relaxed) }
    }
    mutating func answer(_ query: BitHop.Query) -> Int {
      if isRight {
        mark.isSet.store(true, ordering: .relaxed)
        return 0
      }
      return mark.isSet.exchange(false, ordering: .relaxed) ? 1 : 0
    }
  }

  var left: World { World(mark: mark, isRight: false, wipesAtStart: wipesAtStart) }
  var right: World { World(mark: mark, isRight: true, wipesAtStart: wipesAtStart) }
  func isBad(_ left: borrowing World) -> Bool { false }
  func relation(_ left: borrowing World, _ right: borrowing World) -> Relation { .holds }
}
