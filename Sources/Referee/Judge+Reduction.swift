internal import Foundation
public import Records
internal import Statistics

extension Judge {
  /// Compares both sides of a reduction's inequality.
  ///
  /// A reduction that wins in exactly the trials of the bad event is checked trial by trial; one that wins often enough is tested
  /// by a betting mixture on Z = x − L·y, which takes into account that both sides were measured on the same coins. These
  /// statements (an interval, a certificate, a refutation) are made beside those of `judge`: they spend another `alpha`.
  public func judgeReduction(
    _ tally: Tally, words: String, loss: Double, agreement: ReductionAgreement
  ) -> ReductionRecord {
    let counts = tally.reduction
    let source = estimate(events: counts.first, forfeits: tally.forfeits, trials: tally.trials)
    let target = estimate(events: counts.second, forfeits: tally.forfeits, trials: tally.trials)
    let (verdict, reason): (ReductionVerdict, String) =
      switch agreement {
      case _ where counts.first + counts.second == 0:
        tally.forfeits == 0
          ? (.vacuous, "neither event occurred")
          : (.undecided, "neither event occurred, but \(tally.forfeits) trials were forfeited")
      case .everyTrial: judgeEveryTrial(counts, tally.forfeits)
      case .onAverage: judgeAverage(counts, tally.forfeits, loss: loss)
      }
    let ceiling: Double? = verdict == .holds ? (agreement == .everyTrial ? 1 : 1 + slack) : nil
    return ReductionRecord(
      claim: words, loss: loss, source: source, target: target, verdict: verdict, reason: reason, ceiling: ceiling)
  }

  /// A forfeited trial may hide that the events differ, and what differs in it may be its forfeit's doing.
  private func judgeEveryTrial(_ counts: PairCounts, _ forfeits: UInt64) -> (ReductionVerdict, String) {
    let differing = counts.differ
    if differing > forfeits { return (.refuted, "the two events differ in \(differing) trials") }
    if forfeits == 0 { return (.holds, "the two events coincide in every trial") }
    return (.undecided, "the two events differ in \(differing) trials, and \(forfeits) were forfeited")
  }

  private func judgeAverage(_ counts: PairCounts, _ forfeits: UInt64, loss: Double) -> (ReductionVerdict, String) {
    let hidden = Int(forfeits)
    if BettingMixture.refuteLossLogE(counts, hidden: hidden, loss: loss) >= logRefuted {
      return (.refuted, "the left side exceeds the right one")
    }
    if BettingMixture.certifyLossLogE(counts, hidden: hidden, loss: loss, slack: slack) >= logCertified {
      return (.holds, "left ≥ \(1 + slack) times right is excluded")
    }
    return (.undecided, hidden > 0 ? "too few events that were not forfeited" : "too few events")
  }
}
