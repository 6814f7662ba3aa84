import Records
import Reports
import Testing

/// One function decides about the exit status, and text, Markdown and JSON tell it.
@Suite struct OutcomeTests {
  private func status(_ run: RunRecord, expecting name: String? = nil) -> Int32 {
    var run = run
    if let name, let expected = ExpectedVerdict(name) { run.expect(expected) }
    return run.outcome.status.code
  }
  private let assumed = BoundRecord(expression: "ε_sig", definitions: [], value: nil)

  @Test(arguments: Verdict.Kind.allCases) func everyVerdictHasItsStatus(_ kind: Verdict.Kind) {
    let bound = kind == .advantageShown ? assumed : sampleBound
    #expect(status(sampleRun(bound: bound, verdict: kind)) == kind.status)
    #expect(status(sampleRun(bound: bound, verdict: kind, stopped: .interrupted)) == 130)
    #expect(status(sampleRun(bound: bound, verdict: kind), expecting: kind.rawValue) == 0)
    let other = kind == .forfeit ? "invalid" : "forfeit"
    #expect(status(sampleRun(bound: bound, verdict: kind), expecting: other) == (kind == .inconclusive ? 2 : 1))
    #expect(!kind.meaning.isEmpty && ExpectedVerdict(kind.rawValue)?.meaning == kind.meaning)
  }

  @Test func atMostTheBoundIsWhatDoesNotExceedIt() {
    func status(_ kind: Verdict.Kind, _ bound: Double?) -> Int32 {
      self.status(
        sampleRun(bound: BoundRecord(expression: "ε", definitions: [], value: bound), verdict: kind),
        expecting: "atMostBound")
    }
    #expect(status(.withinBound, 0.1) == 0 && status(.boundAttained, 0.1) == 0 && status(.noAdvantageShown, 0) == 0)
    #expect(status(.noAdvantageShown, nil) == 1, "without a number there is nothing to be at most")
    #expect(status(.boundExceeded, 0.1) == 1 && status(.invalid, 0.1) == 1 && status(.inconclusive, 0.1) == 2)
    #expect(
      ExpectedVerdict("atMostBound") == .atMostBound && ExpectedVerdict("atmostbound") == nil && ExpectedVerdict.names.count == 9)
  }

  @Test func aRefutedReductionIsNeverMet() {
    func reduction(_ verdict: ReductionVerdict) -> ReductionRecord {
      ReductionRecord(claim: "c", loss: 1, source: sampleAdvantage, target: sampleAdvantage, verdict: verdict, reason: "r")
    }
    #expect(
      status(sampleRun(reduction: reduction(.refuted))) == 1
        && status(sampleRun(reduction: reduction(.refuted)), expecting: "withinBound") == 1)
    #expect(
      status(sampleRun(reduction: reduction(.undecided))) == 2
        && status(sampleRun(reduction: reduction(.undecided)), expecting: "withinBound") == 0)
    #expect(status(sampleRun(reduction: reduction(.holds))) == 0 && status(sampleRun(reduction: reduction(.vacuous))) == 0)
  }

  @Test func aBadEventAgainstAnAssumedBoundIsABrokenAssumption() {
    let broken = sampleRun(bound: assumed, verdict: .noAdvantageShown, ceiling: nil)
    #expect(broken.brokenAssumption == "ε_sig is assumed to be small, and `guess` causes the bad event in 4822 of 1234567 trials")
    #expect(status(broken) == 1 && status(broken, expecting: "noAdvantageShown") == 0)
    #expect(status(sampleRun(verdict: .noAdvantageShown)) == 0, "a number was there to be compared with")
    #expect(
      broken.text.contains(
        "noAdvantageShown, not met: ε_sig is assumed to be small, and `guess` causes the bad event in 4822 of 1234567 trials; "
          + "with `--expect noAdvantageShown` it is as expected | advantage"
      ))
  }

  @Test func aDefectThatDoesNotShowIsNotMet() {
    #expect(status(sampleRun(twin: "biased")) == 2 && status(sampleRun(twin: "biased"), expecting: "withinBound") == 0)
    #expect(status(sampleRun(twin: "biased", verdict: .invalid)) == 1)
    #expect(
      sampleRun(twin: "biased").text.contains(
        "withinBound, below 2 × its bound, inconclusive: the planted defect `biased` does not show under these settings | "
          + "advantage"
      ))
  }

  @Test func textMarkdownAndJSONTellTheSameOutcome() throws {
    var run = sampleRun()
    run.expect(.atMostBound)
    #expect(run.text.contains("\nwithinBound, below 2 × its bound, as expected | ") && run.markdown.contains("| outcome | met |"))
    #expect(
      try JSON.text(run).contains("\"expected\" : \"atMostBound\"")
        && JSON.text(run).contains("\"outcome\" : {\n    \"status\" : 0\n  }"))
    run.expect(.exactly(.invalid))
    let why = "verdict `invalid` was expected, the run ends with `withinBound`"
    #expect(
      run.outcome == .notMet(why) && run.text.contains(", not met: \(why) | ")
        && run.markdown.contains("| outcome | not met: \(why) |"))
    #expect(try JSON.text(run).contains("\"status\" : 1,\n    \"why\" : \"\(why)\""))
  }

  @Test func theIntervalOfABoundHasAStanding() {
    func standing(_ lower: Double, _ upper: Double) -> BoundStanding? {
      sampleRun(
        bound: BoundRecord(expression: "ε", definitions: [], value: 0.01),
        advantage: Estimate(estimate: lower, lower: lower, upper: upper, error: 0.1)
      ).standing
    }
    #expect(standing(0, 0.01) == .below && standing(0.005, 0.011) == .across && standing(0.011, 0.02) == .above)
    #expect(sampleRun(bound: assumed).standing == nil)
    let below = sampleRun(bound: BoundRecord(expression: "ε", definitions: [], value: 0.01))
    #expect(
      below.text.contains("\nwithinBound, below its bound | ")
        && sampleRun().text.contains("\nwithinBound, below 2 × its bound | "))
  }

  @Test func aTableSaysWhichRowsKeepTheirBounds() {
    let kept = sampleRun(hop: "kept", bound: BoundRecord(expression: "ε", definitions: [], value: 0.01))
    let table = sampleTable([kept, sampleRun(hop: "loose")]).text
    #expect(
      table.contains(
        "1 of 2 intervals lie below their bounds as a whole; less than 2 × the bound is what is shown of the others: loose, "
          + "guess."
      ))
    #expect(sampleTable([kept]).text.contains("1 of 1 intervals lie below their bounds as a whole."))
    #expect(
      sampleTable([kept, sampleRun(hop: "x", verdict: .boundExceeded, ceiling: nil)]).text.contains(
        "\nnot met: 2.0 times the bound is excluded\n"))
  }

  @Test func severalOutcomesAreThatOfTheWorst() {
    #expect(Outcome.all([]) == .met && Outcome.all([.met, .met]) == .met)
    #expect(Outcome.all([.met, .inconclusive("a"), .notMet("b"), .notMet("c")]) == .notMet("b"))
    #expect(
      Outcome.all([.met, .inconclusive("a")]) == .inconclusive("a")
        && Outcome.all([.notMet("b"), .interrupted]).status.words == "interrupted")
    #expect(Outcome.met.words == nil && Outcome.notMet("b").words == "not met: b" && Outcome.interrupted.words == "interrupted")
  }

  // MARK: Sweeps and terms

  private func sweep(_ runs: [RunRecord], isComplete: Bool = true, formula: Double? = nil) -> SweepRecord {
    SweepRecord(
      game: "g", adversary: "a", suite: "calibrated", quantity: "bad event", parameters: ["q"], settings: [:], seed: 1,
      alpha: 0.001,
      points: runs.enumerated().map { .init($1, values: [$0], measured: $1.advantage, formula: formula) }, isComplete: isComplete)
  }

  @Test func aSweepIsDecidedByItsPoints() {
    let (sound, open) = (sampleRun(), sampleRun(verdict: .inconclusive, ceiling: nil))
    #expect(sweep([sound, open]).outcome == .met, "one point is decided")
    #expect(
      sweep([open, open]).outcome.status == .inconclusive
        && sweep([open, open]).text.contains("\ninconclusive: no point is decided, the first because "))
    let refuted = sampleRun(
      reduction: ReductionRecord(
        claim: "c", loss: 1, source: sampleAdvantage, target: sampleAdvantage, verdict: .refuted, reason: "r"))
    #expect(
      sweep([sound, refuted]).outcome.status == .notMet
        && sweep([sound, refuted]).markdown.contains("withinBound, reduction refuted"))
    #expect(
      sweep([sound], formula: 0.9).outcome == .notMet("1 closed formulas lie outside their intervals")
        && sweep([sound], formula: 0.004).outcome == .met)
    #expect(sweep([sound], isComplete: false).outcome == .interrupted)
    #expect(
      sweep([sound, sound]).text.contains(
        "0 of 2 intervals lie below their bounds as a whole; less than 2 × the bound is what is shown of the others: q=0; q=1."))
  }

  @Test func theSumOfTermsIsDecidedByItsRows() {
    func advantage(_ x: Double) -> Estimate { Estimate(estimate: x, lower: x * 0.95, upper: x * 1.05, error: 1e-3) }
    func terms(_ total: Double, _ verdict: Verdict.Kind) -> TermsRecord {
      TermsRecord(
        sampleRun(hop: "reduction", verdict: verdict, advantage: advantage(total)), alpha: 0.001,
        terms: [.init(sampleRun(hop: "odh", verdict: verdict, advantage: advantage(0.03)), factor: 2)])
    }
    #expect(
      terms(0.06, .withinBound).outcome == .met
        && terms(0.09, .withinBound).outcome == .notMet("the sum of the terms is exceeded"))
    #expect(
      terms(0.06, .inconclusive).outcome == .inconclusive("nothing is decided in any row")
        && terms(0.06, .boundExceeded).outcome.status == .notMet)
  }
}
