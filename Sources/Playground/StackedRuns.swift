internal import Arena
internal import Coins
internal import Pages
internal import Referee
internal import Statistics
internal import Words

/// Runs of one experiment whose truth is known, each with a seed of its own, and with the intervals that somebody who looks after
/// every trial has seen.
struct StackedRuns {
  static let alpha = 0.05
  static let count: UInt64 = 100
  static let trials = 100...5_000

  let selection: Selection
  let truth: Double

  init(_ registry: Registry) throws(CatalogError) {
    selection = try registry.select(
      try registry.entry("signature-idealization", kind: .game), adversary: "guess", suite: "calibrated",
      settings: [("signatureBits", 7), ("tries", 1)])
    // Of one guess at a signature of so many bits.
    truth = 1 / Double(1 << selection["signatureBits"])
  }

  func page(_ count: UInt64 = Self.count, trials: Int, seed: UInt64, _ links: Links) -> Page {
    .stack(
      runs(count, trials: trials, seed: seed), truth: truth, trials: trials, alpha: Self.alpha,
      command: command(trials: trials, seed: seed), links)
  }

  private func command(trials: Int, seed: UInt64) -> String {
    let settings = ["signatureBits", "tries"].map { CommandWords.setting($0, selection[$0]) }
    return CommandWords.line(
      ["play", selection.entry.name, "-a", selection.adversary] + settings
        + [CommandWords.option("trials", "\(trials)"), CommandWords.option("seed", "\(seed)")])
  }

  func runs(_ count: UInt64, trials: Int, seed: UInt64) -> [Page.StackedRun] {
    let experiment = selection.experiment
    return (0..<count).map { number in
      let source = CoinSource(seed: seed &+ number)
      let events = Self.events(experiment, UInt64(trials), source)
      return Page.StackedRun(
        seed: source.seed, events: events.count,
        fixed: interval(events, trials) { ClopperPearson.twoSided(events: $0, trials: $1, alpha: Self.alpha) },
        always: interval(events, trials) { ConfidenceSequence.proportion(events: $0, trials: $1, alpha: Self.alpha) })
    }
  }

  /// The numbers of the trials, from 1, in which the event occurred.
  private static func events(_ experiment: AnyExperiment, _ trials: UInt64, _ source: CoinSource) -> [Int] {
    stride(from: 0, to: trials, by: 32).flatMap { first -> [Int] in
      let block = first..<min(trials, first + 32)
      guard experiment.run(block, source: source).bad > 0 else { return [] }
      return block.filter { experiment.run($0..<$0 + 1, source: source).bad > 0 }.map { Int($0) + 1 }
    }
  }

  /// Between two events limits only fall: the lower one is highest at an event, the upper one lowest before the next.
  private func interval(_ events: [Int], _ trials: Int, _ limits: (Int, Int) -> ProportionLimits) -> Page.StackedRun.Interval {
    var first: Int?
    for count in 0...events.count {
      let begin = count == 0 ? 0 : events[count - 1], end = count == events.count ? trials : events[count] - 1
      if begin > 0, limits(count, begin).lower.value > truth { first = begin }
      if first == nil, end > 0, limits(count, end).upper.value < truth {
        first = (max(1, begin)...end).first { limits(count, $0).upper.value < truth }
      }
      if first != nil { break }
    }
    let last = limits(events.count, trials)
    return .init(lower: last.lower.value, upper: last.upper.value, leftOutAt: first)
  }
}
