import Adversaries
@_spi(Harness) import Coins
import Games
import Primitives
import Testing

@Suite struct SearchTests {
  private let group = CalibratedGroup(bits: 12)

  @Test(arguments: DiscreteLogarithm.Method.allCases)
  func whatIsFoundIsTheLogarithm(_ method: DiscreteLogarithm.Method) {
    let search = DiscreteLogarithm(group: group, method: method, work: 3000)
    let found = stride(from: 1, to: group.q, by: 7).filter { exponent in
      guard let answer = search.find(group.power(group.generator, exponent)) else { return false }
      #expect(answer == exponent)
      return true
    }
    let all = Int((group.q - 2) / 7) + 1
    switch method {
    case .babyStepGiantStep: #expect(found.count == all)
    case .guessing: #expect(found == stride(from: 1, through: 3000, by: 7).map { UInt64($0) })
    case .rho, .collision: #expect(found.count > all * 9 / 10, "a walk may end without an answer")
    }
  }

  @Test func theBudgetLimitsTheSearch() {
    let (short, long) = (
      DiscreteLogarithm(group: group, method: .babyStepGiantStep, work: 20),
      DiscreteLogarithm(group: group, method: .babyStepGiantStep, work: 22)
    )
    #expect(short.find(group.power(group.generator, 99)) == 99)
    #expect(short.find(group.power(group.generator, 100)) == nil)
    #expect(long.find(group.power(group.generator, 100)) == 100)
  }

  /// Over every exponent of a group: what is found is what pairs with different differences would find, less a fifth. Half of all
  /// pairs, as of baby steps with giant steps, is what the twin finds.
  @Test func theChainUsesNearlyAllOfItsPairs() {
    let (group, work) = (CalibratedGroup(bits: 16), 60)
    func found(_ method: DiscreteLogarithm.Method) -> Int {
      let search = DiscreteLogarithm(group: group, method: method, work: work)
      var element = group.generator
      return (1..<group.q).count { exponent in
        defer { element = group.product(element, group.generator) }
        guard let answer = search.find(element) else { return false }
        #expect(answer == exponent)
        return true
      }
    }
    let pairs = 62 * 61 / 2
    #expect((pairs * 4 / 5...pairs).contains(found(.collision)))
    #expect(found(.babyStepGiantStep) < pairs / 2)
  }

  @Test func equivalentKeysShareEverySecret() throws {
    func check<G: KeyAgreement>(_ group: G) throws where G.SecretKey: Any {
      let coins = CoinSource(seed: 4).coins(trial: 0, role: .adversary)
      let (mine, theirs) = (group.generateKey(for: Label("a"), coins: coins), group.generateKey(for: Label("b"), coins: coins))
      let other = try #require(group.equivalent(to: theirs.public))
      #expect(other != theirs.public)
      #expect(group.agree(mine.secret, with: other) == group.agree(mine.secret, with: theirs.public))
      #expect(group.equivalent(to: other) == theirs.public)
    }
    try check(ECDHP384())
    try check(X25519())
    #expect(group.equivalent(to: group.generator) == nil)
  }
}
