internal import GameKit
public import Records

extension Referee {
  /// The same for runs that chances judge: a guessing game on two coins with the right account, which must pass, and with planted
  /// ones, each of which must be caught.
  public func chanceCanaries() async -> [CanaryRecord] {
    let judge = Judge(alpha: 1e-3)
    let referee = Referee(source: source.with(campaign: .max), judge: judge, threads: threads)
    var records: [CanaryRecord] = []
    for planted in [nil] + Account.Planted.allCases {
      var run = ChanceRun(
        WonGame { GuessingGame() }, adversary: GuessingGame.Sweep(), budget: Budget { _ in 30 }, ledger: GuessingGame.Account())
      run.planted = planted
      let outcome = await referee.run(
        chances: { [run] in run.run($0, source: $1) }, measure: .winning, bound: nil, rule: StoppingRule(trials: 300),
        blockSize: 50)
      let verdict = outcome.judgement.verdict.kind
      records.append(
        CanaryRecord(
          name: planted.map { "chances-\($0.rawValue)" } ?? "chances", expected: planted == nil ? .advantageShown : .invalid,
          observed: verdict))
    }
    return records
  }
}
