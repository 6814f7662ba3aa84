import Foundation
import Statistics
import TestSupport
import Testing

/// The referee under users who look after every trial: simulated campaigns against the exact bands, and twins that must alarm.
@Suite struct CampaignTests {
  /// Stopped campaigns among 10,000.
  private static func count(_ test: SequentialTest, _ p: Double, seed: UInt64 = 2019) -> Int {
    var generator = SplitMix(state: seed)
    let campaigns = Campaigns.simulate(10_000, of: test, probability: p, using: &generator)
    return campaigns.upwards + campaigns.downwards
  }

  @Test(arguments: ReferenceVector.all.filter { $0.expected["count_of_10000_low"] != nil })
  func tenThousandCampaignsStayInTheExactBand(vector: ReferenceVector) throws {
    let alpha = vector.double("alpha"), horizon = vector.int("N")
    let m = vector.double(vector.inputs["m"] == nil ? "p" : "m"), p = vector.inputs["true_p"]?.double ?? m
    let test: SequentialTest? =
      switch vector.method {
      case "campaign_refute": .refuting(m, alpha: alpha, horizon: horizon)
      case "campaign_certify": .certifying(m, alpha: alpha, horizon: horizon)
      case "campaign_naive_cp_peeking": VectorChecker.naivePeeking(m, alpha: alpha, horizon: horizon)
      case "campaign_cs_octave_miscoverage": VectorChecker.octaveMiss(m, alpha: alpha, horizon: horizon)
      default: nil
      }
    let count = Self.count(try #require(test, "no simulation of \(vector.method)"), p)
    let (low, high) = (vector.expected["count_of_10000_low"]!.int!, vector.expected["count_of_10000_high"]!.int!)
    #expect(low <= count && count <= high, "\(vector.id): \(count) of 10000, expected \(low)...\(high)")
  }

  /// The bands also catch referees that are too lax, too strict, restarted, or asleep.
  @Test func wrongRefereesLeaveTheBand() {
    let band = 200...360, m = 0.01, horizon = 10_000
    func refuting(_ alpha: Double) -> SequentialTest { .refuting(m, alpha: alpha, horizon: horizon) }
    #expect(band.contains(Self.count(refuting(0.05), m)))
    #expect(!band.contains(Self.count(refuting(0.025), m)), "half the level")
    #expect(!band.contains(Self.count(refuting(0.1), m)), "twice the level")
    #expect(!band.contains(Self.count(refuting(pow(0.05, 1 / log(2))), m)), "log2 for ln")
    #expect(
      !band.contains(Self.count(VectorChecker.naivePeeking(m, alpha: 0.05, horizon: horizon), m)), "peeking at fixed-n limits")
    #expect(!band.contains(Self.count(SequentialTest(horizon: horizon, stopsUpwards: { _, _ in false }), m)), "never alarms")
    var generator = SplitMix(state: 5), restarted = 0
    for _ in 0..<10_000 {
      restarted += Campaigns.simulate(20, of: refutingOnce, probability: m, using: &generator).upwards > 0 ? 1 : 0
    }
    #expect(!band.contains(restarted), "twenty restarts each")
  }

  private let refutingOnce = SequentialTest.refuting(0.01, alpha: 0.05, horizon: 10_000)

  @Test func theDifferenceStaysBelowItsLevel() {
    let null = DifferenceCampaign(bound: 0, alpha: 0.05, horizon: 120, plus: 0.25, minus: 0.25)
    #expect(abs(null.crossing - 0.027424) < 5e-7)
  }

  @Test func theSimulationAgreesWithTheLaw() {
    let test = SequentialTest.refuting(0.1, alpha: 0.05, horizon: 300).combined(with: .certifying(0.2, alpha: 0.05, horizon: 300))
    for p in [0.05, 0.15, 0.7] {
      var generator = SplitMix(state: 99)
      let law = CrossingLaw(of: test, probability: p), n = 200_000
      let runs = Campaigns.simulate(n, of: test, probability: p, using: &generator)
      #expect(runs.upwards + runs.downwards + runs.undecided == n)
      for (count, exact) in [(runs.upwards, law.upwards), (runs.downwards, law.downwards)] {
        let limits = ClopperPearson.twoSided(events: count, trials: n, alpha: 1e-6)
        #expect(limits.interval.contains(exact), "p = \(p): \(count) of \(n), exact \(exact)")
      }
      #expect(abs(Double(runs.trials) / Double(n) - law.meanTrials) < 0.01 * law.meanTrials)
    }
  }

  @Test func boundariesAreThoseOfTheMixture() {
    let test = SequentialTest.refuting(0.01, alpha: 0.05, horizon: 2000).combined(
      with: .certifying(0.01, alpha: 0.05, horizon: 2000))
    for n in stride(from: 1, through: 2000, by: 37) {
      #expect(test.upper[n] == BettingMixture.refuteMinimumEvents(trials: n, bound: 0.01, alpha: 0.05))
      let k = test.lower[n]
      if k >= 0 { #expect(BettingMixture.certifyMinimumTrials(events: k, bound: 0.01, alpha: 0.05)! <= n) }
      #expect(BettingMixture.certifyMinimumTrials(events: k + 1, bound: 0.01, alpha: 0.05)! > n)
    }
  }

  @Test func certainAndImpossibleEventsEndAtOnceOrNever() {
    let test = SequentialTest.refuting(0.5, alpha: 0.05, horizon: 50)
    var generator = SplitMix(state: 1)
    #expect(Campaigns.simulate(10, of: test, probability: 1, using: &generator).upwards == 10)
    #expect(Campaigns.simulate(10, of: test, probability: 0, using: &generator).undecided == 10)
    #expect(CrossingLaw(of: test, probability: 1).upwards == 1)
    #expect(CrossingLaw(of: test, probability: 0).stopped == 0)
  }
}
