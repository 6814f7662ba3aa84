@_spi(Harness) import Coins
import Testing

@Suite struct ChaCha20Tests {
  /// RFC 8439, section 2.3.2: key 00 01 … 1f, nonce 00 00 00 09 00 00 00 4a 00 00 00 00, block counter 1.
  private let key: [UInt32] = (0..<8).map { 0x0302_0100 &+ 0x0404_0404 &* $0 }

  @Test func answersTheBlockOfTheRFC() {
    #expect(
      ChaCha20.block(key: key, input: [1, 0x0900_0000, 0x4a00_0000, 0]) == [
        0xe4e7_f110, 0x1559_3bd1, 0x1fdd_0f50, 0xc471_20a3, 0xc7f4_d1c7, 0x0368_c033, 0x9aaa_2204, 0x4e6c_d4c3,
        0x4664_82d2, 0x09aa_9f07, 0x05d7_c214, 0xa202_8bd9, 0xd19c_12b5, 0xb94e_16de, 0xe883_d0cb, 0x4e3c_50a2,
      ])
  }

  @Test func anotherBlockCounterIsAnotherBlock() {
    let input: [UInt32] = [1, 0x0900_0000, 0x4a00_0000, 0]
    #expect(ChaCha20.block(key: key, input: [2] + input.dropFirst()) != ChaCha20.block(key: key, input: input))
  }

  /// Both halves of a label's address reach the cascade: the first picks the subkey, the second is evaluated under it.
  @Test func everyOperandOfALabelMatters() {
    let coins = CoinSource(seed: 1, generator: .chacha20).coins(trial: 0, role: .challenger)
    let labels = [Label("x"), Label("y"), Label("x", 1), Label("x", 0, 1), Label("x", 0, 0, 1)]
    #expect(Set(labels.map { coins.bits(64, for: $0) }).count == labels.count)
  }
}
