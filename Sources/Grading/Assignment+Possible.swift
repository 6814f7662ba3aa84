public import Arena
internal import Records
public import Referee
public import Scenarios

extension Assignment {
  /// Refuses what no adversary could show, before anybody tries.
  ///
  /// A bound that is exceeded may be asked for only where the bound leaves room for it; that it is wrong nobody can know before.
  public func checkPossible(for selection: Selection) throws(InputError) {
    let (bound, measure) = (selection.boundValue, selection.measure)
    switch verdict {
    case .exactly(.advantageShown):
      if let bound {
        throw impossible(
          "verdict", "`advantageShown` is no verdict of \(entry) on \(suite), whose bound is a number, \(bound)",
          hint: "for example `boundAttained`, or an `advantage`")
      }
    case .exactly(.noAdvantageShown):
      if let bound, bound > 0 {
        throw impossible("verdict", "`noAdvantageShown` is no verdict of \(entry) on \(suite), whose bound is \(bound)")
      }
    case .exactly(let verdict):
      guard let bound else {
        throw impossible(
          "verdict", "`\(verdict.rawValue)` compares with a bound, and that of \(entry) on \(suite) has no number",
          hint: "for example `advantageShown`")
      }
      if bound >= 1 {
        throw impossible(
          "verdict", "the bound of \(entry) is \(bound): no run can exceed it or show that it is kept",
          hint: "other parameters make it smaller")
      }
      if bound == 0, verdict != .boundExceeded {
        throw impossible("verdict", "`\(verdict.rawValue)` is no verdict against a bound of 0", hint: "`noAdvantageShown` is")
      }
      if verdict != .boundExceeded, !judge.canCertify(bound, trials: trials, measure: measure) {
        throw impossible("verdict", "\(trials) trials cannot show `\(verdict.rawValue)`, whatever happens in them")
      }
    case .atMostBound, nil: break
    }
    guard let advantage else { return }
    if let bound, advantage > bound, verdict != .exactly(.boundExceeded) {
      throw impossible(
        "advantage", "an advantage of \(advantage) is more than the bound, \(bound): whoever shows it refutes the bound",
        hint: "less, or parameters that make the bound larger; or the verdict `boundExceeded`")
    }
    let most = mostShowable(measure)
    guard most >= advantage else {
      throw impossible(
        "advantage", "\(trials) trials cannot show an advantage of \(advantage): the most that they can is \(most)",
        hint: "more `trials`, or a larger `error-probability`")
    }
  }

  /// The referee's.
  public var judge: Judge { Judge(alpha: errorProbability) }

  /// What is shown where every trial is a success.
  private func mostShowable(_ measure: Measure) -> Double {
    var tally = Tally()
    (tally.trials, tally.bad) = (trials, trials)
    tally.bits.onlySecond = trials
    return judge.judge(tally, measure: measure, bound: nil).advantage.lower
  }
}
