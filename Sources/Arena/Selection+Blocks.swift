public import Records
public import Referee

/// What a part of a run's trials showed: integers, so that parts add up exactly.
public struct TrialBlock: Sendable {
  public var counts: Tally
  /// Nil where counts judge.
  public var chances: ChanceTally?

  public init(counts: Tally, chances: ChanceTally?) { (self.counts, self.chances) = (counts, chances) }

  /// Adds what later trials showed.
  public static func += (a: inout Self, b: Self) {
    a.counts += b.counts
    if let later = b.chances { if a.chances == nil { a.chances = later } else { a.chances? += later } }
  }
}

/// A selection of which trials are played block by block, now and here or not: what `Selection.run` does, in parts.
///
/// Whether chances judge is decided before the first trial, by the rule of `settings`, as it is there.
public struct BlockPlayer: Sendable {
  public let selection: Selection
  public let settings: RunSettings
  private let experiment: AnyExperiment
  private let whyChances: String?

  public init(_ selection: Selection, _ settings: RunSettings) {
    (self.selection, self.settings) = (selection, settings)
    experiment = selection.experiment
    whyChances = selection.whyChances(experiment, settings)
  }

  /// Plays these trials on the settings' threads; the result depends on neither their number nor the machine.
  public func play(_ trials: Range<UInt64>) async -> TrialBlock {
    Traps.isPlaying(selection, settings.source)
    let (referee, size) = (referee, selection.blockSize)
    let counts = await referee.play(experiment, trials, in: size)
    guard whyChances != nil, let play = experiment.chances else { return TrialBlock(counts: counts, chances: nil) }
    return TrialBlock(counts: counts, chances: await referee.play(chances: play, trials, in: min(256, max(16, size))))
  }

  /// One trial again, for a finding that is not believed yet.
  public func replay(_ trial: UInt64) -> TrialBlock {
    let chances = whyChances == nil ? nil : experiment.chances
    return TrialBlock(
      counts: experiment.run(trial..<trial + 1, source: settings.source, order: settings.order),
      chances: chances?(Trials(trial..<trial + 1), settings.source))
  }

  /// The record of trials 0, 1, 2, … up to what `block` counts.
  public func record(of block: TrialBlock, stopped: StopReason) async -> RunRecord {
    let referee = referee
    var canaries = await referee.canaries()
    if case .planted = selection.entry.reduction?.agreement { canaries += await referee.plantedCanaries() }
    var chances: (why: String, outcome: Referee.ChanceOutcome)?
    if let whyChances, let tally = block.chances {
      canaries += await referee.chanceCanaries()
      let judgement = referee.judge.judge(tally, measure: selection.measure, bound: selection.boundValue)
      chances = (whyChances, .init(tally: tally, judgement: judgement, stopped: stopped, elapsed: .zero))
    }
    let outcome = Referee.Outcome(
      tally: block.counts,
      judgement: referee.judge.judge(block.counts, measure: selection.measure, bound: selection.boundValue), stopped: stopped,
      elapsed: .zero)
    return selection.concluded(settings, referee, outcome, chances, canaries).record
  }

  /// Whether so many trials decide: the verdict is neither inconclusive nor open to more of them, whoever judges.
  public func isDecided(_ block: TrialBlock) -> Bool {
    let judge = referee.judge
    let verdict =
      if let tally = block.chances {
        judge.judge(tally, measure: selection.measure, bound: selection.boundValue).verdict
      } else {
        judge.judge(block.counts, measure: selection.measure, bound: selection.boundValue).verdict
      }
    return switch verdict {
    case .boundExceeded, .invalid: true
    case .withinBound, .boundAttained, .advantageShown: selection.reduction(block.counts, judge)?.verdict != .undecided
    case .noAdvantageShown, .inconclusive, .forfeit: false
    }
  }

  private var referee: Referee {
    Referee(
      source: settings.source, judge: selection.judge(sharing: settings.judge, withChances: whyChances != nil),
      threads: settings.threads, order: settings.order)
  }

  /// The token of one of its trials.
  public func token(_ trial: UInt64) -> String { ReplayToken(selection, source: settings.source, trial: trial).text }
}
