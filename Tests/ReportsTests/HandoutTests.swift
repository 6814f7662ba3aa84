import Records
import Reports
import Testing

/// What is read in class and in a terminal has the same questions in the same order, and no answer before its place.
@Suite struct HandoutTests {
  private static let handout = {
    var handout = Handout(title: "Two & one")
    handout.parts = [
      .text("# Two & one\nSome *words*."), .run(.init("gamekeeper x", ["a_b"])),
      .prediction(1, question: "Will it?", options: ["a) yes", "b) no"]), .exercise(1, task: "Do it."),
      .prediction(2, question: "And now?", options: ["a) yes", "b) no"]),
    ]
    handout.answers = ["b) It cannot.", "a) It can."]
    handout.solutions = [.init("gamekeeper y", ["done"])]
    return handout
  }()

  @Test(arguments: [
    (handout.text, "## Answers", ["1. b) It cannot.\n2. a) It can.\n", "1.\n    $ gamekeeper y\n    done\n"]),
    (handout.latex, "\\clearpage", ["b) It cannot.", "a) It can.", "1.~~\\$ gamekeeper y"]),
  ]) func answersStandBehindTheQuestions(_ text: String, _ border: String, _ behind: [String]) {
    let halves = text.split(separator: border, maxSplits: 1).map { $0.replacing("\\ \\ ", with: "~~") }
    #expect(halves.count == 2 && halves.allSatisfy { !$0.isEmpty })
    for part in behind { #expect(halves[1].contains(part) && !halves[0].contains(part), "\(part): \(text)") }
    for question in ["Will it?", "And now?", "Do it."] {
      #expect(halves[0].contains(question) && !halves[1].contains(question))
    }
  }

  @Test func aTitleStandsOnceOnPaper() {
    #expect(Self.handout.latex.matches(of: /Two \\& one/).count == 2, "above, and above the answers")
    #expect(Handout.latex([Self.handout]).contains("\\section*{Two \\& one}"))
    #expect(Self.handout.text.hasPrefix("# Two & one\nSome *words*.\n\n    $ gamekeeper x\n    a_b\n\nPrediction 1. Will it?\n"))
  }

  @Test func aListingMarksWhatOneWorldHas() {
    let listing = ListingRecord(
      name: "x",
      sections: [
        .init(role: .left, queries: "Q", type: "A", lines: ["a", "b"]),
        .init(role: .right, queries: "Q", type: "B", lines: ["a"]),
      ], lines: [.init(text: "a", only: nil), .init(text: "b", only: .left)])
    #expect(
      listing.text
        == "x, pseudocode; queries: Q\n\nL = left, A; R = right, B; no mark: both\n\n  │ a\nL │ b\n", "\(listing.text)")
    #expect(listing.latex.contains("\\fbox{\\tiny L} & {\\slshape \\texttt{}\\texttt{b}} & & \\\\"))
    #expect(!listing.latex.contains("\\tiny R"))
  }

  @Test func aGapBeforeWhatIsWholeIsSaid() {
    let status = CampaignStatusRecord(plan: "ab", shards: 5, whole: [0, 1, 3], begun: [4])
    #expect(!status.isWhole)
    #expect(
      status.text
        == "plan    ab\nshards  3 of 5 shards are whole, 1 begun; 2 from the first on\nmissing 2 4\n", "\(status.text)")
    let whole = CampaignStatusRecord(plan: "ab", shards: 2, whole: [0, 1], begun: [])
    #expect(whole.isWhole && !whole.text.contains("missing"))
  }

  @Test func aMannerThatIsMissingFailsTheCheck() {
    func record(_ outcome: MannerRecord.Finding.Outcome) -> MannerRecord {
      MannerRecord(
        command: "./a", confinement: "none", game: "g", suite: "calibrated", trials: 1,
        findings: [.init(.play, .met), .init(.pipe, outcome, "why")])
    }
    #expect(record(.notMet).text.hasSuffix("\n  why\n\nnot met: 1 of 2 manners, of `./a` in g\n"))
    #expect(record(.notTried).text.hasSuffix("\nmet: 1 of 2 manners, of `./a` in g\n"))
    #expect([record(.notMet).status, record(.notTried).status, record(.met).status] == [.notMet, .met, .met])
  }
}
