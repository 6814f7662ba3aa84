import Arena
import Catalog
import Coins
import GameKit
import Records
import Referee
import Testing

/// A world in which a lamp is on, or off; nothing is sealed.
private struct Lamp: Game {
  enum Query: GameQuery {
    case look
    enum Kind: Int, QueryKind {
      case look
      var symbol: String { "q_look" }
    }
    var kind: Kind { .look }
    var description: String { "look()" }
  }

  typealias Answer = Bool
  let isOn: Bool

  mutating func restart(coins: Coins) {}
  mutating func answer(_ query: Query) -> Bool { isOn }
}

private struct Look: Adversary {
  typealias Query = Lamp.Query
  typealias Answer = Bool
  func play(_ oracle: inout some Oracle<Query, Bool>, coins: Coins) throws(Forfeit) -> Bool { try oracle.ask(.look) }
}

/// Two lamps of which somebody says that they are alike until a success, and that nobody has more than 2⁻⁴¹ of one.
private struct Lamps: Stage {
  typealias Query = Lamp.Query
  typealias Answer = Bool
  let wiring: Wiring
  let areAlike: Bool

  private struct Unmoved: Ledger {
    typealias Query = Lamp.Query
    typealias Answer = Bool
    mutating func restart() {}
    mutating func note(_ query: Query, _ answer: Bool, in account: inout Account) {}
    func most(within budget: Budget<Query.Kind>) -> Double { 0x1p-41 }
  }

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let budget = Budget<Query.Kind> { _ in 1 }, isOn = !areAlike
    let left = { @Sendable in Lamp(isOn: false) }, right = { @Sendable in Lamp(isOn: isOn) }
    let ledger: @Sendable (inout Lamp) -> Unmoved = { _ in Unmoved() }
    return wiring.accounted(
      wiring.worlds(left: left, right: right, against: adversary, budget: budget), left: left, right: right,
      against: adversary, budget: budget, beside: ledger)
  }
}

/// Chances say nothing of how two worlds differ without a success: that is counted beside them, and refutes.
@Suite struct CountsBesideChancesTests {
  @Test(arguments: [true, false]) func whatDiffersWithoutASuccessRefutesTheBound(_ areAlike: Bool) async throws {
    let entry = Entry(
      .game, "lamps", "", claim: "", source: "", measure: .independentWorlds, parameters: [], bound: { _ in 1 / .two(to: 40) },
      attacks: [Attack("look", "", expects: "") { _ in Look() }]
    ) { Lamps(wiring: $0, areAlike: areAlike) }
    let selection = try Catalog.registry.select(entry, adversary: nil, suite: "calibrated", settings: [])
    let record = await selection.run(
      RunSettings(source: .init(seed: 6), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 400), threads: 1)
    ).record
    let chances = try #require(record.chances, "so few trials could certify nothing")
    #expect(chances.why.hasSuffix("it is not measured here") && chances.advantage.upper <= 0x1p-40)
    #expect(record.verdict == (areAlike ? .withinBound : .boundExceeded), "\(record.reason)")
    #expect(record.outcome.status == (areAlike ? .met : .notMet))
    #expect(record.advantage == chances.advantage || !areAlike && record.advantage.estimate == 1, "that of whoever judges")
  }
}
