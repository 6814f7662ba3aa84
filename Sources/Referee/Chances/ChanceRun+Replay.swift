@_spi(Harness) public import Coins
@_spi(Harness) public import GameKit

extension ChanceRun {
  /// The moves of one trial, in their order, and what refutes its account.
  public func replay(trial: UInt64, source: CoinSource) -> (moves: [Move], violation: ChanceViolation?) {
    var left = leftOracle()
    _ = play(&left, nil, source.coins(trial: trial, role: .challenger), source.coins(trial: trial, role: .adversary))
    return (left.account.moves, run(Trials(only: trial), source: source).first?.violation)
  }
}
