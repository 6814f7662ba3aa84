public import Arena
internal import Records
public import Referee
public import Scenarios

extension Assignment {
  /// Refuses what no adversary could show, before anybody tries.
  ///
  /// A bound that is exceeded may be asked for only where the bound leaves room for it; that it is wrong nobody can know before.
  /// - Parameter judge: of the attempt; what is said of a reduction or a chain beside it has its part of the error probability.
  public func checkPossible(for selection: Selection, _ judge: Judge) throws(InputError) {
    let judge = selection.judge(sharing: judge)
    let (bound, measure) = (selection.boundValue, selection.measure)
    switch verdict {
    case .exactly(.advantageShown):
      if let bound {
        throw impossible(
          "verdict", "`advantageShown` is no verdict of \(entry) on \(suite), whose bound is a number, \(bound)",
          hint: "for example `boundAttained`, or an `advantage`")
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
        throw impossible("verdict", "`\(verdict.rawValue)` is no verdict against a bound of 0")
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
    let most = mostShowable(measure, judge)
    guard most >= advantage else {
      throw impossible(
        "advantage", "\(trials) trials cannot show an advantage of \(advantage): the most that they can is \(most)",
        hint: "more `trials`, or a larger `error-probability`")
    }
  }

  /// The referee's. The k-th attempt has the part 1/(k·(k + 1)) of the error probability: all of them together have no more than
  /// one that is played once, with fresh coins.
  /// - Parameter attempt: nil where attempts are not counted.
  public func judge(attempt: Int? = nil) -> Judge {
    Judge(alpha: attempt.map { errorProbability / (Double($0) * Double($0 + 1)) } ?? errorProbability)
  }

  /// What is shown where every trial is a success.
  private func mostShowable(_ measure: Measure, _ judge: Judge) -> Double {
    var tally = Tally()
    (tally.trials, tally.bad) = (trials, trials)
    tally.bits.onlySecond = trials
    return judge.judge(tally, measure: measure, bound: nil).advantage.lower
  }
}
