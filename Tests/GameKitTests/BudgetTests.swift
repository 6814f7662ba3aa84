@_spi(Harness) import Coins
@_spi(Harness) import GameKit
import Testing

@Suite struct BudgetTests {
  private func oracle(rolls: Int, totals: Int) -> SingleOracle<Dice> {
    var oracle = SingleOracle(Dice(), budget: Budget { $0 == .roll ? rolls : totals }, recording: true)
    oracle.restart(coins: CoinSource(seed: 1).coins(trial: 0, role: .challenger))
    return oracle
  }

  @Test func theLastQueryOfABudgetIsAnsweredAndTheNextForfeits() throws {
    var oracle = oracle(rolls: 3, totals: 0)
    for left in [3, 2, 1] {
      #expect(oracle.budget[.roll] == left)
      _ = try oracle.ask(.roll(0))
    }
    #expect(oracle.budget[.roll] == 0)
    #expect(throws: Forfeit.overBudget("q_roll")) { _ = try oracle.ask(.roll(0)) }
    #expect(oracle.transcript?.steps.count == 3, "a refused query is not part of the transcript")
    #expect(oracle.game.asked == 3, "and does not reach the game")
  }

  @Test func everyKindIsChargedSeparately() throws {
    var oracle = oracle(rolls: 1, totals: 2)
    _ = try oracle.ask(.total)
    _ = try oracle.ask(.total)
    #expect(throws: Forfeit.overBudget("q_total")) { _ = try oracle.ask(.total) }
    #expect(oracle.budget[.roll] == 1)
    _ = try oracle.ask(.roll(0))
  }

  @Test func aBudgetOfZeroForfeitsAtOnce() {
    var oracle = oracle(rolls: 0, totals: 1)
    #expect(throws: Forfeit.overBudget("q_roll")) { _ = try oracle.ask(.roll(0)) }
  }

  @Test func aLimitBeyondTheRangeIsTheLargestAndANegativeOneIsNone() {
    let budget = Budget<Dice.Query.Kind> { $0 == .roll ? .max : -1 }
    #expect(budget[.roll] == Int(UInt32.max))
    #expect(budget[.total] == 0)
  }

  @Test func anEndingSaysWhyItWasForfeited() {
    var poor = oracle(rolls: 3, totals: 1)
    let coins = CoinSource(seed: 1).coins(trial: 0, role: .adversary)
    #expect(Ending(Roller(), &poor, coins) == .forfeit(.overBudget("q_roll")))
    var rich = oracle(rolls: 4, totals: 1)
    #expect(Ending(Roller(), &rich, coins) != .forfeit(.overBudget("q_roll")))
    #expect(Forfeit.overBudget("q_roll").description == "the budget `q_roll` is used up")
    #expect(Forfeit.resigned("tired").description == "tired")
  }
}
