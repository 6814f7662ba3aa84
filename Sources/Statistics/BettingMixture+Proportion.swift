internal import Foundation

/// Tests of a proportion from k events in n trials.
extension BettingMixture {
  /// The e-process against H₀: Pr[event] ≤ m, for repeated use: centre min(1, m/(1−m)), so that j = 0 means "twice the bound".
  ///
  /// Counts are (non-events, events).
  static func refuting(_ m: Probability) -> BettingMixture {
    if m.value == 0 { return .certain(0, of: 2) }
    if m.complement == 0 { return .vacuous(outcomes: 2) }
    let odds = max(m.odds, 0x1p-1000)  // A larger null, so still an e-process, and no gain overflows.
    return BettingMixture(gains: [-1, 1 / odds], centre: min(1, odds), allIn: 0)
  }

  /// The e-process against H₀: Pr[event] ≥ m: the mirror image with centre 2 min(1, (1−m)/m) and a quarter all-in.
  ///
  /// Counts are (non-events, events).
  static func certifying(_ m: Probability) -> BettingMixture {
    if m.value == 0 { return .vacuous(outcomes: 2) }
    if m.complement == 0 { return .certain(1, of: 2) }
    let odds = min(m.odds, 0x1p1000)
    return BettingMixture(gains: [odds, -1], centre: 2 * min(1, 1 / odds), allIn: 0.25)
  }

  func logE(events k: Int, trials n: Int) -> Double { logE([n - k, k]) }

  /// ln E against H₀: Pr[event] ≤ m, after k events in n trials. No bound m ≥ 1 can be refuted (E = 1); one event refutes m ≤ 0.
  public static func refuteLogE(events k: Int, trials n: Int, bound m: Double) -> Double {
    Require.counts(events: k, trials: n)
    return refutation(of: m).logE(events: k, trials: n)
  }

  /// ln E against H₀: Pr[event] ≥ m, after k events in n trials. E = ∞ for m > 1, where nothing is left to show, and E = 1 for m
  /// ≤ 0.
  public static func certifyLogE(events k: Int, trials n: Int, bound m: Double) -> Double {
    Require.counts(events: k, trials: n)
    return certification(of: m).logE(events: k, trials: n)
  }

  /// The smallest k with E ≥ 1/`alpha` against H₀: Pr[event] ≤ m after n trials; n + 1 if there is none.
  public static func refuteMinimumEvents(trials n: Int, bound m: Double, alpha: Double) -> Int {
    Require.counts(events: 0, trials: n)
    Require.level(alpha)
    let mixture = refutation(of: m)
    return firstIndex(in: 0...n + 1) { $0 > n || mixture.logE(events: $0, trials: n) >= -log(alpha) }
  }

  /// The smallest n with E ≥ 1/`alpha` against H₀: Pr[event] ≥ m with k events; nil if it exceeds 2⁵³.
  public static func certifyMinimumTrials(events k: Int, bound m: Double, alpha: Double) -> Int? {
    Require.counts(events: k, trials: k)
    Require.level(alpha)
    let mixture = certification(of: m)
    return firstCrossing(from: k) { mixture.logE(events: k, trials: $0) >= -log(alpha) }
  }

  static func refutation(of m: Double) -> BettingMixture {
    Require.bound(m)
    return m >= 1 ? .vacuous(outcomes: 2) : refuting(Probability(max(0, m)))
  }

  static func certification(of m: Double) -> BettingMixture {
    Require.bound(m)
    return m > 1 ? .absurd(outcomes: 2) : certifying(Probability(max(0, m)))
  }

  /// The first index for which a monotone `holds` is true; it is true at the end of the range.
  static func firstIndex(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first number of trials, from `start` up to 2⁵³, for which a monotone `holds` is true.
  static func firstCrossing(from start: Int, where holds: (Int) -> Bool) -> Int? {
    var (low, high) = (start, start + 1)
    while !holds(high) {
      if high == 1 << 53 { return nil }
      (low, high) = (high, min(1 << 53, 2 * high))
    }
    return firstIndex(in: low...high, where: holds)
  }
}
