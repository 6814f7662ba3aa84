import Coins

/// A stream of 64-bit words out of named coins, for simulations that ask for "the next number".
struct CoinGenerator: RandomNumberGenerator {
  let coins: Coins
  private var position: UInt64 = 0

  init(coins: Coins) { self.coins = coins }

  mutating func next() -> UInt64 {
    position += 1
    return coins.bits(64, for: Label("stream", position))
  }
}
