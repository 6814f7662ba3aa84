internal import Foundation
public import Records
internal import Statistics

extension Judge {
  /// Compares both sides of a reduction's inequality.
  ///
  /// A reduction that wins in exactly the trials of the bad event is checked trial by trial; one that wins often enough is tested by
  /// a betting mixture on Z = x − L·y, which takes into account that both sides were measured on the same coins.
  /// These statements (an interval, a certificate, a refutation) are made beside those of `judge`: they spend another `alpha`.
  public func judgeReduction(
    _ tally: Tally, words: String, loss: Double, agreement: ReductionAgreement
  ) -> ReductionRecord {
    let counts = tally.reduction
    let source = estimate(events: counts.first, forfeits: tally.forfeits, trials: tally.trials)
    let target = estimate(events: counts.second, forfeits: tally.forfeits, trials: tally.trials)
    let (verdict, reason): (ReductionVerdict, String) =
      switch agreement {
      case _ where counts.first + counts.second == 0: (.vacuous, "neither event occurred")
      case .everyTrial: judgeEveryTrial(counts)
      case .onAverage: judgeAverage(counts, loss: loss)
      }
    return ReductionRecord(claim: words, loss: loss, source: source, target: target, verdict: verdict, reason: reason)
  }

  private func judgeEveryTrial(_ counts: PairCounts) -> (ReductionVerdict, String) {
    let differing = counts.onlyFirst + counts.onlySecond
    return differing == 0
      ? (.holds, "the two events coincide in every trial")
      : (.refuted, "the two events differ in \(differing) trials")
  }

  private func judgeAverage(_ counts: PairCounts, loss: Double) -> (ReductionVerdict, String) {
    let counts = Statistics.PairCounts(
      neither: Int(counts.neither), onlyX: Int(counts.onlyFirst), onlyY: Int(counts.onlySecond), both: Int(counts.both))
    if BettingMixture.refuteLossLogE(counts, loss: loss) >= logRefuted {
      return (.refuted, "the left side exceeds the right one")
    }
    if BettingMixture.certifyLossLogE(counts, loss: loss, slack: slack) >= logCertified {
      return (.holds, "left ≥ \(1 + slack) times right is excluded")
    }
    return (.undecided, "too few events")
  }
}
