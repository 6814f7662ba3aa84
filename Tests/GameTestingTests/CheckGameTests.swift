import GameKit
import GameTesting
import Testing

@Suite struct CheckGameTests {
  private func findings(
    _ urn: Urn, twin: Urn = Urn(.unflagged), bound: Double = 0.75, honest: Urn.Draw = .init(1), attack: Urn.Draw = .init(3),
    budget: Int = 3
  ) -> [Finding] {
    do throws(Nonconformance) {
      try checkGame(urn, twin: twin, budget: { _ in budget }, bound: bound, honest: honest, attack: attack)
      return []
    } catch { return error.findings }
  }

  private func findings(
    _ lock: Lock, twin: Lock = Lock(.oneBit), bound: Double = 0.25, honest: [UInt64] = [], attack: [UInt64] = [0]
  ) -> [Finding] {
    do throws(Nonconformance) {
      try checkGame(
        lock, twin: twin, budget: { _ in 3 }, bound: bound, honest: Lock.Try(values: honest), attack: Lock.Try(values: attack))
      return []
    } catch { return error.findings }
  }

  @Test func aSoundHopAndASoundGameKeepTheirPromises() {
    #expect(findings(Urn()) == [])
    #expect(findings(Lock()) == [])
  }

  // MARK: Planted faults

  struct Planted: Sendable {
    let fault: Urn.Fault
    let promise: Finding.Promise
    let words: String
  }

  @Test(arguments: [
    Planted(fault: .forgetsToRestart, promise: .restart, words: "Draw, left: trial 1 is another by itself"),
    Planted(fault: .hiddenRandomness, promise: .replay, words: "left: trial 0, played twice on the same coins, ends in two ways"),
    Planted(fault: .badFromTheStart, promise: .start, words: "without a budget: the bad event has occurred"),
    Planted(fault: .unrelatedFromTheStart, promise: .start, words: "before the first query the two states disagree on the draws"),
    Planted(fault: .lossyAnswer, promise: .transcripts, words: "is read back as `draw("),
    Planted(
      fault: .sharedState, promise: .order, words: "the honest player sees something else when the right world plays first"),
    Planted(fault: .unflagged, promise: .lockstep, words: "differ before the bad event"),
    Planted(fault: .twoRanges, promise: .exact, words: "is made from two different ranges"),
  ]) func aPlantedFaultIsFoundAsWhatItIs(_ planted: Planted) {
    let found = findings(Urn(planted.fault))
    #expect(found.contains { $0.promise == planted.promise && $0.words.contains(planted.words) }, "\(found)")
  }

  @Test func aBoundThatIsTooSmallIsRefutedByAFraction() {
    // 1 − 3/4·2/4, and a hair less.
    #expect(findings(Urn(), bound: 0.625) == [])
    #expect(
      findings(Urn(), bound: 0.624).map(\.description) == [
        "bound: the bad event has the probability 5/8, and the bound is 0.624",
        "bound: the advantage has the probability 5/8, and the bound is 0.624",
      ])
  }

  @Test func aTwinWithoutADefectIsNotCaught() {
    #expect(findings(Urn(), twin: Urn()).map(\.promise) == [.twin])
    #expect(findings(Lock(), twin: Lock()).map(\.promise) == [.twin])
  }

  @Test func anAttackThatDoesNothingIsNone() {
    let found = findings(Urn(), attack: .init(1))
    #expect(found.map(\.promise) == [.attack, .twin])
    #expect(found[0].words == "the bound is 0.75, and the attack causes nothing in 2000 trials")
  }

  @Test func anAttackBeyondItsBudgetIsNamed() {
    #expect(
      findings(Urn(), budget: 2).map(\.description) == [
        "attack: 2000 trials are forfeited: the budget `q_draw` is used up"
      ])
  }

  @Test func whoAttacksIsNotHonest() {
    #expect(findings(Urn(), honest: .init(3)).map(\.promise) == [.honest])
    #expect(findings(Lock(), honest: [0]).map(\.promise) == [.honest])
  }

  @Test func whatIsSeenOtherwiseThanOverAllCoinsIsFound() {
    // It tires after the sample: over all coins it asks nothing.
    let found = findings(Urn(), attack: .init(3, tiresAfter: 3_000))
    #expect(
      found.contains { $0.promise == .exact && $0.words.hasSuffix("of 2000 trials, and has the probability 0") }, "\(found)")
  }

  @Test(arguments: [
    (Lock.Fault.staysOpen, Finding.Promise.restart, "is another by itself than after those before it"),
    (.opensByItself, .start, "without a budget: the game is won"),
    (.oneBit, .bound, "the bad event has the probability 1/2, and the bound is 0.25"),
  ]) func aPlantedFaultOfAGameIsFoundAsWhatItIs(_ fault: Lock.Fault, _ promise: Finding.Promise, _ words: String) {
    let found = findings(Lock(fault))
    #expect(found.contains { $0.promise == promise && $0.words.contains(words) }, "\(found)")
  }

  // MARK: Budgets

  @Test func kindsThatDoNotCountFromZeroAreFoundBeforeABudgetIsMade() {
    let silent = OddKinds.Silent()
    #expect {
      try checkGame(OddKinds(), twin: OddKinds(), budget: { _ in 1 }, bound: 0, honest: silent, attack: silent)
    } throws: { "\($0)" == "budgets: the kinds of queries are numbered [1], not from 0 on" }
  }
}
