@_spi(Harness) public import Coins
public import Records
internal import Statistics

/// The referee refereed: campaigns in which nothing is wrong, watched after every trial by somebody who stops at the first alarm.
public enum ErrorRates {
  /// A sequential procedure with the truth under which it is tried.
  private struct Case {
    let name: String
    let test: SequentialTest
    let truth: Double
    let alpha: Double
    var isControl = false
  }

  /// Simulates `count` campaigns of every procedure of the referee, on the boundary of its claim and inside it, and of the common
  /// mistake of looking at fixed-n limits after every trial.
  /// - Parameter shouldStop: asked often, with the number of procedures that are finished; one that is stopped is left out.
  public static func simulated(_ count: Int, source: CoinSource, shouldStop: (Int) -> Bool = { _ in false }) -> [ErrorRateRecord]
  {
    let cases = [
      Case(name: "refute p ≤ 2⁻⁸", test: .refuting(0x1p-8, alpha: 0.05, horizon: 20_000), truth: 0x1p-8, alpha: 0.05),
      Case(name: "refute p ≤ 0.01", test: .refuting(0.01, alpha: 0.05, horizon: 10_000), truth: 0.01, alpha: 0.05),
      Case(name: "refute p ≤ 0.01", test: .refuting(0.01, alpha: 0.05, horizon: 10_000), truth: 0.005, alpha: 0.05),
      Case(name: "refute p ≤ 0.01", test: .refuting(0.01, alpha: 1e-3, horizon: 20_000), truth: 0.01, alpha: 1e-3),
      Case(name: "refute p ≤ 1/2", test: .refuting(0.5, alpha: 0.05, horizon: 10_000), truth: 0.5, alpha: 0.05),
      Case(name: "certify p ≤ 0.01", test: .certifying(0.01, alpha: 0.05, horizon: 10_000), truth: 0.01, alpha: 0.05),
      Case(name: "certify p ≤ 0.01", test: .certifying(0.01, alpha: 1e-3, horizon: 20_000), truth: 0.01, alpha: 1e-3),
      Case(
        name: "control: Clopper–Pearson at every look",
        test: SequentialTest(
          horizon: 10_000, stopsUpwards: { ClopperPearson.lower(events: $0, trials: $1, alpha: 0.05).value > 0.01 }),
        truth: 0.01, alpha: 0.05, isControl: true),
      Case(
        name: "refute a reduction planted at 1 of 4 places", test: planted(4, alpha: 0.05, horizon: 4000), truth: 1.0 / 5,
        alpha: 0.05),
      Case(
        name: "refute a reduction planted at 1 of 16 places", test: planted(16, alpha: 1e-3, horizon: 4000), truth: 1.0 / 17,
        alpha: 1e-3),
    ]
    var records: [ErrorRateRecord] = []
    for (index, item) in cases.enumerated() {
      var generator = CoinGenerator(coins: source.coins(trial: UInt64(index), role: .environment))
      let block = 10_000
      var alarms = 0
      for first in stride(from: 0, to: count, by: block) {
        if shouldStop(index) { return records }
        let campaigns = Campaigns.simulate(min(block, count - first), of: item.test, probability: item.truth, using: &generator)
        alarms += campaigns.upwards + campaigns.downwards
      }
      records.append(
        ErrorRateRecord(
          procedure: item.name, truth: item.truth, alpha: item.alpha, campaigns: count, horizon: item.test.horizon,
          alarms: alarms, exact: CrossingLaw(of: item.test, probability: item.truth).stopped, isControl: item.isControl))
    }
    return records
  }

  /// Watched are the trials in which either the event occurred or the reduction won, and not both: it wins in one of L + 1.
  private static func planted(_ places: Double, alpha: Double, horizon: Int) -> SequentialTest {
    .refuting(PlantedReduction(places: places), alpha: alpha, horizon: horizon)
  }

  /// Plays `count` whole campaigns of an experiment whose bad event has probability exactly `truth`, each on coins of its own,
  /// and tries to refute "Pr[bad] ≤ truth" after every trial.
  /// - Parameter shouldStop: asked before each campaign with the number of those that are finished.
  /// - Returns: nil if it was stopped before the last one.
  public static func played(
    _ count: Int, of experiment: AnyExperiment, truth: Double, horizon: Int, alpha: Double = 0.05, source: CoinSource,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> ErrorRateRecord? {
    let test = SequentialTest.refuting(truth, alpha: alpha, horizon: horizon)
    var alarms = 0
    for campaign in 0..<count {
      if shouldStop(campaign) { return nil }
      let source = source.with(campaign: 1 << 32 | UInt64(campaign))
      if hasAlarm(test, experiment, source) { alarms += 1 }
    }
    return ErrorRateRecord(
      procedure: "played: refute Pr[bad] ≤ ε", truth: truth, alpha: alpha, campaigns: count, horizon: horizon,
      alarms: alarms, exact: CrossingLaw(of: test, probability: truth).stopped, isControl: false)
  }

  private static func hasAlarm(_ test: SequentialTest, _ experiment: AnyExperiment, _ source: CoinSource) -> Bool {
    let block = 64
    var events = 0
    for first in stride(from: 0, to: test.horizon, by: block) {
      let trials = first..<min(test.horizon, first + block)
      let tally = experiment.run(UInt64(trials.lowerBound)..<UInt64(trials.upperBound), source: source)
      guard tally.bad > 0 else { continue }
      // Within a block with events, look after every single trial.
      for trial in trials {
        events += Int(experiment.run(UInt64(trial)..<UInt64(trial + 1), source: source).bad)
        if events >= test.upper[trial + 1] { return true }
      }
    }
    return false
  }
}
