internal import Coins
internal import GameKit
public import Records

extension Referee {
  /// Plays all canaries through the same dealing of blocks, tally and judge as a run.
  public func canaries() async -> [CanaryRecord] { await canaries(judge: Judge(alpha: 1e-3)) }

  package func canaries(judge: Judge) async -> [CanaryRecord] {
    let source = source.with(campaign: .max)
    let referee = Referee(source: source, judge: judge, threads: threads)
    var records: [CanaryRecord] = []
    for kind in CanaryHop.Kind.allCases {
      let outcome = await referee.run(
        kind.experiment, bound: kind.bound, rule: StoppingRule(trials: 1024), blockSize: 128)
      records.append(CanaryRecord(name: kind.rawValue, expected: kind.expected, observed: outcome.judgement.verdict.kind))
    }
    return records
  }
}

extension CanaryHop.Kind {
  fileprivate var experiment: AnyExperiment {
    switch self {
    case .loud, .silent, .unflagged:
      AnyExperiment(DistinguishingExperiment(CanaryHop(kind: self), adversary: CanaryHop.Look(), budget: Budget { _ in 1 }))
    case .won, .lost, .level, .double:
      AnyExperiment(
        WinningExperiment({ CanaryHop.World(self, isRight: false) }, adversary: CanaryHop.Look(), budget: Budget { _ in 1 }))
    case .lapsed:
      AnyExperiment(
        AssumptionExperiment(
          left: { CanaryHop.World(self, isRight: false) }, right: { CanaryHop.World(self, isRight: true) },
          adversary: CanaryHop.Look(),
          budget: Budget { _ in 1 }))
    }
  }

  fileprivate var bound: Double {
    switch self {
    case .loud, .silent, .unflagged, .won, .lost, .lapsed: 1.0 / 16
    case .level: 1.0 / 4
    case .double: 1.0 / 8
    }
  }

  fileprivate var expected: Verdict.Kind {
    switch self {
    case .loud, .won, .double: .boundExceeded
    case .silent, .lost: .withinBound
    case .unflagged: .invalid
    case .level: .boundAttained
    case .lapsed: .inconclusive
    }
  }
}

extension Judgement {
  /// The verdict and its reason, unless a canary is dead.
  public func overruled(by canaries: [CanaryRecord]) -> (verdict: Verdict, reason: String) {
    guard let dead = canaries.first(where: { !$0.isAlive }) else { return (verdict, reason) }
    let why = "canary `\(dead.name)`: \(dead.expected) expected, \(dead.observed) observed"
    return (.invalid(why: why), "a canary failed: \(why)")
  }
}
