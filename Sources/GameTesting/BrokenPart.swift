@_spi(Harness) import Coins
import GameKit

/// What the two states of a hop disagree on before the first query, in any of a few trials.
func brokenPart(of hop: some Hop, _ source: CoinSource) -> Relation.StaticName? {
  var (left, right) = (hop.left, hop.right)
  for trial: UInt64 in 0..<16 {
    left.restart(coins: source.coins(trial: trial, role: .challenger))
    right.restart(coins: source.coins(trial: trial, role: .challenger))
    if case .broken(let part) = hop.relation(left, right) { return part }
  }
  return nil
}
