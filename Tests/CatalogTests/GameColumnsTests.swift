import Arena
import Catalog
import Coins
import KeySecrecyFamily
import Primitives
import Records
import Referee
import Testing

/// What the games measure without a rule is what the rule is for, and is never measured on the coins that found the adversary.
@Suite struct GameColumnsTests {
  private static let keysSecret = Property(rawValue: "keys-secret")
  private static let consent = Property(rawValue: "consent")

  private func settings(_ trials: UInt64, seed: UInt64) -> RunSettings {
    RunSettings(source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials), threads: 1)
  }

  private func columns(on suite: SuiteName = .calibrated) throws -> GameColumns {
    try GameColumns(Catalog.registry, on: suite, pilot: settings(1, seed: 2), measure: settings(60, seed: 1))
  }

  private func report(_ rows: [(rule: String, broken: [Property])]) -> MatrixRecord {
    var report = MatrixRecord(
      scope: .init(), jointScope: .init(), suite: "calibrated", columns: ["explorer"],
      properties: [Self.keysSecret, Self.consent], jointSize: 1)
    report.rows = rows.map { .init(rule: $0.rule, words: "", cells: [$0.broken], coveredBy: nil, refusals: 0) }
    return report
  }

  @Test func aMissingRuleIsMeasuredByTheAdversaryThatItStops() async throws {
    var report = report([("wrap.exactly-the-members", [Self.keysSecret]), ("successor.every-link", [])])
    await (try columns()).measure(&report)
    for (row, adversary) in zip(report.rows, ["add-recipient", "skip-version"]) {
      guard case .measured(let alone, beside: []) = row.games else { Issue.record("\(row.rule)"); return }
      #expect(alone.adversary == adversary && alone.tried == 1 && alone.trials == 60 && alone.advantage.estimate == 1)
      #expect(alone.isShown && alone.changes == [.leftOut(row.rule)])
    }
    #expect(report.rows.map(report.comparison) == [.agreed, .gamesOnly])
  }

  /// Without it no key is lost, and users' data is: the game of key secrecy shows nothing, and the service's does.
  @Test func whatLosesNoKeyIsMeasuredInTheService() async throws {
    let dataSecret = Property(rawValue: "data-secret")
    var report = report([("hsm.requester-is-member-host", [dataSecret])])
    await (try columns()).measure(&report)
    guard case .measured(let alone, beside: []) = report.rows[0].games else { Issue.record("it is measured"); return }
    #expect(alone.game == "service" && alone.adversary == "corrupt-host" && alone.advantage.estimate == 1 && alone.isShown)
    #expect(report.comparison(report.rows[0]) == .agreed)
  }

  @Test func anEmptyMeasureIsExplainedByWhatFalls() async throws {
    var report = report([("planted.never-refuses", [Self.consent]), ("no.rule", [])])
    await (try columns()).measure(&report)
    guard case .measured(let alone, beside: []) = report.rows[0].games else { Issue.record("it is measured"); return }
    #expect(!alone.isShown && alone.tried > 20 && alone.changes.isEmpty, "the intact policy, by every adversary")
    #expect(report.rows.map(report.comparison) == [.noKey([Self.consent]), .outside(questions: [])])
    report.rows[0].cells = [[Self.keysSecret]]
    #expect(report.comparison(report.rows[0]) == .unexplained)
    report.games?.transparentColumns = ["explorer"]
    #expect(report.comparison(report.rows[0]) == .transparentOnly)
    report.rows[0].cells = [[]]
    #expect(report.comparison(report.rows[0]) == .redundant)
  }

  @Test func anInterruptKeepsWhatIsFinished() async throws {
    var report = report([("wrap.exactly-the-members", []), ("successor.every-link", [])])
    await (try columns()).measure(&report, shouldStop: { true })
    #expect(report.rows.allSatisfy { $0.games == nil } && report.interruption == "after the games without 0 of 2 rules")
    #expect(report.comparison(report.rows[0]) == .unknown && report.exitStatus == .interrupted)
  }

  @Test func aSuiteWithoutGamesIsRefused() {
    #expect(throws: CatalogError.self) { try columns(on: .symbolic) }
  }

  /// Two rules of which each stops the attack: together they are a twin, and neither is by itself.
  @Test func twinsAreCombined() async throws {
    let entry = try Catalog.registry.entry("key-secrecy", kind: .game)
    func won(_ twin: String) throws -> UInt64 {
      let selection = try Catalog.registry.select(
        entry, adversary: "skip-token-check", suite: "calibrated", settings: [], twin: twin)
      return selection.experiment.run(0..<4, source: .init(seed: 5)).bits.onlySecond
    }
    #expect(try won("host.token-checked+token.signer-is-member.hosts-only") == 4)
    #expect(try won("host.token-checked") == 0 && won("token.signer-is-member.hosts-only") == 0)
    #expect(throws: CatalogError.self) { try won("founding.has-no-parent+unflagged") }
    #expect(throws: CatalogError.self) { try won("founding.has-no-parent+") }
  }
}
