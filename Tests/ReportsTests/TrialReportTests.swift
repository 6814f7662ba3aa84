import Records
import Reports
import Testing

@Suite struct TrialReportTests {
  private func trial(right: String = "accepted", rightQuery: String? = nil, badAt: Int? = nil, violation: String? = nil)
    -> TrialRecord
  {
    TrialRecord(
      trial: 12, worlds: ["left", "right"],
      steps: [
        .init(query: "keygen()", left: "ab", rightQuery: nil, right: "ab"),
        .init(query: "verify(ab, m|n, s)", left: "accepted", rightQuery: rightQuery, right: right),
      ],
      endings: ["bit 1", "bit 0"], badAt: badAt, violation: violation,
      coins: [.init(name: "challenger.keygen(0,0,0)", value: "00ff")])
  }

  @Test func answersThatAgreeAreShownOnceAndOthersSideBySide() {
    #expect(
      trial().text(showsCoins: false) == """
        trial 12
        1. keygen()
             ab
        2. verify(ab, m|n, s)
             accepted
        left: bit 1
        right: bit 0

        """)
    #expect(trial(right: "rejected").text(showsCoins: false).contains("     left:  accepted\n     right: rejected\n"))
    #expect(trial(rightQuery: "keygen()").text(showsCoins: false).contains("     right asks instead: keygen()\n"))
  }

  @Test func theBadEventAndTheViolationAreMarked() {
    #expect(trial(badAt: 2).text(showsCoins: false).contains("accepted\n     <- the bad event\n"))
    #expect(trial(violation: "they differ").text(showsCoins: false).hasSuffix("lockstep violation: they differ\n"))
    #expect(!trial().text(showsCoins: false).contains("<-"))
  }

  @Test func coinsAreListedOnRequest() {
    #expect(trial().text(showsCoins: true).hasSuffix("coins:\n  challenger.keygen(0,0,0) = 00ff\n"))
    #expect(!trial().text(showsCoins: false).contains("coins"))
  }

  @Test func markdownEscapesBarsAndHasAColumnAWorld() {
    let markdown = trial(badAt: 2).markdown
    #expect(markdown.contains("| 2 | `verify(ab, m\\|n, s)` **bad** | `accepted` | `accepted` |"))
    #expect(markdown.hasPrefix("| | query | left | right |\n| --- | --- | --- | --- |\n"))
    let single = TrialRecord(
      trial: 1, worlds: ["game"], steps: [.init(query: "q", left: "a", rightQuery: nil, right: nil)], endings: ["bit 0"],
      badAt: nil,
      violation: nil, coins: [])
    #expect(single.markdown.hasPrefix("| | query | game |\n| --- | --- | --- |\n| 1 | `q` | `a` |\n"))
    #expect(single.text(showsCoins: false) == "trial 1\n1. q\n     a\ngame: bit 0\n")
  }
}
