@_spi(Harness) import Coins
import Testing

@Suite struct UniformTests {
  struct Vector: Sendable {
    let bound: UInt64
    let values: [UInt64]
    let consumed: [Int]
  }

  /// Numbers below `bound` from the stream of seed 7b, campaign 1c8, trial 9 and role 1, computed with exact integers in Python.
  static let vectors = [
    Vector(bound: 2, values: [1, 1, 0, 1, 1], consumed: [1, 1, 1, 1, 1]),
    Vector(bound: 6, values: [4, 3, 2, 3, 5], consumed: [1, 1, 1, 1, 1]),
    Vector(bound: 10, values: [8, 5, 4, 6, 8], consumed: [1, 1, 1, 1, 1]),
    Vector(
      bound: 9_223_372_036_854_775_809,
      values: [
        7_599_298_529_029_469_569, 3_940_857_312_747_031_246, 6_071_313_378_064_262_893, 7_714_113_369_920_051_945,
        3_573_949_401_247_379_820,
      ],
      consumed: [1, 2, 1, 1, 7]),
  ]

  @Test(arguments: vectors) func reducesAndRejectsAsLemireSays(_ vector: Vector) {
    let words = (0..<8 as Range<UInt64>).flatMap { block in
      let block = Generator.philox.block(key: SIMD2(0x7b, 0x1c8), counter: SIMD4(block, 9, 1, 0))
      return block.indices.map { block[$0] }
    }
    let threshold = (0 &- vector.bound) % vector.bound
    var position = 0
    for (value, consumed) in zip(vector.values, vector.consumed) {
      let tried = words[position..<position + consumed].map { Coins.reduce($0, below: vector.bound, threshold: threshold) }
      #expect(tried.dropLast().allSatisfy { $0 == nil })
      #expect(tried.last == .some(value))
      position += consumed
    }
  }

  /// `bytes` shows the words of a label's stream, so what `uniform` must make of them is known.
  @Test(arguments: [3, 1000, 1 << 63, (1 << 63) + 1, .max] as [UInt64])
  func takesTheFirstWordThatIsNotRejected(_ bound: UInt64) throws {
    let coins = CoinSource(seed: 5).coins(trial: 1, role: .challenger)
    let threshold = (0 &- bound) % bound
    for index in 0..<100 as Range<UInt64> {
      let label = Label("word", index)
      let bytes = coins.bytes(512, for: label)
      let words = stride(from: 0, to: bytes.count, by: 8).map { start in
        bytes[start..<start + 8].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      }
      let expected = try #require(words.lazy.compactMap { Coins.reduce($0, below: bound, threshold: threshold) }.first)
      #expect(coins.uniform(below: bound, for: label) == expected)
      #expect(coins.bits(64, for: label) == words[0])
    }
  }

  /// χ² with 15 degrees of freedom over 160,000 draws: above 44.3 with probability 10⁻⁴; the seed is fixed.
  @Test(arguments: Generator.allCases) func drawsEveryValueEquallyOften(_ generator: Generator) {
    let draws: UInt64 = generator == .philox ? 160_000 : 16_000
    let coins = CoinSource(seed: 2019, generator: generator).coins(trial: 0, role: .challenger)
    for statistic in [
      chiSquare((0..<draws).map { coins.bits(4, for: Label("bits", $0)) }),
      chiSquare((0..<draws).map { coins.uniform(below: 16, for: Label("below", $0)) }),
      chiSquare(coins.byteStream(count: Int(draws)).map { UInt64($0 & 15) }),
      chiSquare(
        (0..<draws).map {
          CoinSource(seed: 1, generator: generator).coins(trial: $0, role: .adversary).bits(4, for: Label("t"))
        }),
    ] {
      #expect(statistic < 44.3)
      #expect(statistic > 2.5, "too even to be random: below 2.5 with probability 10⁻⁴")
    }
  }

  @Test func theStatisticObjectsToABiasedCoin() {
    let coins = CoinSource(seed: 2019).coins(trial: 0, role: .challenger)
    let biased = (0..<160_000 as Range<UInt64>).map { min(15, coins.uniform(below: 17, for: Label("biased", $0))) }
    #expect(chiSquare(biased) > 44.3)
  }

  /// Pearson's χ² of values below 16 against the uniform distribution.
  private func chiSquare(_ values: [UInt64]) -> Double {
    var counts = [Double](repeating: 0, count: 16)
    for value in values { counts[Int(value)] += 1 }
    let expected = Double(values.count) / 16
    return counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
  }
}

extension Coins {
  /// Bytes from as many labels as it takes.
  fileprivate func byteStream(count: Int) -> [UInt8] {
    Array((0..<UInt64(count / 8000 + 1)).flatMap { bytes(8000, for: Label("stream", $0)) }.prefix(count))
  }
}
