internal import Coins
internal import Enumeration
internal import GameKit
internal import Records
internal import Referee

extension Examination {
  /// What experiments with an honest player, with an attack, and with the attack on a twin must show.
  struct Sample {
    let honest, attack, twin: AnyExperiment
    let bound: Double
    let source: CoinSource
    let trials: UInt64
    /// The most paths through the coins.
    let paths: Int
  }

  /// "Next to no advantage".
  private static let nearZero = 0.05

  mutating func examine(_ sample: Sample) {
    let judge = Judge(alpha: 1e-3)
    func tally(_ experiment: AnyExperiment, _ order: WorldOrder = .leftFirst) -> Tally {
      experiment.run(0..<sample.trials, source: sample.source, order: order)
    }
    func judgement(_ experiment: AnyExperiment, _ tally: Tally) -> Judgement {
      judge.judge(tally, measure: experiment.measure, bound: sample.bound)
    }

    let (honest, attack, twin) = (tally(sample.honest), tally(sample.attack), tally(sample.twin))
    let advantage = judgement(sample.honest, honest).advantage
    expect(
      .honest, honest.forfeits > 0 || advantage.upper <= Self.nearZero,
      "the advantage may be as large as \(advantage.upper) after \(honest.trials) trials, of which \(honest.bad) went bad")
    for (promise, tally) in [(Finding.Promise.honest, honest), (.attack, attack)] {
      if let forfeit = tally.firstForfeit { expect(promise, false, "\(tally.forfeits) trials are forfeited: \(forfeit)") }
      if let first = tally.firstViolation { expect(.lockstep, false, "trial \(first.trial): \(first.violation)") }
    }
    expect(
      .attack, sample.bound == 0 || attack.bad > 0 || attack.firstForfeit != nil,
      "the bound is \(sample.bound), and the attack causes nothing in \(attack.trials) trials")
    for (who, experiment, seen) in [("the honest player", sample.honest, honest), ("the attack", sample.attack, attack)] {
      expect(.order, tally(experiment, .rightFirst) == seen, "\(who) sees something else when the right world plays first")
    }

    let attacked = judgement(sample.attack, attack)
    expect(.bound, attacked.verdict.kind != .boundExceeded, "the bound \(sample.bound) is exceeded: \(attacked.reason)")
    let caught = judgement(sample.twin, twin).verdict.kind
    expect(
      .twin, [.invalid, .boundExceeded].contains(caught), "the attack ends as \(caught) after \(twin.trials) trials of the twin")
    if sample.paths > 0, attack.firstForfeit == nil { examineExactly(sample, attack) }
  }

  private mutating func examineExactly(_ sample: Sample, _ tally: Tally) {
    let exact: ExactProbabilities
    do throws(EnumerationError) { exact = try ExactProbabilities(sample.attack, limit: sample.paths) } catch {
      return expect(.exact, false, "\(error); check it with smaller parameters, or with `paths: 0`")
    }
    for (what, events, probability) in [
      ("the bad event", tally.bad, exact.bad), ("a 1 on the left", tally.bits.first, exact.left),
      ("a 1 on the right", tally.bits.second, exact.right),
    ] { compare(what, events, of: tally.trials, with: probability.value, written: "\(probability)") }
    expect(.lockstep, exact.violation == 0, "the attack finds a counterexample with probability \(exact.violation)")
    for (what, probability) in [("the bad event", exact.bad), ("the advantage", exact.advantage)] {
      // One rounding of a double is no news.
      expect(
        .bound, probability.value <= sample.bound * (1 + 1e-12),
        "\(what) has the probability \(probability), and the bound is \(sample.bound)")
    }
  }
}
