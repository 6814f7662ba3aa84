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
  private var blockSize: UInt64 {
    max(1, suite.blockSize * 64 / UInt64(max(64, parameters.values.max() ?? 0)) / (suite.isCalibrated ? entry.weight : 1))
  }

  /// Plays the selection: canaries first, then the trials.
  public func run(
    _ settings: RunSettings, progress: @Sendable (Referee.Progress) -> Bool = { _ in true }
  ) async -> Run {
    Traps.isPlaying(self, settings.source)
    let experiment = experiment
    let judgedByChances = judgesByChances(experiment, settings)
    let referee = Referee(
      source: settings.source, judge: judge(sharing: settings.judge, withChances: judgedByChances), threads: settings.threads,
      order: settings.order)
    var canaries = await referee.canaries()
    if case .planted = entry.reduction?.agreement { canaries += await referee.plantedCanaries() }
    if judgedByChances { canaries += await referee.chanceCanaries() }
    let outcome = await referee.run(
      experiment, bound: boundValue, rule: settings.rule, blockSize: blockSize,
      isOpen: { reduction($0, referee.judge)?.verdict == .undecided }, progress: progress)
    var (verdict, reason) = outcome.judgement.overruled(by: canaries)
    var record = record(settings, referee, outcome, canaries, measure, verdict, reason)
    var stopped = outcome.stopped
    if judgedByChances, stopped != .interrupted, let chances = experiment.chances {
      let chances = await referee.run(
        chances: chances, trials: min(settings.rule.trials, Self.chanceTrials), blockSize: min(256, max(16, blockSize)),
        progress: { progress(outcome.progress) })
      if chances.isInterrupted { stopped = .interrupted }
      let judgement = referee.judge.judge(chances.tally, measure: measure, bound: boundValue)
      // What lockstep or a canary has refuted stays refuted.
      let isRefuted = [.invalid, .forfeit].contains(verdict.kind)
      if !isRefuted { (verdict, reason) = (judgement.verdict, judgement.reason) }
      record.judge(
        by: chanceRecord(chances.tally, judgement, settings),
        isRefuted ? nil : (kind: verdict.kind, reason: reason, ceiling: judgement.ceiling),
        log10EvidenceAgainstBound: judgement.logEvidenceAgainstBound.map { min($0 / log(10), 1e308) }, stopped: stopped)
    }
    return Run(record: record, verdict: verdict, stopped: stopped)
  }

  /// Chances vary little from trial to trial: this many say more than so many counts.
  private static let chanceTrials: UInt64 = 10_000

  /// Whether chances judge, not counts; fixed before the run. Left alone, it is where so many trials without any event could not
  /// keep the advantage below what a certificate has to exclude.
  private func judgesByChances(_ experiment: AnyExperiment, _ settings: RunSettings) -> Bool {
    guard noChances(experiment) == nil else { return false }
    switch settings.chances {
    case .off: return false
    case .required: return true
    case .auto:
      guard let boundValue, boundValue > 0, boundValue < 1 else { return false }
      return !judge(sharing: settings.judge).canCertify(boundValue, trials: settings.rule.trials, measure: measure)
    }
  }

  /// Why chances cannot be added up; nil if they can.
  public var noChances: String? { noChances(experiment) }

  private func noChances(_ experiment: AnyExperiment) -> String? {
    if !suite.isCalibrated { return "nobody knows the chances of real primitives" }
    if coupling == .independent { return "a success is forced on the coins that both worlds share" }
    if experiment.chances != nil { return nil }
    return experiment.noChances ?? "no ledger of sealed coins is kept beside \(entry.kind.rawValue) `\(entry.name)`"
  }

  private func chanceRecord(_ tally: ChanceTally, _ judgement: ChanceJudgement, _ settings: RunSettings) -> ChanceRecord {
    ChanceRecord(
      trials: tally.trials, most: tally.most, causes: judgement.causes, bad: judgement.bad, advantage: judgement.advantage,
      kinds: judgement.kinds, log10EvidenceAgainstReports: min(judgement.logEvidenceAgainstReports / log(10), 1e308),
      violations: tally.violations, first: tally.first?.violation.description,
      replay: tally.first.map { token($0.trial, settings) })
  }

  /// What is said about a reduction, about a chain, and by chances beside the counts takes its part of the error budget, so that
  /// the whole record keeps to it.
  private func judge(sharing judge: Judge, withChances: Bool = false) -> Judge {
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
      chain: entry.chain.map { referee.judge.judgeChain(tally, $0(self), reduction) })
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

  private func reduction(_ tally: Tally, _ judge: Judge) -> ReductionRecord? {
    guard let claim = entry.reduction else { return nil }
    return judge.judgeReduction(
      tally, words: claim.words, loss: claim.loss(self), agreement: claim.agreement, charges: claim.charges(self))
  }
}
