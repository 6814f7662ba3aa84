import Arena
import Catalog
import Coins
import Records
import Referee
import Testing

@Suite struct ReplayTokenTests {
  private let selection: Selection
  private let source = CoinSource(seed: 99, campaign: 3, generator: .chacha20)

  init() throws {
    selection = try Catalog.registry.select(
      try Catalog.registry.entry("signature-idealization", kind: .game), adversary: "replay", suite: "modern",
      settings: [("q_sig", 2)],
      twin: "forgetful", coupling: .independent)
  }

  private var text: String { ReplayToken(selection, source: source, trial: 12).text }

  @Test func aTokenHoldsEverything() throws {
    let token = try ReplayToken(text, in: Catalog.registry)
    #expect(token.source == source && token.trial == 12)
    #expect(token.selection.entry.name == "signature-idealization" && token.selection.adversary == "replay")
    #expect(token.selection.suite == .modern && token.selection.twin == "forgetful" && token.selection.coupling == .independent)
    #expect(token.selection.parameters == selection.parameters)
    #expect(token.text == text)
  }

  @Test func tokensOfAllEntriesAndExtremesReadBack() throws {
    for entry in Catalog.registry.entries {
      let selection = try Catalog.registry.select(entry, adversary: nil, suite: entry.suites[0].rawValue, settings: [])
      let token = ReplayToken(selection, source: CoinSource(seed: .max), trial: .max)
      #expect(try ReplayToken(token.text, in: Catalog.registry).text == token.text)
      #expect(!token.text.contains(" ") && !token.text.contains("'"), "it survives a shell")
    }
  }

  @Test func theLastTrialThatANumberNamesIsReplayed() throws {
    for entry in Catalog.registry.entries where entry.suites[0].isCalibrated {
      let selection = try Catalog.registry.select(entry, adversary: nil, suite: entry.suites[0].rawValue, settings: [])
      #expect(ReplayToken(selection, source: CoinSource(seed: 1), trial: .max).play(mostSteps: 1).trial == .max)
    }
  }

  /// What passes on the wire of a hop's reduction, in a trial of its first adversary.
  private func relayed(_ hop: String, by adversary: String? = nil, _ settings: [(String, Int)] = []) throws -> TrialRecord {
    let selection = try Catalog.registry.select(
      try Catalog.registry.entry(hop, kind: .hop), adversary: adversary, suite: "calibrated", settings: settings)
    return ReplayToken(selection, source: CoinSource(seed: 1), trial: 3).play(showsReduction: true)
  }

  @Test(arguments: ["ind_uf", "ind_cr", "secrecy-operators", "secrecy-hsms"]) func theBoxIsAskedWhatTheWorldsAre(
    _ hop: String
  ) throws {
    let record = try relayed(hop)
    let relayed = try #require(record.relayed)
    #expect(relayed.compactMap(\.query) == record.steps.map(\.query) && !relayed.isEmpty)
    #expect(relayed.compactMap(\.answer) == record.steps.compactMap(\.left), "it answers as the left world does")
    #expect(relayed.contains { !$0.asked.isEmpty })
  }

  @Test func aReductionThatHandsOnAsksTheSame() throws {
    let handed = try #require(try relayed("ind_uf").relayed)
    #expect(handed.allSatisfy { $0.asked.map(\.query) == [$0.query] && $0.asked.map(\.answer) == [$0.answer] })
  }

  /// Of eight keys one is its challenger's, and the others it makes as an adversary may.
  @Test func aReductionThatPlantsAsksLess() throws {
    let planted = try #require(try relayed("ind_uf1", by: "guess-all-keys", [("q_gen", 8)]).relayed)
    let keys = planted.filter { $0.query == "keygen()" }.map { $0.asked.map(\.query) }
    #expect(keys.count { $0 == ["keygen()"] } == 1 && keys.count { $0 == ["rogueKeygen()"] } == 7, "\(planted)")
  }

  @Test func theWireIsShownWhereItIsAskedFor() throws {
    let selection = try Catalog.registry.select(
      try Catalog.registry.entry("ind_uf", kind: .hop), adversary: nil, suite: "calibrated", settings: [])
    #expect(ReplayToken(selection, source: CoinSource(seed: 1), trial: 3).play().relayed == nil)
    #expect(ReplayToken(self.selection, source: source, trial: 3).play(showsReduction: true).relayed == nil)
  }

  private func refusal(_ text: String) -> CatalogError? {
    do throws(CatalogError) { _ = try ReplayToken(text, in: Catalog.registry); return nil } catch { return error }
  }

  /// The body with a right checksum, so that only what is in it can be wrong.
  private func signed(_ body: String) -> String {
    let sum = body.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(sum, radix: 16)
    return body + "/" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private func edited(_ field: Int, _ value: String) -> String {
    let body = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init).dropLast()
    var fields = Array(body)
    fields[field] = value
    return signed(fields.joined(separator: "/"))
  }

  @Test func theTestsOwnChecksumIsTheTokens() {
    #expect(edited(10, "12") == text)
    #expect(refusal(edited(10, "13")) == nil)
  }

  @Test(arguments: ["", "hello", "gk1"]) func whatIsNoTokenIsCalledSo(_ text: String) {
    #expect(refusal(text)?.message == "replay token `\(text)` is not a token")
    #expect(refusal(text)?.hint == "copy the whole token, from `gk` to the checksum")
  }

  @Test func anotherVersionIsNamed() {
    #expect(refusal("gk4" + text.dropFirst(3))?.message == "replay token of format `gk4` cannot be read")
    #expect(refusal("gk4" + text.dropFirst(3))?.hint == "this version reads the formats gk1, gk2 and gk3")
  }

  /// A token as version 0.1.0 printed it.
  @Test func anOldTokenIsReadAndWrittenAsItWas() throws {
    let old = "gk1:game/signature-idealization/maul/kms/q_gen=1,q_sig=4,tries=4,q_own=4/coupled/-/philox/1/0/0/f2f25399"
    #expect(try ReplayToken(old, in: Catalog.registry).text == old)
    #expect(try ReplayToken(old, in: Catalog.registry).source == CoinSource(seed: 1))
  }

  @Test func aTokenHoldsTheSecretInAFormatOfItsOwn() throws {
    let secret = CoinSecret.drawn()
    let token = ReplayToken(selection, source: CoinSource(seed: 99, campaign: 3, secret: secret), trial: 12)
    #expect(token.text.hasPrefix("gk2:") && token.text.contains("/secret:\(secret)/99/3/12/"))
    #expect(try ReplayToken(token.text, in: Catalog.registry).source == token.source)
    #expect(try ReplayToken(token.text, in: Catalog.registry).text == token.text)
  }

  @Test func aFormatHoldsWhatItMayHold() {
    let secret = "secret:" + String(repeating: "0", count: 64)
    let fields = edited(7, secret).dropFirst(3).split(separator: "/").dropLast().joined(separator: "/")
    #expect(refusal(signed("gk2" + fields)) == nil)
    #expect(refusal(signed("gk1" + fields))?.message.hasSuffix("is damaged") == true, "the first format knows no secrets")
    #expect(
      refusal(signed("gk2" + text.dropFirst(3).split(separator: "/").dropLast().joined(separator: "/")))?.message.hasSuffix(
        "is damaged") == true)
  }

  @Test func everyChangedCharacterIsNoticed() {
    let letters = Array(text)
    for position in letters.indices.dropFirst(4) {
      var damaged = letters
      damaged[position] = damaged[position] == "7" ? "8" : "7"
      let error = refusal(String(damaged))
      #expect(error?.message.hasSuffix("is damaged: its checksum does not match") == true, "at \(position)")
    }
  }

  @Test func aTruncatedTokenIsNoticed() {
    for count in 5..<text.count { #expect(refusal(String(text.prefix(count))) != nil, "\(count) characters") }
  }

  @Test(arguments: [(5, "sideways"), (7, "dice"), (8, "-1"), (9, "x"), (10, ""), (4, "q_gen"), (4, "q_gen=many")])
  func aFieldThatCannotBeReadIsDamage(_ field: Int, _ value: String) {
    #expect(refusal(edited(field, value))?.message.hasSuffix("is damaged") == true)
  }

  @Test func aNameThatDoesNotExistIsNamed() {
    #expect(refusal(edited(1, "signature-idealisation"))?.message == "unknown game `signature-idealisation`")
    #expect(refusal(edited(2, "gess"))?.message == "unknown adversary of signature-idealization `gess`")
    #expect(refusal(edited(3, "kmz"))?.message == "unknown suite `kmz`")
    #expect(refusal(edited(4, "q_gem=1"))?.message == "unknown parameter of signature-idealization `q_gem`")
    #expect(refusal(edited(4, "q_gen=0"))?.message == "parameter `q_gen=0` is out of range")
    #expect(refusal(edited(6, "forgetfull"))?.message == "unknown twin of signature-idealization `forgetfull`")
  }

  @Test func aTokenReplaysTheSameTrialFromItsTextAlone() throws {
    let selection = try Catalog.registry.select(
      try Catalog.registry.entry("signature-idealization", kind: .game), adversary: "fuzz", suite: "modern", settings: [])
    let token = ReplayToken(selection, source: CoinSource(seed: 4), trial: 7)
    let direct = selection.experiment.replay(trial: 7, source: CoinSource(seed: 4))
    let read = try ReplayToken(token.text, in: Catalog.registry)
    #expect(read.selection.experiment.replay(trial: read.trial, source: read.source) == direct)
    #expect(selection.experiment.replay(trial: 8, source: CoinSource(seed: 4)) != direct)
  }
}

/// What a chat, a terminal or a shell does to a token on its way.
@Suite struct PastedTokenTests {
  private func token() throws -> String {
    let selection = try Catalog.registry.select(
      try Catalog.registry.entry("ind_uf", kind: .hop), adversary: "guess", suite: "calibrated", settings: [])
    return ReplayToken(selection, source: CoinSource(seed: .max), trial: 5).text
  }

  @Test(arguments: [" %@ ", "%@\r\n", "'%@'", "\"%@\"", "`%@`", "“%@”", "\u{FEFF}%@\u{200B}"])
  func whatIsAroundATokenDoesNotCount(_ pattern: String) throws {
    let pasted = pattern.replacing("%@", with: try token())
    #expect(try ReplayToken(pasted, in: Catalog.registry).text == token())
    #expect(throws: CatalogError.self, "a mark that is no quote is none of ours to drop") {
      try ReplayToken("> \(pasted)", in: Catalog.registry)
    }
  }

  @Test func norDoesWhatBreaksItIntoLines() throws {
    let token = try token()
    for place in stride(from: 1, to: token.count, by: 7) {
      for gap in [" ", "\n", "\r\n  ", "\t", "\u{A0}", "'\n'"] {
        #expect(try ReplayToken(token.prefix(place) + gap + token.dropFirst(place), in: Catalog.registry).text == token)
      }
    }
  }

  @Test func aLetterThatIsLostStillCounts() throws {
    let token = try token()
    #expect(throws: CatalogError.self) { try ReplayToken(token.prefix(20) + " " + token.dropFirst(21), in: Catalog.registry) }
  }
}
