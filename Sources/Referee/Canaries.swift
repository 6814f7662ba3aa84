internal import Coins
internal import GameKit
public import Records

extension Referee {
  /// Plays all canaries through the same experiment, tally and judge as a run.
  public func canaries() -> [CanaryRecord] { canaries(judge: Judge(alpha: 1e-3)) }

  package func canaries(judge: Judge) -> [CanaryRecord] {
    CanaryHop.Kind.allCases.map { kind in
      let experiment = DistinguishingExperiment(
        CanaryHop(kind: kind), adversary: CanaryHop.Look(), budget: Budget { _ in 1 })
      let source = CoinSource(seed: source.seed, campaign: .max, generator: source.generator)
      let tally = experiment.run(0..<1024, source: source)
      let verdict = judge.judge(tally, measure: experiment.measure, bound: 1.0 / 16).verdict
      let expected =
        switch kind {
        case .loud: "boundExceeded"
        case .silent: "withinBound"
        case .unflagged: "invalid"
        }
      return CanaryRecord(name: kind.rawValue, expected: expected, observed: verdict.name)
    }
  }
}

extension Judgement {
  /// The verdict and its reason, unless a canary is dead.
  package func overruled(by canaries: [CanaryRecord]) -> (verdict: Verdict, reason: String) {
    guard let dead = canaries.first(where: { !$0.isAlive }) else { return (verdict, reason) }
    let why = "canary `\(dead.name)`: \(dead.expected) expected, \(dead.observed) observed"
    return (.invalid(why: why), "a canary failed: \(why)")
  }
}
