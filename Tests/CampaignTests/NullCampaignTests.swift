import Campaigns
import Foundation
import Statistics
import TestSupport
import Testing

/// Campaigns in which the bound is just kept, under the worst order in which shards can finish: those with events first.
@Suite struct NullCampaignTests {
  /// How many of so many campaigns raise a false alarm, by the prefix and by whatever has arrived.
  private func alarms(_ campaigns: Int) -> (prefix: Int, naive: Int) {
    let (bound, alpha, shards, trials) = (0.01, 0.05, 100, 10)
    var generator = SplitMix(state: 1), alarms = (prefix: 0, naive: 0)
    for _ in 0..<campaigns {
      let events = (0..<shards).map { _ in (0..<trials).count { _ in Double(generator.next() >> 11) * 0x1p-53 < bound } }
      let order = events.indices.sorted { (-events[$0], $0) < (-events[$1], $1) }
      var prefix = ContiguousPrefix<Int>()
      var judged = (events: 0, trials: 0), arrived = (events: 0, trials: 0), hasAlarmed = (prefix: false, naive: false)
      func refutes(_ counts: (events: Int, trials: Int)) -> Bool {
        BettingMixture.refuteLogE(events: counts.events, trials: counts.trials, bound: bound) >= -log(alpha)
      }
      for shard in order {
        for next in prefix.add(events[shard], at: shard) {
          judged = (judged.events + next, judged.trials + trials)
          // A look after each shard that counts.
          if !hasAlarmed.prefix, next > 0, refutes(judged) { hasAlarmed.prefix = true }
        }
        arrived = (arrived.events + events[shard], arrived.trials + trials)
        if !hasAlarmed.naive, events[shard] > 0, refutes(arrived) { hasAlarmed.naive = true }
      }
      alarms = (alarms.prefix + (hasAlarmed.prefix ? 1 : 0), alarms.naive + (hasAlarmed.naive ? 1 : 0))
    }
    return alarms
  }

  /// So many false alarms of a level of 5 % have a probability below 10⁻⁶; there are ten thousand campaigns in the night.
  @Test func thePrefixKeepsItsErrorProbabilityAndWhatArrivedDoesNot() {
    let (campaigns, most) = ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? (500, 50) : (10_000, 606)
    let alarms = alarms(campaigns)
    #expect(alarms.prefix < most && alarms.prefix > 0, "\(alarms)")
    #expect(alarms.naive > campaigns / 2, "the control: \(alarms)")
  }

  @Test func aPrefixPassesOnInOrderAndNamesItsGap() {
    var prefix = ContiguousPrefix<Character>()
    #expect(prefix.add("c", at: 2) == [] && prefix.gap == [0, 1])
    #expect(prefix.add("a", at: 0) == ["a"] && prefix.gap == [1] && prefix.length == 1)
    #expect(prefix.add("a", at: 0) == [] && prefix.add("c", at: 2) == [], "again")
    #expect(prefix.add("b", at: 1) == ["b", "c"] && prefix.gap == [] && prefix.length == 3)
  }
}
