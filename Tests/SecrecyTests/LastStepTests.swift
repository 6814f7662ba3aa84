import Adversaries
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// In the last game a tested key is a coin that nothing else reads, so nobody tells real keys from independent ones.
@Suite struct LastStepTests {
  private func bits(
    _ suite: CalibratedSuite, _ adversary: some Adversary<KeySecrecyQuery, KeySecrecyAnswer>, without rules: [String] = [],
    trials: UInt64
  ) throws -> Tally {
    let rules = try KeySecrecyRules(base: suite).without(rules)
    return AssumptionExperiment(
      left: { KeySecrecyGame(rules: rules, stage: .keyless, challenge: .real) },
      right: { KeySecrecyGame(rules: rules, stage: .keyless, challenge: .random) }, adversary: adversary, budget: plenty
    ).run(0..<trials, source: source)
  }

  @Test func nothingIsLeftOfTheBit() throws {
    #expect(try bits(weak, portfolio(weak), trials: 400).bits.neither == 400)
    #expect(try bits(weak, AskForTransplant(), trials: 50).bits.neither == 50)
    // The parity of tested keys differs as often in either direction.
    let walk = try bits(weak, random, trials: 600).bits
    let (left, right) = (Double(walk.onlyFirst), Double(walk.onlySecond))
    #expect(left + right > 50 && abs(left - right) < 5 * (left + right).squareRoot())
  }

  /// The twin: a key of an honest domain that is served in another one is the tested key.
  @Test func aKeyThatIsServedElsewhereIsTheBit() throws {
    #expect(try bits(strong, AskForTransplant(), without: ["token.wrap-bound-to-trust"], trials: 50).bits.onlySecond == 50)
  }
}

/// Founds a domain, claims its keys for a trust of its own, and asks a genuine host and a genuine HSM of that trust for one of
/// them.
private struct AskForTransplant: Adversary {
  typealias Query = KeySecrecyQuery
  typealias Answer = KeySecrecyAnswer

  func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let founding = TrustSketch(operators: [0, 1], hsms: [0], hosts: [0], quorum: 2)
    let own = TrustSketch(operators: [2], hsms: [0, 1], hosts: [1], quorum: 1)
    let moves: [KeySecrecyQuery] = [
      .newOperator(isHonest: true), .newOperator(isHonest: true), .newHSM, .newHost, .trust(founding),
      .authorise(operator: 0, trust: 0),
      .authorise(operator: 1, trust: 0), .found(hsm: 0, trust: 0, endorsements: [0, 1]), .install(host: 0, trust: 0),
      .addKey(hsm: 0, token: 0, handle: 0), .rogue(.operator), .rogue(.hsm), .newHost, .trust(own), .install(host: 1, trust: 1),
      .token(TokenSketch(trust: 1, keys: .token(1), signer: 1, signature: .own)),
    ]
    for move in moves { _ = try oracle.ask(move) }
    guard case .key(let stolen) = try oracle.ask(.corrupt(KeyRequest(host: 1, hsm: 0, token: 2, handle: 0))),
      case .key(let key) = try oracle.ask(.test(KeyRequest(host: 0, hsm: 0, token: 1, handle: 0)))
    else { return false }
    return key != stolen
  }
}
