import Coins
import Testing

/// Known answers of the generator's authors: Random123, `tests/kat_vectors`, philox4x64 with ten rounds.
@Suite struct PhiloxTests {
  @Test func answersTheAuthorsVectors() {
    let zero = Philox.block(counter: .zero, key: .zero)
    #expect(zero == SIMD4(0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b))
  }
}
