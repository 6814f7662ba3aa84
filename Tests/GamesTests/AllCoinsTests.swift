@_spi(Harness) import Coins
import Testing

@Suite struct AllCoinsTests {
  private func probability(outOf scale: Int, _ event: (Coins) -> Bool) -> Int? {
    AllCoins.probability(outOf: scale) { event(CoinSource(seed: 0).coins(trial: 0, role: .challenger, tape: $0)) }
  }

  @Test func twoDiceShowSevenInSixOfThirtySix() {
    #expect(
      probability(outOf: 36) { coins in
        coins.uniform(below: 6, for: Label("a")) + coins.uniform(below: 6, for: Label("b")) == 5
      } == 6)
  }

  @Test func oneNameIsOneCoin() {
    #expect(probability(outOf: 4) { $0.bits(2, for: Label("a")) == $0.bits(2, for: Label("a")) } == 4)
    #expect(probability(outOf: 16) { $0.bits(2, for: Label("a")) == $0.bits(2, for: Label("b")) } == 4)
  }

  @Test func aDrawThatDependsOnAnotherHasItsOwnWeight() {
    #expect(probability(outOf: 8) { $0.bits(1, for: Label("a")) == 1 && $0.bits(2, for: Label("b")) == 3 } == 1)
  }

  @Test func aWrongDenominatorIsRefused() {
    #expect(probability(outOf: 3) { $0.bits(1, for: Label("a")) == 1 } == nil)
  }
}
