@_spi(Harness) import Coins
@_spi(Harness) import GameKit
import Testing

@Suite struct ChanceValueTests {
  /// Every length, with what lies between two numbers, on the middle and beside it.
  @Test func aNumberIsTheNearestOne() {
    let coins = CoinSource(seed: 1).coins(trial: 0, role: .challenger)
    for bits in UInt128(1)...128 {
      for index in UInt64(0)..<100 {
        let (high, low) = (coins.bits(64, for: Label("high", index)), coins.bits(64, for: Label("low", index)))
        let drawn = (UInt128(high) << 64 | UInt128(low)) >> (128 - bits)
        let middle = (drawn >> 53) << 53 | (1 << 52)
        for number in [drawn, middle, middle &- 1, middle &+ 1, 1 << (bits - 1), .max >> (128 - bits)] {
          #expect(Double(nearest: number) == Double(number), "\(number)")
        }
      }
    }
    #expect(Double(nearest: 0) == 0)
  }
}
