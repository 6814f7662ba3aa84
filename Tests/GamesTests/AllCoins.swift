import Coins

/// Plays a program over all its coins, one outcome of every draw after another: probabilities as exact fractions.
final class AllCoins: CoinTape {
  private struct Choice {
    let bound: UInt64
    var value: UInt64
  }
  private var path: [Choice] = []
  private var drawn: [DrawName: Int] = [:]

  func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    if let position = drawn[draw] { return path[position].value }
    drawn[draw] = drawn.count
    if drawn.count > path.count { path.append(Choice(bound: bound, value: 0)) }
    return path[drawn.count - 1].value
  }

  func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    preconditionFailure("too many coins to play them all")
  }

  /// The probability that `event` holds, with `scale` as its denominator; nil if it has another one.
  static func probability(outOf scale: Int, _ event: (AllCoins) -> Bool) -> Int? {
    let coins = AllCoins()
    var (hits, total) = (0, 0)
    repeat {
      coins.drawn.removeAll(keepingCapacity: true)
      let isHit = event(coins)
      let leaves = coins.path.reduce(1) { $0 * Int($1.bound) }
      guard scale % leaves == 0 else { return nil }
      total += scale / leaves
      if isHit { hits += scale / leaves }
      while let last = coins.path.last, last.value + 1 == last.bound { coins.path.removeLast() }
      if !coins.path.isEmpty { coins.path[coins.path.count - 1].value += 1 }
    } while !coins.path.isEmpty
    return total == scale ? hits : nil
  }
}
