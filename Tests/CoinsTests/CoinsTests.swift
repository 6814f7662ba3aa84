@_spi(Harness) import Coins
import Testing

@Suite struct CoinsTests {
  private let coins = CoinSource(seed: 7).coins(trial: 3, role: .challenger)

  // MARK: The address of a coin

  @Test(arguments: Generator.allCases) func aCoinDoesNotDependOnWhatElseIsDrawn(_ generator: Generator) {
    let source = CoinSource(seed: 7, generator: generator)
    let alone = source.coins(trial: 3, role: .challenger)
    let value = alone.bits(64, for: Label("coin", 5))
    let busy = source.coins(trial: 3, role: .challenger)
    for index in 0..<100 as Range<UInt64> {
      _ = busy.bits(7, for: Label("coin", 100 + index))
      _ = busy.uniform(below: 1 + index, for: Label("other", index))
      _ = busy.bytes(Int(index), for: Label("coin", 5, index + 1))
    }
    #expect(busy.bits(64, for: Label("coin", 5)) == value)
  }

  @Test func aCoinIsTheSameOnEveryThread() async {
    let labels = (0..<1000 as Range<UInt64>).map { Label("coin", $0) }
    let alone = labels.map { coins.bits(64, for: $0) }
    let together = await withTaskGroup(of: [UInt64].self) { group in
      for shift in 0..<8 {
        group.addTask {
          let coins = CoinSource(seed: 7).coins(trial: 3, role: .challenger)
          var values = [UInt64](repeating: 0, count: labels.count)
          for step in labels.indices {
            let index = (step + 125 * shift) % labels.count
            values[index] = coins.bits(64, for: labels[index])
          }
          return values
        }
      }
      return await group.reduce(into: [[UInt64]]()) { $0.append($1) }
    }
    #expect(together == Array(repeating: alone, count: 8))
  }

  @Test(arguments: Generator.allCases) func everyPartOfTheAddressMatters(_ generator: Generator) {
    func value(
      seed: UInt64 = 7, campaign: UInt64 = 0, trial: UInt64 = 3, role: Role = .challenger, _ label: Label = Label("coin", 1, 2, 3)
    ) -> UInt64 {
      CoinSource(seed: seed, campaign: campaign, generator: generator).coins(trial: trial, role: role).bits(64, for: label)
    }
    let values = [
      value(), value(seed: 8), value(campaign: 1), value(trial: 4), value(role: .adversary), value(role: .reduction),
      value(Label("coyn", 1, 2, 3)), value(Label("coin", 2, 2, 3)), value(Label("coin", 1, 3, 3)), value(Label("coin", 1, 2, 4)),
      value(Label("coin", 2, 1, 3)),
    ]
    #expect(Set(values).count == values.count)
    #expect(value() == value())
  }

  @Test func theGeneratorsDiffer() {
    let values = Generator.allCases.map {
      CoinSource(seed: 7, generator: $0).coins(trial: 3, role: .challenger).bits(64, for: Label("x"))
    }
    #expect(values[0] != values[1])
  }

  @Test func aChildIsIndependentOfItsParentAndOfOtherChildren() {
    let label = Label("coin")
    let values = [coins, coins.child("a"), coins.child("b"), coins.child("a").child("a")].map { $0.bits(64, for: label) }
    #expect(Set(values).count == 4)
    #expect(coins.child("a").bits(64, for: label) == values[1])
    #expect(coins.child("a").role == .reduction)
  }

  @Test func labelsThatPrintAlikeAreOne() {
    #expect(Label("sign", 1, 0xff).description == "sign(1,ff,0)")
    #expect(Set([Label("sign"), Label("sign"), Label("verify")]).count == 2)
    #expect(Purpose("seven77").description == "seven77")
  }

  // MARK: Ranges

  @Test(arguments: 0...64) func bitsStayBelowTheirPowerOfTwo(_ count: Int) {
    let values = (0..<256 as Range<UInt64>).map { coins.bits(count, for: Label("range", $0)) }
    let union = values.reduce(0, |)
    let all: UInt64 = count == 0 ? 0 : .max >> UInt64(64 - count)
    #expect(union == all, "256 draws set every bit below \(count), and none above")
  }

  @Test func fewerBitsAreThePrefixOfMore() {
    #expect(coins.bits(10, for: Label("x")) == coins.bits(64, for: Label("x")) >> 54)
  }

  @Test func bytesOfALengthAreThePrefixOfMore() {
    let long = coins.bytes(8192, for: Label("x"))
    #expect(long.count == 8192)
    for count in [0, 1, 31, 32, 33, 8191] { #expect(coins.bytes(count, for: Label("x")) == Array(long.prefix(count))) }
    #expect(Set(long[..<32]) != Set(long[32..<64]), "the second block is not the first again")
  }

  @Test func aNumberBelowOneIsZero() {
    #expect(coins.uniform(below: 1, for: Label("x")) == 0)
  }

  @Test func impossibleDrawsTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = CoinSource(seed: 1).coins(trial: 0, role: .challenger).bits(65, for: Label("x"))
    }
    await #expect(processExitsWith: .failure) {
      _ = CoinSource(seed: 1).coins(trial: 0, role: .challenger).uniform(below: 0, for: Label("x"))
    }
    await #expect(processExitsWith: .failure) {
      _ = CoinSource(seed: 1).coins(trial: 0, role: .challenger).bytes(8193, for: Label("x"))
    }
    await #expect(processExitsWith: .success) {
      _ = CoinSource(seed: 1).coins(trial: 0, role: .challenger).bits(64, for: Label("x"))
    }
  }
}
