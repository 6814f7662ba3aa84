import GamekeeperKit
import Impostor
import Testing

/// The whole protocol, played by an adversary from outside.
@Suite struct ImpostorTests {
  private func tally(_ settings: [(name: String, value: Int)] = [], twin: String? = nil, trials: UInt64) throws -> Tally {
    let registry = try Catalog.registry.adding([Impostor.additions])
    let selection = try registry.select(
      registry.entry("key-secrecy"), adversary: "impostor", suite: "calibrated", settings: settings, twin: twin)
    return selection.experiment.run(0..<trials, source: CoinSource(seed: 1))
  }

  @Test func itKeepsToItsBudgetAndStealsNothingFromStrongSignatures() throws {
    let tally = try tally(trials: 50)
    #expect(tally.forfeits == 0 && tally.bits.onlySecond == 0 && tally.bits.onlyFirst == 0)
  }

  /// 6 guesses of 3 bits: 3 thefts in 4 trials.
  @Test func itIsAsLikelyAsItsGuessesAre() throws {
    let stolen = try tally([("signatureBits", 3)], trials: 400).bits.onlySecond
    #expect((240...360).contains(stolen), "\(stolen) of 400")
  }

  @Test func itAlwaysStealsWhereSignaturesNeedNotVerify() throws {
    #expect(try tally(twin: "successor.signatures-verify", trials: 20).bits.onlySecond == 20)
  }

  @Test func aReplayTokenSaysWhereItComesFrom() throws {
    let registry = try Catalog.registry.adding([Impostor.additions])
    let selection = try registry.select(
      registry.entry("key-secrecy"), adversary: "impostor", suite: "calibrated", settings: [])
    let token = ReplayToken(selection, source: CoinSource(seed: 1), trial: 7).text
    #expect(token.hasPrefix("gk1:game/key-secrecy/impostor@impostor/calibrated/"))
    #expect(try ReplayToken(token, in: registry).trial == 7)
    #expect {
      try ReplayToken(token, in: Catalog.registry)
    } throws: { ($0 as? CatalogError)?.message.contains("adversary `impostor` of `impostor`") == true }
  }
}
