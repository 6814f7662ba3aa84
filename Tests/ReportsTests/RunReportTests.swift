import Records
import Reports
import Testing

@Suite struct RunReportTests {
  @Test func theTextSaysEverythingOnce() {
    #expect(
      sampleRun(reduction: sampleReduction).text == """
        game       signature-idealization
        adversary  guess
        suite      calibrated   q_gen=1 tries=4

        advantage  0.003906   in [0.0038, 0.0041] at confidence 0.99975
        bad event  4,822 of 1,234,567   in [0.0038, 0.0041]
        bound      q_gen·ε_sig = 0.003906
                   ε_sig = tries/2^signatureBits
        lockstep   0 violations in 1,234,567 paired trials
        reduction  Pr[UF(A)] ≤ q_gen·Pr[UF₁(C(A))]
                   left 0.016, right 4·0.004: holds (left ≥ 2.0 times right is excluded)
        canaries   loud alive
        speed      1,000,000 trials a second

        withinBound: 2.0 times the bound is excluded
        withinBound, below 2 × its bound | advantage [0.0038, 0.0041] at confidence 0.99975 | 1,234,567 trials | seed 7 | \
        stopped: all trials played \
        | gamekeeper replay 'gk1:token'

        """)
  }

  @Test func whatIsPeculiarToARunIsAddedAndNothingElse() {
    let plain = sampleRun().text
    #expect(sampleRun(hop: "ind_uf").text.hasPrefix("hop        ind_uf\n") && plain.hasPrefix("game       "))
    #expect(sampleRun(twin: "biased").text.contains("\ntwin       biased: a planted defect\n") && !plain.contains("twin"))
    #expect(
      sampleRun(twin: "biased", twinMeaning: .outsideAssumption).text.contains(
        "\ntwin       biased: outside the theorem's assumption, its bound says nothing here\n"))
    #expect(
      sampleRun(violations: 3).text.contains("3 violations")
        && sampleRun(violations: 3).text.contains("first: the two answers differ"))
    #expect(sampleRun(forfeits: 12).text.contains("\nforfeits   12 trials\n") && !plain.contains("forfeits"))
    #expect(sampleRun(isAlive: false).text.contains("loud DEAD") && plain.contains("loud alive"))
    #expect(!sampleRun(trialsPerSecond: nil).text.contains("speed"))
    let credits = [CreditRecord(attack: "collide-keys", trials: 4000), CreditRecord(attack: "guess-wrap-key", trials: 0)]
    #expect(
      sampleRun(credits: credits).text.contains("\nshown by   collide-keys 4,000\n           guess-wrap-key 0\n")
        && !plain.contains("shown by"))
    let assumed = sampleRun(bound: BoundRecord(expression: "q_gen·ε_sig", definitions: [], value: nil)).text
    #expect(assumed.contains("q_gen·ε_sig = not known: an ε in it is assumed"))
    #expect(!sampleRun(bound: nil).text.contains("bound      "))
  }

  private let work = [
    WorkRecord(
      symbol: "q_ver", resource: .verifications, most: 1200, mean: 3.5, charge: Charge("q_ver", atMost: 16, onAverage: 4)),
    WorkRecord(symbol: "q_own", resource: .keys, most: 3, mean: 3, charge: Charge("q_own", atMost: 7)),
    WorkRecord(symbol: "q_sig", resource: nil, most: 1, mean: 1, charge: nil),
  ]

  @Test func whatAReductionUsesStandsBesideWhatItIsCharged() {
    let metered = ReductionRecord(
      claim: "c", loss: 1, source: sampleAdvantage, target: sampleAdvantage, verdict: .holds, reason: "r", resources: work)
    let line =
      "used at most q_ver 1,200 (mean 3.5), q_own 3 (mean 3), q_sig 1 (mean 1); charged q_ver 16, in the mean 4; q_own 7"
    #expect(sampleRun(reduction: metered).text.contains("\nresources  \(line)\n"))
    #expect(sampleRun(reduction: metered).markdown.contains("\n| resources | \(line) |\n"))
    #expect(!sampleRun(reduction: sampleReduction).text.contains("resources"), "where nothing was measured")
  }

  @Test func aChainIsShownLinkByLink() {
    func link(_ number: Int, difference: Estimate?, _ verdict: ReductionVerdict) -> LinkRecord {
      LinkRecord(
        from: "G\(number)", to: "G\(number + 1)", claim: "at most ε", left: sampleAdvantage, right: sampleAdvantage,
        difference: difference, bound: difference == nil ? nil : 0.5, verdict: verdict, reason: "why",
        resources: difference == nil ? nil : [work[1]])
    }
    let chain = [link(0, difference: nil, .holds), link(1, difference: sampleAdvantage, .refuted)]
    let run = sampleRun(chain: chain)
    #expect(
      run.text.contains(
        """
        chain      1. G0 0.003906 in [0.0038, 0.0041] → G1 0.003906 in [0.0038, 0.0041]
                      at most ε: holds (why)
                   2. G1 0.003906 in [0.0038, 0.0041] → G2 0.003906 in [0.0038, 0.0041]
                      at most ε: differ by 0.003906 in [0.0038, 0.0041], bound 0.5: refuted (why)
                      resources: used at most q_own 3 (mean 3); charged q_own 7

        """))
    #expect(run.outcome.status == .notMet && run.outcome.why == "the chain is refuted between G1 and G2: why")
    #expect(sampleRun(chain: [chain[0]]).outcome.status == .met && !sampleRun().text.contains("chain"))
    #expect(run.markdown.contains("| link 2 | 2. G1 0.003906"))
  }

  @Test func markdownHasOneRowAFact() {
    let markdown = sampleRun(twin: "biased", reduction: sampleReduction).markdown
    let rows = markdown.split(separator: "\n")
    #expect(rows.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") })
    #expect(rows.contains("| parameters | `q_gen=1` `tries=4` |"))
    #expect(rows.contains("| planted defect | `biased` |"))
    #expect(rows.contains("| verdict | **withinBound**: 2.0 times the bound is excluded |"))
  }

  @Test func aBarInACellIsEscaped() {
    var table = Table(header: ["|A|", "b"])
    table.rows = [["x|y", "z"]]
    #expect(table.markdown == "| \\|A\\| | b |\n| --- | --- |\n| x\\|y | z |\n")
  }

  @Test func columnsAreAsWideAsTheirWidestCell() {
    var table = Table(header: ["a", "bb"])
    table.rows = [["ccc", "d"], ["ε", "f"]]
    #expect(table.text == "a    bb\n───  ──\nccc  d\nε    f\n")
  }

  @Test func equalRecordsAreEqualBytes() throws {
    #expect(try JSON.text(sampleRun()) == JSON.text(sampleRun()))
    #expect(try JSON.text(sampleRun()) != JSON.text(sampleRun(forfeits: 1)))
    #expect(try JSON.text(["b": 1, "a": 2]) == "{\n  \"a\" : 2,\n  \"b\" : 1\n}\n")
    #expect(try JSON.text(["x": Double.infinity]).contains("\"inf\""))
  }

  @Test func anInterruptedTableSaysSo() {
    let table = TheoremTable(HopTableRecord(alpha: 0.001, rows: [sampleRun(hop: "ind_uf")], isComplete: false))
    #expect(table.text.hasSuffix("\ninterrupted\n"), "though each of its rows is finished")
  }

  @Test func theTheoremsTableCountsWhatWentWrong() {
    let sound = sampleTable([sampleRun(hop: "ind_uf", trials: 1000), sampleRun(hop: "uf_uf1", trials: 500)])
    #expect(sound.text.contains("2 rows, 1,500 trials; lockstep violations: 0; bounds exceeded: 0; error probability 0.001 for"))
    let broken = sampleTable([
      sampleRun(hop: "ind_uf", trials: 1000, violations: 2), sampleRun(hop: "x", verdict: .boundExceeded),
    ])
    #expect(broken.text.contains("lockstep violations: 2; bounds exceeded: 1;"))
    #expect(broken.markdown.contains("| ind_uf | guess |"))
  }

  @Test func progressIsOneLine() {
    let line = ProgressLine.text(trials: 5000, of: 100_000, seconds: 0.5, quantity: "bad event", lower: 0.001, upper: 0.25)
    #expect(line == "5,000 of 100,000 trials   bad event in [0.001, 0.25]   10,000 a second")
    #expect(ProgressLine.text(trials: 0, of: 1, seconds: 0, quantity: "advantage", lower: 0, upper: 1).hasSuffix("- a second"))
    let search = SearchStanding(states: 1500, frontier: 20, transitions: 3_000_000, depth: 7, seconds: 0.5)
    #expect(
      ProgressLine.text(search) == "1,500 states, 20 on the frontier, 3,000,000 transitions, depth 7, 3,000 states a second")
    let begun = SearchStanding(states: 0, frontier: 0, transitions: 0, depth: 0, seconds: 0)
    #expect(ProgressLine.text(begun).hasSuffix(", 0 states a second"))
  }
}
