import Arena
import Catalog
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// A package of somebody else's, as a program is handed it.
private func lab(
  _ name: String = "own-game", parameters: [Parameter] = [Parameter("q", 2, in: 1...8, "queries")],
  showcase: [String: Int] = [:], twins: [PlantedDefect] = [], suites: [SuiteName] = [.calibrated], measure: Measure = .winning,
  attacks: [Attack<GameStage<SignatureForgery<CalibratedSignature>>>]? = nil
) -> Additions {
  Additions(
    from: "lab",
    entries: [
      Entry(
        .game, name, "a game of somebody else's", claim: "won by a forgery", source: "a test", measure: measure,
        parameters: parameters, showcase: showcase, twins: twins, suites: suites, bound: { _ in 1 },
        attacks: attacks ?? [forger(), .idle]
      ) { wiring in
        GameStage(wiring, budget: Budget { _ in wiring["q"] }) {
          SignatureForgery(scheme: CalibratedSignature(signatureBits: 1, keyBits: 8))
        }
      }
    ])
}

private func forger(
  _ name: String = "own-forger", on suites: [SuiteName]? = nil
) -> Attack<GameStage<SignatureForgery<CalibratedSignature>>> {
  Attack(name, "tries one signature", expects: "1/2", on: suites, chance: { _ in 0.5 }) { _ in OneGuess() }
}

private struct OneGuess: Adversary {
  typealias Query = SignatureQuery<CalibratedSignature>
  typealias Answer = SignatureAnswer<CalibratedSignature>

  func play(
    _ oracle: inout some Oracle<Query, Answer>, coins: Coins
  ) throws(Forfeit) -> Bool {
    guard case .key(let key) = try oracle.ask(.keygen) else { return false }
    let candidate = CalibratedSignature(signatureBits: 1, keyBits: 8).candidate(0)
    return try oracle.ask(.verify(key, Message(1), candidate)) == .accepted
  }
}

/// Rows of an outsider that do not fit are refused at start, by name; their pairs that do are played.
@Suite struct RegistryTests {
  private func refusal(_ additions: Additions...) -> CatalogError? {
    do throws(CatalogError) { _ = try Catalog.registry.adding(additions); return nil } catch { return error }
  }

  @Test func anOutsidersGameIsListedAndPlayed() async throws {
    let registry = try Catalog.registry.adding([lab()])
    let entry = try registry.entry("own-game", kind: .game)
    #expect(entry.origin == "lab" && registry.adversaries.contains { $0.name == "own-forger" && $0.origin == "lab" })
    #expect(registry.adversaries.filter { $0.name == "idle" }.map(\.origin) == [nil], "the idle one is the catalogue's")
    let selection = try registry.select(entry, adversary: nil, suite: "calibrated", settings: [])
    let run = await selection.run(
      RunSettings(source: .init(seed: 3), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 2000), threads: 1))
    #expect(run.record.bad.lower < 0.5 && 0.5 < run.record.bad.upper && selection.formula == 0.5)
    #expect(throws: CatalogError.self, "the catalogue itself stays as it is") { try Catalog.registry.entry("own-game") }
  }

  @Test func aTokenOfAnOutsidersGameSaysWhereItComesFrom() throws {
    let registry = try Catalog.registry.adding([lab()])
    let selection = try registry.select(try registry.entry("own-game"), adversary: nil, suite: "calibrated", settings: [])
    let token = ReplayToken(selection, source: .init(seed: 3), trial: 1)
    #expect(token.text.hasPrefix("gk1:game/own-game@lab/own-forger@lab/calibrated/q=2/"))
    #expect(try ReplayToken(token.text, in: registry).text == token.text)
    let elsewhere = #expect(throws: CatalogError.self) { try ReplayToken(token.text, in: Catalog.registry) }
    #expect(elsewhere?.message == "replay token is of game `own-game` of `lab`, which this program does not have")
    #expect(elsewhere?.hint == "replay it with the program that printed it")
  }

  @Test func anOutsidersAttackPlaysTheWholeProtocol() throws {
    let attack = Attack<ErasedStage<KeySecrecyQuery, KeySecrecyAnswer>>("own-thief", "asks nothing", expects: "0") { _ in
      Idle<KeySecrecyQuery, KeySecrecyAnswer>()
    }
    let registry = try Catalog.registry.adding([
      Additions(from: "lab", attacks: [OutsideAttack(attack, on: ["key-secrecy", "secrecy-operators"])])
    ])
    for name in ["key-secrecy", "secrecy-operators"] {
      let selection = try registry.select(try registry.entry(name), adversary: "own-thief", suite: "calibrated", settings: [])
      #expect(selection.experiment.run(0..<2, source: .init(seed: 1)).bits.neither == 2)
      #expect(ReplayToken(selection, source: .init(seed: 1), trial: 0).text.contains("/\(name)/own-thief@lab/"))
    }
    let stray = refusal(Additions(from: "lab", attacks: [OutsideAttack(attack, on: ["signature-forgery"])]))
    #expect(stray?.message == "adversary `own-thief` of `lab` cannot play game `signature-forgery`")
    let lost = refusal(Additions(from: "lab", attacks: [OutsideAttack(attack, on: ["key-secrecyy"])]))
    #expect(
      lost?.message == "unknown game or hop of adversary own-thief `key-secrecyy`" && lost?.hint == "did you mean `key-secrecy`?")
  }

  /// Games of primitives are compiled for each suite; an attack from outside is for the types of the calibrated one.
  @Test func anOutsidersAttackPlaysAGameOfPrimitivesOnTheCalibratedSuite() throws {
    func attack(
      on suites: [SuiteName]? = nil
    ) -> Attack<ErasedStage<SignatureQuery<CalibratedSignature>, SignatureAnswer<CalibratedSignature>>> {
      Attack("own-forger", "tries one signature", expects: "1/2^signatureBits", on: suites) { _ in OneGuess() }
    }
    let names = ["signature-forgery", "ind_uf"]
    let registry = try Catalog.registry.adding([
      Additions(from: "lab", attacks: [OutsideAttack(attack(), on: names)])
    ])
    for name in names {
      let entry = try registry.entry(name)
      let selection = try registry.select(
        entry, adversary: "own-forger", suite: "calibrated", settings: [(name: "signatureBits", value: 1)])
      #expect((16...48).contains(selection.experiment.run(0..<64, source: .init(seed: 1)).bad), "half of the trials")
      #expect(ReplayToken(selection, source: .init(seed: 1), trial: 0).text.contains("/\(name)/own-forger@lab/calibrated/"))
      #expect(throws: CatalogError.self) { try registry.select(entry, adversary: "own-forger", suite: "kms", settings: []) }
    }
    let stranger = refusal(Additions(from: "lab", attacks: [OutsideAttack(attack(on: [.calibrated, .kms]), on: names)]))
    #expect(stranger?.message == "adversary `own-forger` of `lab` cannot play game `signature-forgery`")
    #expect(stranger?.hint == "attacks of other packages play it on: calibrated")
  }

  @Test func aRowThatIsThereAlreadyIsRefused() {
    #expect(refusal(lab()) == nil)
    #expect(refusal(lab(), lab())?.message == "entry `own-game` is listed twice")
    #expect(refusal(lab("ind_uf"))?.message == "entry `ind_uf` is listed twice")
    #expect(refusal(lab(attacks: [forger(), forger()]))?.message == "adversary `own-forger` of `own-game` is listed twice")
    #expect(
      refusal(lab(attacks: [forger("guess")]))?.message
        == "adversary `guess` of `own-game` has the name of another one, which does something else")
    let twice = [Parameter("q", 2, in: 1...8, "queries"), Parameter("q", 3, in: 1...8, "queries")]
    #expect(refusal(lab(parameters: twice))?.message == "parameter `q` of `own-game` is listed twice")
  }

  @Test func anAdversaryWhoseSuiteDoesNotFitIsRefused() {
    #expect(refusal(lab(attacks: [forger(on: [.calibrated])])) == nil)
    let stranger = refusal(lab(attacks: [forger(on: [.kms]), .idle]))
    #expect(stranger?.message == "adversary `own-forger` plays on suite `kms`, on which game `own-game` does not run")
    #expect(stranger?.hint == "it runs on: calibrated")
  }

  @Test func aParameterOutOfRangeIsRefused() {
    let high = [Parameter("q", 9, in: 1...8, "queries")]
    #expect(refusal(lab(parameters: high))?.message == "the default of parameter `q=9` of `own-game` is out of range")
    #expect(refusal(lab(showcase: ["q": 8])) == nil)
    #expect(refusal(lab(showcase: ["q": 9]))?.message == "the showcase of `own-game` has parameter `q=9` out of range")
    #expect(refusal(lab(showcase: ["r": 9]))?.message == "unknown parameter in the showcase of own-game `r`")
    let strange = [Parameter("q", 2, in: 1...8, "queries", of: ["nobody"])]
    #expect(refusal(lab(parameters: strange))?.message == "parameter `q` of `own-game` belongs to an unknown adversary `nobody`")
    let twin = PlantedDefect("bent", by: "own-forger", with: [("q", 9)])
    #expect(refusal(lab(twins: [twin]))?.message == "twin `bent` of `own-game`: parameter `q=9` is out of range")
  }

  @Test func whatCannotStandInACommandIsNoName() {
    #expect(refusal(lab("own/game"))?.message == "game `own/game` has no name for a command")
    #expect(
      refusal(lab(attacks: [forger("own forger")]))?.message == "adversary of own-game `own forger` has no name for a command")
    #expect(refusal(lab(attacks: []))?.message == "game `own-game` has no adversary")
    #expect(refusal(lab(suites: []))?.message == "game `own-game` has no suite")
  }

  @Test func anEntryMeasuresWhatItSays() {
    #expect(
      refusal(lab(measure: .coupledWorlds))?.message
        == "game `own-game` says that it measures `coupledWorlds`, and its stage measures `winning`")
  }
}
