internal import Foundation
public import Records
internal import Statistics

extension Judge {
  /// Compares both sides of a reduction's inequality.
  ///
  /// A reduction that wins in exactly the trials of the bad event is checked trial by trial; one that wins often enough is tested
  /// by a betting mixture on Z = x − L·y, which takes into account that both sides were measured on the same coins; for one that
  /// plants its challenge x is the number of places, and E[Z] = 0 is tested in both directions, at half the error each. These
  /// statements (an interval, a certificate, a refutation) are made beside those of `judge`: they spend another `alpha`.
  /// What it asks of its target is compared with what it is charged; a mean that is charged shares the refutation's error.
  public func judgeReduction(
    _ tally: Tally, words: String, loss: Double, agreement: ReductionAgreement, charges: [Charge] = []
  ) -> ReductionRecord {
    let counts = tally.reduction
    let means = charges.count { $0.onAverage != nil }
    let source = estimate(events: counts.first, forfeits: tally.forfeits, trials: tally.trials)
    let target = estimate(events: counts.second, forfeits: tally.forfeits, trials: tally.trials)
    var (verdict, reason): (ReductionVerdict, String) =
      switch agreement {
      case _ where counts.first + counts.second == 0:
        tally.forfeits == 0
          ? (.vacuous, "neither event occurred")
          : (.undecided, "neither event occurred, but \(tally.forfeits) trials were forfeited")
      case .everyTrial: judgeEveryTrial(counts, tally.forfeits)
      case .planted: judgePlanted(tally, loss: loss, sharing: means)
      case .onAverage: judgeAverage(counts, tally.forfeits, loss: loss, sharing: means)
      }
    let sharing = means + (agreement == .planted ? 2 : 1)
    if verdict != .refuted, let excess = excess(tally.work, charges, tally.trials, sharing: sharing) {
      (verdict, reason) = (.refuted, excess)
    }
    let ceiling: Double? = verdict == .holds ? (agreement == .everyTrial ? 1 : 1 + slack) : nil
    return ReductionRecord(
      claim: words, loss: loss, source: source, target: target, verdict: verdict, reason: reason, ceiling: ceiling,
      exactly: agreement == .planted && tally.trials > 0 ? Double(tally.places) / Double(tally.trials) : nil,
      resources: records(tally.work, charges, tally.trials))
  }

  /// A forfeited trial may hide that the events differ, and what differs in it may be its forfeit's doing.
  private func judgeEveryTrial(_ counts: PairCounts, _ forfeits: UInt64) -> (ReductionVerdict, String) {
    let differing = counts.differ
    if differing > forfeits { return (.refuted, "the two events differ in \(differing) trials") }
    if forfeits == 0 { return (.holds, "the two events coincide in every trial") }
    return (.undecided, "the two events differ in \(differing) trials, and \(forfeits) were forfeited")
  }

  /// Two refutations share the error of one, and with those of means that are charged.
  private func judgePlanted(_ tally: Tally, loss: Double, sharing means: Int) -> (ReductionVerdict, String) {
    let share = log(Double(2 + means))
    let most = tally.several.keys.map(\.count).max() ?? 1
    guard Double(most) <= loss else { return (.refuted, "the event occurs at \(most) places, more than there are") }
    let (test, gains, hidden) = (PlantedReduction(places: loss), tally.gains(loss: loss), Int(tally.forfeits))
    if test.winsMoreLogE(gains, hidden: hidden) - share >= logRefuted {
      return (.refuted, "the reduction wins more than it can: the right side exceeds the mean number of places")
    }
    if test.winsLessLogE(gains, hidden: hidden) - share >= logRefuted {
      return (.refuted, "the reduction wins less than it must: the mean number of places exceeds the right side")
    }
    return certifyAverage(tally.reduction, tally.forfeits, loss: loss)
  }

  private func judgeAverage(
    _ counts: PairCounts, _ forfeits: UInt64, loss: Double, sharing means: Int
  ) -> (ReductionVerdict, String) {
    if BettingMixture.refuteLossLogE(counts, hidden: Int(forfeits), loss: loss) - log(Double(1 + means)) >= logRefuted {
      return (.refuted, "the left side exceeds the right one")
    }
    return certifyAverage(counts, forfeits, loss: loss)
  }

  private func certifyAverage(_ counts: PairCounts, _ forfeits: UInt64, loss: Double) -> (ReductionVerdict, String) {
    let hidden = Int(forfeits)
    if BettingMixture.certifyLossLogE(counts, hidden: hidden, loss: loss, slack: slack) >= logCertified {
      return (.holds, "left ≥ \(1 + slack) times right is excluded")
    }
    return (.undecided, hidden > 0 ? "too few events that were not forfeited" : "too few events")
  }
}

extension Tally {
  /// How often L·y − (number of places) took each of its values.
  fileprivate func gains(loss: Double) -> Histogram {
    var (once, both) = (reduction.onlyFirst, reduction.both)
    var histogram = Histogram()
    for (places, count) in several {
      if places.isReductionWon { both -= count } else { once -= count }
      histogram.add((places.isReductionWon ? loss : 0) - Double(places.count), count: Int(count))
    }
    for (gain, count) in [(0, reduction.neither), (-1, once), (loss, reduction.onlySecond), (loss - 1, both)] {
      histogram.add(gain, count: Int(count))
    }
    return histogram
  }
}
