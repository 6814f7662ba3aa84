@_spi(Harness) import Coins
@_spi(Harness) import GameKit
import Testing

@Suite struct OracleTests {
  private let coins = CoinSource(seed: 2).coins(trial: 5, role: .challenger)
  private let own = CoinSource(seed: 2).coins(trial: 5, role: .adversary)

  @Test func aRestartedGameIsAFreshOne() throws {
    var used = SingleOracle(Dice(), budget: Budget { _ in 9 }, recording: true)
    used.restart(coins: CoinSource(seed: 2).coins(trial: 4, role: .challenger))
    _ = Ending(Roller(rolls: 7), &used, own)
    used.restart(coins: coins)
    let second = Ending(Roller(), &used, own)
    var fresh = SingleOracle(Dice(), budget: Budget { _ in 9 }, recording: true)
    fresh.restart(coins: coins)
    #expect(Ending(Roller(), &fresh, own) == second)
    #expect(used.transcript == fresh.transcript)
    #expect(used.transcript?.steps.count == 5)
    #expect(used.budget[.roll] == fresh.budget[.roll])
    #expect(used.game.total == fresh.game.total)
  }

  @Test func anotherTrialIsAnotherTranscript() {
    func transcript(_ trial: UInt64) -> Transcript<Dice.Query, Int>? {
      var oracle = SingleOracle(Dice(), budget: Budget { _ in 9 }, recording: true)
      oracle.restart(coins: CoinSource(seed: 2).coins(trial: trial, role: .challenger))
      _ = Ending(Roller(), &oracle, own)
      return oracle.transcript
    }
    #expect(transcript(5) == transcript(5))
    #expect(transcript(5) != transcript(6))
  }

  @Test func aTranscriptIsRecordedOnRequestOnly() {
    var oracle = SingleOracle(Dice(), budget: Budget { _ in 9 })
    oracle.restart(coins: coins)
    _ = Ending(Roller(), &oracle, own)
    #expect(oracle.transcript == nil)
  }

  @Test func aCopyOfAGameIsASnapshotOfTheWorld() {
    var game = Dice()
    game.restart(coins: coins)
    _ = game.answer(.roll(0))
    let snapshot = game
    _ = game.answer(.roll(1))
    var restored = snapshot
    #expect(restored.answer(.total) == snapshot.total)
    #expect(restored.total < game.total)
  }

  // MARK: Reductions

  /// A reduction that answers a roll with the roll one further on.
  private struct Shift: Reduction {
    typealias Source = Dice
    typealias Target = Dice
    var by: UInt64 = 1

    func play<A: Adversary<Dice.Query, Int>>(
      _ adversary: A, against oracle: inout some Oracle<Dice.Query, Int>, coins: Coins
    ) throws(Forfeit) -> Bool {
      var shifted = Shifted(oracle: oracle, by: by)
      let ending = Ending(adversary, &shifted, coins)
      oracle = shifted.oracle
      switch ending {
      case .bit(let bit): return !bit
      case .forfeit(let forfeit): throw forfeit
      }
    }
  }

  private struct Shifted<O: Oracle<Dice.Query, Int>>: Oracle {
    typealias Query = Dice.Query
    typealias Answer = Int
    var oracle: O
    let by: UInt64
    var budget: Budget<Dice.Query.Kind> { oracle.budget }
    mutating func ask(_ query: Dice.Query) throws(Forfeit) -> Int {
      if case .roll(let index) = query { return try oracle.ask(.roll(index + by)) }
      return try oracle.ask(query)
    }
  }

  private func play(_ adversary: some Adversary<Dice.Query, Int>) -> (Ending, [Dice.Query]) {
    var oracle = SingleOracle(Dice(), budget: Budget { _ in 9 }, recording: true)
    oracle.restart(coins: coins)
    let ending = Ending(adversary, &oracle, own)
    return (ending, oracle.transcript?.steps.map(\.query) ?? [])
  }

  @Test func aReducedAdversaryPlaysTheTargetGame() {
    let (_, queries) = play(Reduced(Shift(), of: Roller()))
    #expect(queries == [.roll(1), .roll(2), .roll(3), .roll(4), .total])
  }

  @Test func composedReductionsActOneAfterTheOther() {
    let (composed, queries) = play(Reduced(Composed(Shift(by: 1), Shift(by: 10)), of: Roller()))
    let (nested, same) = play(Reduced(Shift(by: 10), of: Reduced(Shift(by: 1), of: Roller())))
    #expect(queries == [.roll(11), .roll(12), .roll(13), .roll(14), .total])
    #expect(queries == same)
    #expect(composed == nested)
    let (once, _) = play(Reduced(Shift(by: 11), of: Roller()))
    #expect(composed != once, "each of the two negates the bit")
  }

  @Test func aForfeitInsideAReductionIsTheForfeitOfTheWhole() {
    let (ending, queries) = play(Reduced(Shift(), of: Roller(rolls: 10)))
    #expect(ending == .forfeit(.overBudget("q_roll")))
    #expect(queries.count == 9)
  }
}
