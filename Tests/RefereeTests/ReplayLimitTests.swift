@_spi(Harness) import Coins
import GameKit
import Records
import Referee
import Testing

/// A replay writes down as much as it is asked for, and says what else there was.
@Suite struct ReplayLimitTests {
  private let source = CoinSource(seed: 11)

  private func experiment(perMille: UInt64 = 1000) -> DistinguishingExperiment<BitHop, Looker> {
    DistinguishingExperiment(BitHop(perMille: perMille), adversary: Looker(looks: 50), budget: Budget { _ in 50 })
  }

  @Test func theFirstStepsAreThoseOfTheWholeReplay() {
    let (whole, cut) = (
      experiment().replay(trial: 0, source: source), experiment().replay(trial: 0, source: source, mostSteps: 3)
    )
    #expect(whole.steps.count == 50 && whole.allSteps == 50 && whole.cut == nil)
    #expect(cut.steps == Array(whole.steps.prefix(3)) && cut.allSteps == 50 && cut.cut == "47 more steps of 50")
    #expect(cut.badAt == 1 && cut.endings == whole.endings && cut.violation == whole.violation && cut.coins == whole.coins)
  }

  @Test func aBadEventThatIsNotShownIsTold() {
    let record = experiment().replay(trial: 0, source: source, mostSteps: 0)
    #expect(record.cut == "50 more steps of 50, the bad event at 1")
    #expect(experiment(perMille: 0).replay(trial: 0, source: source, mostSteps: 0).cut == "50 more steps of 50")
    #expect(record.coins == [] && record.areCoinsCut)
  }

  @Test func aFullTapeChangesNoCoin() {
    func play(_ tape: RecordedTape) -> [UInt64] {
      let coins = source.coins(trial: 4, role: .challenger, tape: tape)
      return (0..<5).map { coins.bits(64, for: Label("a", $0 % 3)) }
    }
    let (whole, full) = (RecordedTape(), RecordedTape(most: 2))
    #expect(play(full) == play(whole))
    #expect(full.draws == Array(whole.draws.prefix(2)) && full.isFull && !whole.isFull)
  }
}
