@_spi(Harness) import Coins
import Foundation
import GameKit
import Games
import Primitives
import Testing

/// The game itself, played by hand.
@Suite struct WorldTests {
  private func world(_ challenge: KeySecrecyGame<CalibratedSuite>.Challenge = .real) throws -> KeySecrecyGame<CalibratedSuite> {
    var game = KeySecrecyGame(rules: KeySecrecyRules(base: strong), stage: .real, challenge: challenge)
    game.restart(coins: source.coins(trial: 1, role: .challenger))
    for query in [
      KeySecrecyQuery.newOperator(isHonest: false), .newOperator(isHonest: true), .newOperator(isHonest: true), .newHSM, .newHost,
    ] {
      _ = game.answer(query)
    }
    _ = game.answer(.trust(TrustSketch(operators: [0, 1, 2], hsms: [0], hosts: [0], quorum: 2)))
    #expect(game.answer(.authorise(operator: 1, trust: 0)) == .endorsement(0))
    #expect(game.answer(.authorise(operator: 2, trust: 0)) == .endorsement(1))
    #expect(game.answer(.found(hsm: 0, trust: 0, endorsements: [0, 1])) == .token(0))
    #expect(game.answer(.install(host: 0, trust: 0)) == .done)
    #expect(game.answer(.addKey(hsm: 0, token: 0, handle: 3)) == .token(1))
    return game
  }

  private let request = KeyRequest(host: 0, hsm: 0, token: 1, handle: 3)

  @Test func aKeyIsTestedOrCorruptedNeverBoth() throws {
    var (tested, corrupted) = (try world(), try world())
    guard case .key(let key) = tested.answer(.test(request)), case .key(let same) = corrupted.answer(.corrupt(request)) else {
      Issue.record("no key")
      return
    }
    #expect(key == same, "`test` is real here")
    #expect(tested.answer(.test(request)) == .key(key), "and consistent")
    #expect(tested.answer(.corrupt(request)) == .refused("tested and corrupted"))
    #expect(corrupted.answer(.test(request)) == .refused("tested and corrupted"))
  }

  @Test func randomKeysDifferFromRealOnesAndStayTheSame() throws {
    var (real, random) = (try world(.real), try world(.random))
    let answer = random.answer(.test(request))
    #expect(answer != real.answer(.test(request)))
    #expect(answer == random.answer(.test(request)))
    var corrupted = try world(.random)
    #expect(corrupted.answer(.corrupt(request)) == real.answer(.test(request)), "`corrupt` is always real")
  }

  @Test func onlyAHostOfAnHonestDomainIsTested() throws {
    var game = try world()
    _ = game.answer(.newHost)
    _ = game.answer(.rogue(.operator))
    _ = game.answer(.trust(TrustSketch(operators: [3], hsms: [0], hosts: [1], quorum: 1)))
    _ = game.answer(.authorise(operator: 3, trust: 1))
    _ = game.answer(.found(hsm: 0, trust: 1, endorsements: [2]))
    _ = game.answer(.install(host: 1, trust: 1))
    _ = game.answer(.addKey(hsm: 0, token: 2, handle: 0))
    let request = KeyRequest(host: 1, hsm: 0, token: 3, handle: 0)
    #expect(game.answer(.test(request)) == .untested)
    #expect(game.answer(.test(request)).description == "refused by only an honest domain is tested")
    guard case .key = game.answer(.corrupt(request)) else {
      Issue.record("a dishonest domain's key is given on request")
      return
    }
  }

  @Test func theQuorumAssumptionIsKeptAtSetUp() throws {
    var game = try world()
    #expect(game.answer(.newOperator(isHonest: false)) == .refused("the quorum assumption"))
  }

  /// Each share has a tag of its own, so that under another trust each would be a guess: only one is kept.
  @Test func aRetagIsOneGuess() throws {
    var game = try world()
    for _ in 0..<2 { _ = game.answer(.newHSM) }
    let wide = TrustSketch(operators: [0, 1, 2], hsms: [0, 1], hosts: [0], quorum: 2)
    #expect(game.answer(.wrap(handles: [3], hsms: [0, 1], trust: 0)).isWrap && game.answer(.trust(wide)).isTrust)
    #expect(game.answer(.retag(.own(0), trust: 1, hsm: 1, candidate: nil)) == .wrap(1, keys: []))
    #expect(game.answer(.token(TokenSketch(trust: 1, keys: .own(1), signer: 0, signature: .copied(from: 1)))) == .token(2))
    #expect(game.answer(.openWithKey(token: 2, hsm: 0, candidate: 0)) == .unknown, "there is no such share")
    #expect(game.answer(.openWithKey(token: 2, hsm: 1, candidate: 0)) == .refused("does not open"))
    #expect(game.answer(.retag(.own(0), trust: 1, hsm: 2, candidate: nil)) == .refused("not wrapped to this HSM"))
  }

  @Test func aRefusalNamesTheRule() throws {
    var game = try world()
    _ = game.answer(.rogue(.hsm))
    _ = game.answer(.trust(TrustSketch(parent: 0, operators: [0, 1, 2], hsms: [0, 1], hosts: [0], quorum: 2)))
    #expect(game.answer(.authorise(operator: 1, trust: 1)) == .refused("operator.genuine-entities"))
    #expect(game.answer(.authorise(operator: 0, trust: 1)) == .endorsement(2), "a dishonest operator signs anything")
    #expect(
      game.answer(.update(hsm: 0, token: 1, path: [LinkReference(1, by: [2, 2])])) == .refused("successor.quorum-distinct"))
  }

  @Test func whatDoesNotExistIsUnknown() throws {
    var game = try world()
    let nonsense: [KeySecrecyQuery] = [
      .trust(TrustSketch(operators: [9], hsms: [], quorum: 0)), .trust(TrustSketch(operators: [], hsms: [], quorum: -1)),
      .guessEndorsement(operator: -1, trust: 0, candidate: 0), .maul(endorsement: 9), .wrap(handles: [64], hsms: [0], trust: 0),
      .retag(.own(0), trust: 0, hsm: 0, candidate: nil),
      .token(TokenSketch(trust: 0, keys: .token(0), signer: 7, signature: .own)), .pry(token: 5, hsm: 0),
      .openWithExponent(token: 0, hsm: 4, exponent: 1), .openWithKey(token: -2, hsm: 0, candidate: 0),
      .authorise(operator: 0, trust: 4), .found(hsm: 1, trust: 0, endorsements: []),
      .addKey(hsm: 0, token: 1, handle: 99), .update(hsm: 0, token: 1, path: [LinkReference(3, by: [])]),
      .install(host: 4, trust: 0), .advance(host: 0, path: [LinkReference(0, by: [11])]),
      .test(KeyRequest(host: 3, hsm: 0, token: 0, handle: 0)), .corrupt(KeyRequest(host: 0, hsm: 0, token: 0, handle: -1)),
    ]
    for query in nonsense { #expect(game.answer(query) == .unknown, "\(query)") }
  }

  /// As `EntityPart` says.
  @Test func aRogueEntityWorksForNobody() throws {
    var game = try world()
    for kind in EntityKind.allCases { _ = game.answer(.rogue(kind)) }
    let rogue = (operator: 3, hsm: 1, host: 1)
    #expect(game.answer(.trust(TrustSketch(operators: [3], hsms: [1], hosts: [1], quorum: 1))).isTrust, "it can be listed")
    #expect(game.answer(.authorise(operator: rogue.operator, trust: 1)) == .endorsement(2))
    let asked: [KeySecrecyQuery] = [
      .found(hsm: rogue.hsm, trust: 1, endorsements: [2]), .addKey(hsm: rogue.hsm, token: 1, handle: 0),
      .update(hsm: rogue.hsm, token: 1, path: []), .install(host: rogue.host, trust: 1), .advance(host: rogue.host, path: []),
      .present(host: rogue.host, token: 1), .test(KeyRequest(host: rogue.host, hsm: 0, token: 1, handle: 3)),
      .corrupt(KeyRequest(host: rogue.host, hsm: 0, token: 1, handle: 3)),
      .corrupt(KeyRequest(host: 0, hsm: rogue.hsm, token: 1, handle: 3)),
    ]
    for query in asked { #expect(game.answer(query) == .unknown, "\(query)") }
  }

  @Test func theModelSaysWhoDoesWhat() throws {
    let model = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/model.md"), encoding: .utf8)
    for row in EntityPart.all { #expect(model.contains("\n| \(row.entity) | \(row.part) |\n"), "\(row.entity)") }
  }

  @Test func aCopyIsASnapshot() throws {
    var game = try world()
    let copy = game
    #expect(game.answer(.addKey(hsm: 0, token: 1, handle: 4)) == .token(2))
    var (first, second) = (copy, copy)
    #expect(first.answer(.addKey(hsm: 0, token: 1, handle: 5)) == .token(2))
    #expect(second.answer(.update(hsm: 0, token: 1, path: [])) == .refused("impossible"))
    #expect(second.answer(.newHSM) == first.answer(.newHSM), "what one copy does is not seen by the other")
  }

  @Test func aTrialReplays() throws {
    var (a, b) = (try world(), try world())
    for query in [KeySecrecyQuery.newHSM, .rogue(.operator), .addKey(hsm: 0, token: 1, handle: 1), .test(request)] {
      #expect(a.answer(query) == b.answer(query))
    }
  }
}

extension KeySecrecyAnswer {
  fileprivate var isWrap: Bool { if case .wrap = self { true } else { false } }
  fileprivate var isTrust: Bool { if case .trust = self { true } else { false } }
}
