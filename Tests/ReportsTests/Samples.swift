import Records
import Reports

/// A record with everything in it.
func sampleRun(
  hop: String? = nil, twin: String? = nil, twinMeaning: TwinMeaning? = nil, trials: UInt64 = 1_234_567,
  bound: BoundRecord? = sampleBound, violations: UInt64 = 0,
  forfeits: UInt64 = 0, isAlive: Bool = true, verdict: Verdict.Kind = .withinBound, trialsPerSecond: Double? = 1_000_000,
  reduction: ReductionRecord? = nil, credits: [CreditRecord]? = nil, badEvent: String? = "forgery",
  ceiling: CeilingRecord? = sampleCeiling,
  stopped: StopReason = .trialsPlayed, advantage: Estimate = sampleAdvantage, chain: [LinkRecord]? = nil
) -> RunRecord {
  RunRecord(
    hop: hop, game: hop ?? "signature-idealization", adversary: "guess", suite: "calibrated", twin: twin,
    twinMeaning: twinMeaning,
    parameters: ["tries": 4, "q_gen": 1], seed: 7, generator: "philox", coupling: "coupled", trials: trials, forfeits: forfeits,
    bits: PairRecord(neither: trials - min(trials, 4822), onlyLeft: 4822, onlyRight: 0, both: 0),
    advantage: advantage,
    bad: BadCount(count: 4822, estimate: 0.00390625, lower: 0.0038, upper: 0.0041), badEvent: badEvent, credits: credits,
    bound: bound, verdict: verdict,
    reason: "2.0 times the bound is excluded", alpha: 0.001, slack: 1, log10EvidenceAgainstBound: -3, smallestShowable: 1e-5,
    limits: LimitsRecord(trials: trials, stopsWhenDecided: false, width: nil, seconds: nil), stopped: stopped,
    lockstep: LockstepRecord(
      trials: trials, violations: violations, first: violations > 0 ? "the two answers differ" : nil,
      replay: violations > 0 ? "gk1:violation" : nil),
    reduction: reduction,
    canaries: [CanaryRecord(name: "loud", expected: .boundExceeded, observed: isAlive ? .boundExceeded : .invalid)],
    trialsPerSecond: trialsPerSecond, replay: "gk1:token", ceiling: ceiling, chain: chain)
}

func sampleTable(_ runs: [RunRecord]) -> TheoremTable {
  TheoremTable(HopTableRecord(alpha: 0.001, rows: runs, isComplete: true))
}

let sampleCeiling = CeilingRecord(factor: 2, value: 0.0078125)
let sampleAdvantage = Estimate(estimate: 0.00390625, lower: 0.0038, upper: 0.0041, error: 2.5e-4)

let sampleBound = BoundRecord(expression: "q_gen·ε_sig", definitions: ["ε_sig = tries/2^signatureBits"], value: 0.00390625)

let sampleReduction = ReductionRecord(
  claim: "Pr[UF(A)] ≤ q_gen·Pr[UF₁(C(A))]", loss: 4,
  source: Estimate(estimate: 0.016, lower: 0.01, upper: 0.02, error: 2.5e-4),
  target: Estimate(estimate: 0.004, lower: 0.003, upper: 0.005, error: 2.5e-4), verdict: .holds,
  reason: "left ≥ 2.0 times right is excluded")
