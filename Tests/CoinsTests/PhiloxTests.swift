@_spi(Harness) import Coins
import Testing

/// Known answers of the generator's authors: Random123, `tests/kat_vectors`, philox4x64 with ten rounds.
@Suite struct PhiloxTests {
  struct Vector: Sendable {
    let counter: SIMD4<UInt64>
    let key: SIMD2<UInt64>
    let block: SIMD4<UInt64>
  }

  static let authors = [
    Vector(
      counter: .zero, key: .zero,
      block: SIMD4(0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b)),
    Vector(
      counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max),
      block: SIMD4(0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0)),
    Vector(
      counter: SIMD4(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89),
      key: SIMD2(0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c),
      block: SIMD4(0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6)),
  ]

  @Test(arguments: authors) func answersTheAuthorsVectors(_ vector: Vector) {
    #expect(Generator.philox.block(key: vector.key, counter: vector.counter) == vector.block)
  }

  /// Streams with key (seed, campaign) and counter (block, trial, role, instance), computed by numpy and by a program in Python.
  static let streams = [
    Vector(
      counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0),
      block: SIMD4(0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b)),
    Vector(
      counter: SIMD4(3, 0xe8_d4a5_1000, 7, 0), key: SIMD2(0xdead_beef_cafe_f00d, 0x0123_4567_89ab_cdef),
      block: SIMD4(0x5336_fe11_6a86_b4df, 0x37b0_c7e6_e68f_2e43, 0x0770_00b1_0f0e_f8c4, 0x1bcf_535d_d124_e025)),
    Vector(
      counter: SIMD4(0, 0x8000_0000_0000_0000, 1, 0), key: SIMD2(0x2a, 0),
      block: SIMD4(0xb098_8479_51d7_ee1e, 0x8c44_87f0_04df_f3a0, 0xce16_663f_b76e_51d1, 0xd73e_d530_6ed9_339e)),
  ]

  @Test(arguments: streams) func addressesAStreamByItsWords(_ vector: Vector) {
    #expect(Generator.philox.block(key: vector.key, counter: vector.counter) == vector.block)
  }

  @Test func everyBitOfTheInputMatters() {
    let base = Generator.philox.block(key: .zero, counter: .zero)
    for word in 0..<4 {
      var counter = SIMD4<UInt64>.zero
      counter[word] = 1
      #expect(Generator.philox.block(key: .zero, counter: counter) != base)
    }
    #expect(Generator.philox.block(key: SIMD2(1, 0), counter: .zero) != base)
    #expect(Generator.philox.block(key: SIMD2(0, 1), counter: .zero) != base)
  }
}
