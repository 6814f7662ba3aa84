import Adversaries
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// The hop `ind_uf` holds in every trial, and each planted defect is caught by the same adversary in the same trials.
@Suite struct SignatureHopTests {
  private let source = CoinSource(seed: 17)
  private let judge = Judge(alpha: 1e-3)

  private func sound<S: MessageScheme, A: Adversary<SignatureQuery<S>, SignatureAnswer<S>>>(
    _ adversary: A, _ scheme: S, coupling: Coupling = .coupled, budget: Int = 16
  ) -> DistinguishingExperiment<SignatureIdealization<S>, A> {
    DistinguishingExperiment(
      SignatureIdealization(scheme: scheme), adversary: adversary, budget: plenty(budget), coupling: coupling)
  }

  private func planted<A: SignatureAdversary>(
    _ twin: SignatureTwin, _ adversary: A, _ scheme: A.S, coupling: Coupling = .coupled, budget: Int = 16
  ) -> DistinguishingExperiment<PlantedSignatureHop<A.S>, A> {
    DistinguishingExperiment(
      PlantedSignatureHop(scheme: scheme, twin: twin), adversary: adversary, budget: plenty(budget), coupling: coupling)
  }

  // MARK: The sound hop

  @Test func aMillionTrialsOfGuessingShowNoViolation() {
    let tally = AnyExperiment(sound(Guess(scheme: calibrated, tries: 4), calibrated)).run(0..<1_000_000, source: source)
    #expect(tally.trials == 1_000_000)
    #expect(tally.violations == 0)
    // 4/1024 of 10⁶ trials, within five standard deviations.
    #expect(abs(Double(tally.bad) - 3906.25) < 5 * 62.4)
    #expect(tally.forfeits == 0)
  }

  @Test func theFuzzerFindsNoViolationInAHundredThousandTrials() {
    let scheme = CalibratedSignature(signatureBits: 3, keyBits: 4)
    let tally = AnyExperiment(sound(FuzzSignatures(scheme: scheme, queries: 24), scheme)).run(0..<100_000, source: source)
    #expect(tally.violations == 0)
    #expect(tally.bad > 10_000, "it does reach forgeries and key collisions")
    #expect(tally.bad < 90_000, "and leaves many trials without one")
    #expect(tally.forfeits == 0)
  }

  private func fuzz<S: MessageScheme>(_ scheme: S, bad: ClosedRange<UInt64>, _ name: Comment) {
    let tally = sound(FuzzSignatures(scheme: scheme, queries: 24), scheme).run(0..<50, source: source)
    #expect(tally.violations == 0, name)
    #expect(bad.contains(tally.bad), name)
    #expect(tally.trials == 50 && tally.forfeits == 0, name)
  }

  @Test func theFuzzerFindsNoViolationOnRealSuites() {
    fuzz(kms, bad: 1...50, "kms: it mauls")
    fuzz(kmsLowS, bad: 0...0, "kms-low-s")
    fuzz(modern, bad: 0...0, "modern")
  }

  private func everyAdversary<S: MessageScheme>(_ scheme: S, trials: UInt64) {
    let tallies = [
      sound(Guess(scheme: scheme, tries: 4), scheme).run(0..<trials, source: source),
      sound(GuessAllKeys(scheme: scheme, tries: 1), scheme).run(0..<trials, source: source),
      sound(Replay<S>(), scheme).run(0..<trials, source: source),
      sound(CrossMessage<S>(), scheme).run(0..<trials, source: source),
      sound(KeyCollision<S>(), scheme).run(0..<trials, source: source),
      sound(Maul(scheme: scheme), scheme).run(0..<trials, source: source),
      sound(Idle<SignatureQuery<S>, SignatureAnswer<S>>(), scheme).run(0..<trials, source: source),
    ]
    for (index, tally) in tallies.enumerated() {
      #expect(tally.violations == 0 && tally.forfeits == 0 && tally.trials == trials, "adversary \(index)")
    }
  }

  @Test func noAdversaryFindsAViolationOrOverdrawsItsBudget() {
    everyAdversary(CalibratedSignature(signatureBits: 3, keyBits: 5), trials: 5000)
    everyAdversary(modern, trials: 3)
    everyAdversary(kms, trials: 1)
  }

  @Test func maulingWinsAgainstPlainECDSAAlone() {
    #expect(sound(Maul(scheme: kms), kms).run(0..<10, source: source).bad == 10)
    #expect(sound(Maul(scheme: kmsLowS), kmsLowS).run(0..<10, source: source).bad == 0)
    #expect(sound(Maul(scheme: modern), modern).run(0..<10, source: source).bad == 0)
  }

  // MARK: Planted defects, by lockstep

  /// A trial's violation, seen again by the trial's number alone.
  private func expectCaught<A: SignatureAdversary>(
    _ twin: SignatureTwin, _ adversary: A, _ scheme: A.S, trials: UInt64, _ isExpected: (Violation) -> Bool
  ) throws {
    let defective = planted(twin, adversary, scheme)
    let tally = AnyExperiment(defective).run(0..<trials, source: source)
    let first = try #require(tally.firstViolation, "the defect is not seen")
    #expect(isExpected(first.violation), "\(first.violation)")
    #expect(
      judge.judge(tally, measure: .coupledWorlds, bound: 1).verdict == .invalid(why: "trial \(first.trial): \(first.violation)"))
    let replay = defective.replay(trial: first.trial, source: source)
    #expect(replay.violation == first.violation.description)
    let healthy = AnyExperiment(sound(adversary, scheme)).run(0..<trials, source: source)
    #expect(healthy.violations == 0, "the sound hop is not accused")
    #expect(sound(adversary, scheme).replay(trial: first.trial, source: source).violation == nil)
  }

  @Test func lockstepCatchesAnIdealWorldThatForgets() throws {
    try expectCaught(.forgetful, Replay(), calibrated, trials: 10) { $0 == .answersDiffer(query: 3) }
    try expectCaught(.forgetful, Replay(), modern, trials: 1) { $0 == .answersDiffer(query: 3) }
  }

  @Test func lockstepCatchesARecordThatIsLostOnceInTenThousandTrials() throws {
    try expectCaught(.drifting, Guess(scheme: calibrated, tries: 1), calibrated, trials: 100_000) {
      $0 == .relationBroken(query: 2, part: "produced signatures")
    }
  }

  @Test func lockstepCatchesABiasedRefusal() throws {
    try expectCaught(.biased, Guess(scheme: calibrated, tries: 4), calibrated, trials: 1000) {
      if case .answersDiffer = $0 { true } else { false }
    }
  }

  @Test func theDriftOccursOnceInTenThousandTrials() {
    let tally = AnyExperiment(planted(.drifting, Guess(scheme: calibrated, tries: 1), calibrated)).run(
      0..<400_000, source: source)
    #expect((10...80).contains(tally.violations), "40 are expected, with a standard deviation of 6.3")
  }

  // MARK: Planted defects, by statistics

  /// On unrelated coins nobody looks at states: the bits alone must speak.
  private func verdicts<A: SignatureAdversary>(
    _ twin: SignatureTwin, _ adversary: A, trials: UInt64, bound: Double
  ) -> (planted: Judgement, sound: Judgement) where A.S == Calibrated {
    let defective = AnyExperiment(planted(twin, adversary, calibrated, coupling: .independent)).run(0..<trials, source: source)
    let healthy = AnyExperiment(sound(adversary, calibrated, coupling: .independent)).run(0..<trials, source: source)
    #expect(defective.violations == 0, "there is no lockstep on unrelated coins")
    return (
      judge.judge(defective, measure: .independentWorlds, bound: bound),
      judge.judge(healthy, measure: .independentWorlds, bound: bound)
    )
  }

  @Test func statisticsCatchAnIdealWorldThatForgets() {
    let (planted, sound) = verdicts(.forgetful, Replay(), trials: 2000, bound: 4.0 / 1024)
    #expect(planted.verdict.name == "boundExceeded", "\(planted.reason)")
    #expect(planted.advantage.lower > 0.9)
    #expect(sound.verdict.name != "boundExceeded", "\(sound.reason)")
    #expect(sound.advantage.estimate == 0)
  }

  @Test func statisticsCatchABiasedRefusal() {
    let (planted, sound) = verdicts(.biased, Guess(scheme: calibrated, tries: 4), trials: 20_000, bound: 4.0 / 1024)
    #expect(planted.verdict.name == "boundExceeded", "\(planted.reason)")
    #expect(sound.verdict.name != "boundExceeded", "\(sound.reason)")
  }

  /// What no query shows, no bit can show: only the check of the states sees it.
  @Test func statisticsCannotSeeALostRecordThatNobodyAsksFor() {
    let (planted, _) = verdicts(.drifting, Guess(scheme: calibrated, tries: 4), trials: 20_000, bound: 4.0 / 1024)
    #expect(planted.verdict.name != "boundExceeded")
  }

  // MARK: The reductions

  @Test func theForgerFromADistinguisherWinsInTheTrialsOfTheBadEvent() {
    let scheme = CalibratedSignature(signatureBits: 4, keyBits: 6)
    let experiment = HopExperiment(
      SignatureIdealization(scheme: scheme), budget: plenty(), adversary: FuzzSignatures(scheme: scheme, queries: 24),
      reduction: ForgerFromDistinguisher(), to: { SignatureForgery(scheme: scheme) }, targetBudget: plenty(),
      agreement: .everyTrial)
    let tally = AnyExperiment(experiment).run(0..<20_000, source: source)
    #expect(tally.violations == 0)
    #expect(tally.reduction.both == tally.bad && tally.bad > 1000)
    #expect(tally.reduction.onlyFirst + tally.reduction.onlySecond == 0)
  }

  @Test func theTwoReductionsInARowLoseTheNumberOfKeys() {
    let scheme = CalibratedSignature(signatureBits: 6, keyBits: 64)
    let budget = Budget<Queries.Kind> { $0 == .keygen ? 4 : 100 }
    let experiment = HopExperiment(
      SignatureIdealization(scheme: scheme), budget: budget, adversary: GuessAllKeys(scheme: scheme, tries: 1),
      reduction: Composed(ForgerFromDistinguisher(), OneKeyForger(keys: 4)), to: { SignatureForgery(scheme: scheme) },
      targetBudget: Budget { $0 == .keygen ? 1 : 100 }, agreement: .onAverage)
    let tally = AnyExperiment(experiment).run(0..<100_000, source: source)
    // 1 − (1 − 1/64)⁴ = 0.06106 on the left, 1/64 on the right; five standard deviations.
    #expect(abs(Double(tally.reduction.first) - 6106) < 5 * 75.7)
    #expect(abs(Double(tally.reduction.second) - 1562.5) < 5 * 39.3)
    let holds = judge.judgeReduction(tally, words: "", loss: 4, agreement: .onAverage)
    #expect(holds.verdict == .holds, "\(holds.reason)")
    let refuted = judge.judgeReduction(tally, words: "", loss: 2, agreement: .onAverage)
    #expect(refuted.verdict == .refuted, "a factor of 2 is too small: \(refuted.reason)")
  }

  /// Three keys of four values: two are often one key, and then the reduction has signed under the planted one itself.
  @Test(arguments: [OneKeyForger<CalibratedSignature>.Submission.planted, .everything], [Coupling.coupled, .independent])
  func aReductionThatWinsMoreThanItCanIsRefuted(_ submission: OneKeyForger<CalibratedSignature>.Submission, _ coupling: Coupling)
  {
    let scheme = CalibratedSignature(signatureBits: 6, keyBits: 2)
    let budget = Budget<Queries.Kind> { $0 == .keygen ? 3 : $0 == .rogueKeygen ? 1 : 40 }
    let planted = Budget<Queries.Kind> { $0 == .keygen ? 1 : 1000 }
    let fuzzer = FuzzSignatures(scheme: scheme, queries: 80)
    let reduction = OneKeyForger(keys: 3, budget: budget, submitting: submission)
    let game = ReductionExperiment(
      { SignatureForgery(scheme: scheme) }, budget: budget, adversary: fuzzer, reduction: reduction,
      to: { SignatureForgery(scheme: scheme) }, targetBudget: planted, agreement: .planted)
    let hop = HopExperiment(
      SignatureIdealization(scheme: scheme), budget: budget, adversary: fuzzer,
      reduction: Composed(ForgerFromDistinguisher(), reduction), to: { SignatureForgery(scheme: scheme) },
      targetBudget: planted, agreement: .planted, coupling: coupling)
    for tally in [AnyExperiment(game).run(0..<4000, source: source), AnyExperiment(hop).run(0..<4000, source: source)] {
      #expect(tally.several.count > 1 && tally.forfeits == 0, "forgeries under several keys are seen")
      let record = judge.judgeReduction(tally, words: "", loss: 3, agreement: .planted)
      #expect(record.verdict == (submission == .planted ? .holds : .refuted), "\(record)")
      #expect(submission == .planted || record.reason.contains("more than it can"))
    }
  }
}
