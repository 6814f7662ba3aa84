internal import Coins
internal import GameKit
public import Records

extension Referee {
  /// Plays all canaries through the same experiment, tally and judge as a run.
  public func canaries() -> [CanaryRecord] {
    CanaryHop.Kind.allCases.map { kind in
      let experiment = DistinguishingExperiment(
        CanaryHop(kind: kind), adversary: CanaryHop.Look(), budget: Budget { _ in 1 })
      let source = CoinSource(seed: source.seed, campaign: .max, generator: source.generator)
      let tally = experiment.run(0..<1024, source: source)
      let verdict = Judge(alpha: 1e-3).judge(tally, measure: experiment.measure, bound: 1.0 / 16).verdict
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
