import Coins
@_spi(Harness) import GameKit
import Testing

@Suite struct LockstepTests {
  private func play(_ plant: DiceHop.Plant, trial: UInt64 = 0) -> Lockstep<DiceHop, Roller>.PairedOutcome {
    var lockstep = Lockstep(DiceHop(plant: plant), adversary: Roller(), budget: Budget { _ in 4 })
    return lockstep.play(trial: trial, source: CoinSource(seed: 3))
  }

  @Test func equalWorldsStandEqualInEveryTrial() {
    for trial in 0..<200 as Range<UInt64> {
      let outcome = play(.nothing, trial: trial)
      #expect(outcome.standing == .equal)
      #expect(outcome.left == outcome.right)
    }
  }

  @Test(arguments: 1...5) func aDifferentAnswerIsAViolationAtItsQuery(_ query: Int) {
    #expect(play(.answer(at: query)).standing == .violated(.answersDiffer(query: query)))
  }

  @Test(arguments: 1...5) func aBrokenRelationIsAViolationThatNamesItsPart(_ query: Int) {
    #expect(play(.relation(at: query)).standing == .violated(.relationBroken(query: query, part: "totals")))
  }

  @Test func aDifferenceAfterTheAdversaryHasFinishedIsNone() {
    #expect(play(.answer(at: 6)).standing == .equal)
    #expect(play(.relation(at: 6)).standing == .equal)
  }

  @Test(arguments: 1...5) func whatDiffersFromTheBadEventOnIsNoViolation(_ query: Int) {
    #expect(play(.bad(at: query)).standing == .bad(query: query))
  }

  @Test func aViolationBeforeTheBadEventIsOneAndAfterItIsNone() {
    #expect(play(.badThenRelation(bad: 3, relation: 2)).standing == .violated(.relationBroken(query: 2, part: "totals")))
    #expect(play(.badThenRelation(bad: 2, relation: 3)).standing == .bad(query: 2))
    #expect(play(.badThenRelation(bad: 2, relation: 2)).standing == .bad(query: 2), "at the same query the bad event comes first")
  }

  @Test func afterTheBadEventTheRightWorldIsPlayedOnItsOwn() {
    let differing = (0..<64 as Range<UInt64>).count { trial in
      let outcome = play(.bad(at: 1), trial: trial)
      return outcome.left != outcome.right
    }
    #expect(differing == 0, "the sign of every answer is flipped, which Roller's parity does not see")
    var lockstep = Lockstep(DiceHop(plant: .bad(at: 1)), adversary: SignReader(), budget: Budget { _ in 4 })
    let outcome = lockstep.play(trial: 0, source: CoinSource(seed: 3))
    #expect(outcome.left == .bit(false))
    #expect(outcome.right == .bit(true), "it reads the right world's own answers")
  }

  @Test func aForfeitIsTheEndingInBothWorlds() {
    var lockstep = Lockstep(DiceHop(), adversary: Roller(rolls: 5), budget: Budget { _ in 4 })
    let outcome = lockstep.play(trial: 0, source: CoinSource(seed: 3))
    #expect(outcome.left == .forfeit(.overBudget("q_roll")))
    #expect(outcome.right == outcome.left)
    #expect(outcome.standing == .equal)
  }

  @Test func anAdversaryWithRandomnessOfItsOwnIsFound() {
    var hidden = Lockstep(DiceHop(), adversary: Moody(), budget: Budget { _ in 4 })
    #expect(hidden.play(trial: 0, source: CoinSource(seed: 3)).standing == .violated(.bitsDiffer))
  }

  @Test func trialsDoNotInfluenceEachOther() {
    var lockstep = Lockstep(DiceHop(plant: .bad(at: 2)), adversary: SignReader(), budget: Budget { _ in 4 })
    let source = CoinSource(seed: 3)
    let forwards = (0..<50).map { lockstep.play(trial: $0, source: source) }
    let backwards = (0..<50).reversed().map { lockstep.play(trial: $0, source: source) }.reversed()
    for (a, b) in zip(forwards, backwards) { #expect((a.left, a.right, a.standing) == (b.left, b.right, b.standing)) }
  }

  @Test func violationsExplainThemselves() {
    let violations: [Violation] = [
      .answersDiffer(query: 2), .relationBroken(query: 3, part: "totals"), .bitsDiffer, .reductionDisagrees,
    ]
    let words = violations.map(\.description)
    #expect(words[0].contains("query 2") && words[1].contains("totals"))
    #expect(Set(words).count == 4)
  }
}

/// Answers whether it has seen a negative number.
private struct SignReader: Adversary {
  typealias Query = Dice.Query
  typealias Answer = Int
  func play(_ oracle: inout some Oracle<Dice.Query, Int>, coins: Coins) throws(Forfeit) -> Bool { try oracle.ask(.roll(0)) < 0 }
}

/// Breaks its promise: its bit depends on something besides answers and coins.
private final class Moody: Adversary {
  typealias Query = Dice.Query
  typealias Answer = Int
  private let calls = Counter()
  func play(_ oracle: inout some Oracle<Dice.Query, Int>, coins: Coins) throws(Forfeit) -> Bool {
    _ = try oracle.ask(.total)
    return calls.next() % 2 == 0
  }
}
