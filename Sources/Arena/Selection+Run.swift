internal import Coins
internal import Foundation
internal import GameKit
public import Records
public import Referee

extension Selection {
  /// What a run of this selection shows, and why it stopped.
  public struct Run: Sendable {
    public var record: RunRecord
    public let verdict: Verdict
    public let stopped: StopReason
  }

  /// The value of the bound under the parameters; nil when an ε in it is assumed.
  public var boundValue: Double? { entry.bound(suite).value(assignment) }

  /// Trials in one block, fewer when a trial may have many queries: an interrupt and the time budget wait for the end of a block.
  var blockSize: UInt64 {
    max(1, suite.blockSize * 64 / UInt64(max(64, parameters.values.max() ?? 0)) / (suite.isCalibrated ? entry.weight : 1))
  }

  /// Plays the selection: canaries first, then the trials.
  public func run(
    _ settings: RunSettings, progress: @Sendable (Referee.Progress) -> Bool = { _ in true }
  ) async -> Run {
    Traps.isPlaying(self, settings.source)
    let experiment = experiment
    let whyChances = whyChances(experiment, settings)
    let referee = Referee(
      source: settings.source, judge: judge(sharing: settings.judge, withChances: whyChances != nil), threads: settings.threads,
      order: settings.order)
    var canaries = await referee.canaries()
    if case .planted = entry.reduction?.agreement { canaries += await referee.plantedCanaries() }
    var (chances, rule): (Referee.ChanceOutcome?, StoppingRule) = (nil, settings.rule)
    if whyChances != nil, let play = experiment.chances {
      canaries += await referee.chanceCanaries()
      rule.trials = settings.chanceTrials
      let outcome = await referee.run(
        chances: play, measure: measure, bound: boundValue, rule: rule, blockSize: min(256, max(16, blockSize)),
        progress: progress)
      (chances, rule) = (outcome, settings.rule.beside(outcome))
    }
    let outcome = await referee.run(
      experiment, bound: boundValue, rule: rule, blockSize: blockSize,
      isOpen: { reduction($0, referee.judge)?.verdict == .undecided }, progress: progress)
    let judged = whyChances.flatMap { why in chances.map { (why: why, outcome: $0) } }
    return concluded(settings, referee, outcome, judged, canaries)
  }

  /// The record of what was played.
  func concluded(
    _ settings: RunSettings, _ referee: Referee, _ outcome: Referee.Outcome,
    _ chances: (why: String, outcome: Referee.ChanceOutcome)?, _ canaries: [CanaryRecord]
  ) -> Run {
    var (verdict, reason) = outcome.judgement.overruled(by: canaries)
    var record = record(settings, referee, outcome, canaries, measure, verdict, reason)
    var stopped = outcome.stopped
    if let (whyChances, chances) = chances {
      if stopped != .interrupted { stopped = chances.stopped }
      let judgement = chances.judgement
      // What lockstep, a canary or the counts have refuted stays refuted: of worlds that only a theorem says are alike without a
      // success, chances do not see where they differ otherwise.
      let isRefuted = [.invalid, .forfeit, .boundExceeded].contains(verdict.kind)
      if !isRefuted { (verdict, reason) = (judgement.verdict, judgement.reason) }
      record.judge(
        by: chanceRecord(chances, whyChances, referee.judge, settings),
        isRefuted ? nil : (kind: verdict.kind, reason: reason, ceiling: judgement.ceiling),
        log10EvidenceAgainstBound: judgement.logEvidenceAgainstBound.map { min($0 / log(10), 1e308) },
        smallestShowable: referee.judge.smallestShowable(trials: chances.tally.trials, most: chances.tally.most),
        stopped: stopped)
    }
    return Run(record: record, verdict: verdict, stopped: stopped)
  }

  /// Why chances judge, not counts, in words; nil where counts do. It is fixed before the run. Left alone, chances judge where so
  /// many trials without any event could not keep the advantage below what a certificate has to exclude. Where the worlds are
  /// alike until a cause by a theorem alone, it is said: what differs without one is counted, beside the chances.
  func whyChances(_ experiment: AnyExperiment, _ settings: RunSettings) -> String? {
    guard noChances(experiment) == nil else { return nil }
    let why: String
    switch settings.chances {
    case .off: return nil
    case .required: why = "asked for"
    case .auto:
      guard let boundValue, boundValue > 0, boundValue < 1,
        !judge(sharing: settings.judge).canCertify(boundValue, trials: settings.rule.trials, measure: measure)
      else { return nil }
      why = "\(settings.rule.trials) trials without an event could not certify the bound"
    }
    return measure == .independentWorlds
      ? "\(why); that the worlds are alike without a success the theorem says, and it is not measured here" : why
  }

  /// Why chances cannot be added up; nil if they can.
  public var noChances: String? { noChances(experiment) }

  func noChances(_ experiment: AnyExperiment) -> String? {
    if !suite.isCalibrated { return experiment.noChancesOfCoins ?? "nobody knows the chances of real primitives" }
    if coupling == .independent { return "a success is forced on the coins that both worlds share" }
    if boundValue == 0 { return "its bound is 0: there is no success whose chance could be added up" }
    if experiment.chances != nil { return nil }
    if let why = experiment.noChances { return why }
    return "no ledger of sealed coins is kept beside \(entry.kind.rawValue) `\(entry.name)`"
  }

  private func chanceRecord(_ outcome: Referee.ChanceOutcome, _ why: String, _ judge: Judge, _ settings: RunSettings)
    -> ChanceRecord
  {
    let (tally, judgement) = (outcome.tally, outcome.judgement)
    let certified = boundValue.flatMap { 0 < $0 && $0 < 1 ? judge.countingNeeds(toCertify: $0, measure: measure) : nil }
    return ChanceRecord(
      why: why, countingNeeds: certified, trials: tally.trials, most: tally.most, causes: judgement.causes, bad: judgement.bad,
      advantage: judgement.advantage, spread: judgement.spread, kinds: judgement.kinds,
      log10EvidenceAgainstReports: min(judgement.logEvidenceAgainstReports / log(10), 1e308),
      violations: tally.violations, first: tally.first?.violation.description,
      replay: tally.first.map { token($0.trial, settings) })
  }

  /// Who judges such a run, with the part of its error budget that is for the advantage. What is said of it meanwhile is said
  /// with the same.
  public func judge(of settings: RunSettings) -> Judge {
    judge(sharing: settings.judge, withChances: whyChances(experiment, settings) != nil)
  }

  /// What is said about a reduction, about a chain, and by chances beside the counts takes its part of the error budget, so that
  /// the whole record keeps to it.
  public func judge(sharing judge: Judge, withChances: Bool = false) -> Judge {
    let parts = 1 + (entry.reduction == nil ? 0 : 1) + (entry.chain == nil ? 0 : 1) + (withChances ? 1 : 0)
    return parts == 1 ? judge : Judge(alpha: judge.alpha / Double(parts), slack: judge.slack)
  }

  private func record(
    _ settings: RunSettings, _ referee: Referee, _ outcome: Referee.Outcome, _ canaries: [CanaryRecord], _ measure: Measure,
    _ verdict: Verdict, _ reason: String
  ) -> RunRecord {
    let (tally, judgement) = (outcome.tally, outcome.judgement)
    let bound = entry.bound(suite)
    let seconds = outcome.elapsed / .seconds(1)
    let reduction = reduction(tally, referee.judge)
    return RunRecord(
      hop: entry.kind == .hop ? entry.name : nil, game: entry.name, adversary: adversary, suite: suite.rawValue, twin: twin,
      twinMeaning: defect?.meaning, parameters: parameters, seed: settings.source.seed, generator: settings.source.kind,
      coupling: coupling.rawValue, trials: tally.trials, forfeits: tally.forfeits,
      bits: PairRecord(
        neither: tally.bits.neither, onlyLeft: tally.bits.onlyFirst, onlyRight: tally.bits.onlySecond, both: tally.bits.both),
      advantage: judgement.advantage,
      bad: judgement.bad, badEvent: entry.hasBadEvent ? entry.badEvent : nil, credits: credits(tally),
      bound: BoundRecord(expression: bound.description, definitions: bound.definitions, value: boundValue),
      verdict: verdict.kind, reason: reason, alpha: settings.judge.alpha, slack: settings.judge.slack,
      log10EvidenceAgainstBound: judgement.log10EvidenceAgainstBound,
      smallestShowable: referee.judge.smallestShowable(trials: tally.trials, measure: measure), limits: limits(settings.rule),
      stopped: outcome.stopped,
      lockstep: lockstep(tally, measure, settings), reduction: reduction, canaries: canaries,
      trialsPerSecond: seconds > 0 ? Double(tally.trials) / seconds : nil,
      replay: token(tally.firstViolation?.trial ?? tally.firstBad ?? 0, settings),
      ceiling: verdict.kind == judgement.verdict.kind ? judgement.ceiling : nil,
      defectShows: defect.flatMap { $0.effect.isHidden ? nil : $0.command(in: entry) },
      chain: entry.chain.map { referee.judge.judgeChain(tally, $0(self), reduction) },
      firstForfeit: tally.firstForfeit?.description, outside: attack?.outsider?.record)
  }

  /// The row of the planted defect.
  private var defect: PlantedDefect? { entry.defects.first { $0.name == twin } }

  /// Those with nothing in the order in which they are tried.
  private func credits(_ tally: Tally) -> [CreditRecord]? {
    let attacks = attack?.parts(self) ?? []
    guard !attacks.isEmpty else { return nil }
    let records = attacks.map { CreditRecord(attack: $0, trials: tally.credits[$0] ?? 0) }
    return records.filter { $0.trials > 0 }.sorted { ($1.trials, $0.attack) < ($0.trials, $1.attack) }
      + records.filter { $0.trials == 0 }
  }

  private func token(_ trial: UInt64, _ settings: RunSettings) -> String {
    ReplayToken(self, source: settings.source, trial: trial).text
  }

  private func lockstep(_ tally: Tally, _ measure: Measure, _ settings: RunSettings) -> LockstepRecord {
    let isCoupled = if case .coupledWorlds = measure { true } else { false }
    return LockstepRecord(
      trials: isCoupled ? tally.trials : 0, violations: tally.violations, first: tally.firstViolation?.violation.description,
      replay: tally.firstViolation.map { token($0.trial, settings) })
  }

  private func limits(_ rule: StoppingRule) -> LimitsRecord {
    LimitsRecord(
      trials: rule.trials, stopsWhenDecided: rule.whenDecided, width: rule.width, seconds: rule.time.map { $0 / .seconds(1) })
  }

  func reduction(_ tally: Tally, _ judge: Judge) -> ReductionRecord? {
    guard let claim = entry.reduction else { return nil }
    return judge.judgeReduction(
      tally, words: claim.words, loss: claim.loss(self), agreement: claim.agreement, charges: claim.charges(self))
  }
}

extension StoppingRule {
  /// The rule of the counts beside chances that judge: as many trials, where those ended early, and the time that is left.
  fileprivate func beside(_ chances: Referee.ChanceOutcome) -> StoppingRule {
    StoppingRule(
      trials: whenDecided || width != nil ? chances.tally.trials : trials, time: time.map { max(.zero, $0 - chances.elapsed) })
  }
}
