@_spi(Harness) import Coins
import GameKit
import Games
import Primitives
import Testing

/// What the adversary may name is answered as the model says, on every suite: what does not exist is unknown, what the suite does
/// not encode is refused, and what it does the protocol's own code refuses when it is used.
@Suite struct FreedomTests {
  /// Two honest operators, one dishonest, an HSM, a host, their founding trust and its token with a key; and a rogue HSM.
  private func game<Base: Suite>(on suite: Base) -> KeySecrecyGame<Base> {
    var game = KeySecrecyGame(rules: KeySecrecyRules(base: suite), stage: .real, challenge: .real)
    game.restart(coins: source.coins(trial: 0, role: .challenger))
    let setUp: [KeySecrecyQuery] = [
      .newOperator(isHonest: true), .newOperator(isHonest: true), .newOperator(isHonest: false), .newHSM, .newHost,
      .trust(TrustSketch(operators: [0, 1, 2], hsms: [0], hosts: [0], quorum: 2)), .authorise(operator: 0, trust: 0),
      .authorise(operator: 1, trust: 0), .found(hsm: 0, trust: 0, endorsements: [0, 1]),
      .addKey(hsm: 0, token: 0, handle: 0), .install(host: 0, trust: 0), .rogue(.hsm),
    ]
    for query in setUp { _ = game.answer(query) }
    return game
  }

  private func successor(_ change: (inout TrustSketch) -> Void) -> KeySecrecyQuery {
    var sketch = TrustSketch(parent: 0, operators: [0, 1, 2], hsms: [0], hosts: [0], quorum: 2)
    change(&sketch)
    return .trust(sketch)
  }

  /// The bytes of an agreement key on this suite.
  private func agreementKey<Base: Suite>(_ game: inout KeySecrecyGame<Base>) -> Bytes {
    guard case .hsm(_, identity: _, let key) = game.answer(.newHSM) else { return Bytes([]) }
    return key
  }

  @Test func aDomainThatIsNotTheParentsIsRefusedByItsRule() {
    var game = game(on: strong)
    _ = game.answer(.trust(TrustSketch(operators: [0, 1, 2], hsms: [0], quorum: 2)))
    #expect(game.answer(successor { $0.domain = .of(1) }).isTrust)
    for maker in 0...1 { #expect(game.answer(.authorise(operator: maker, trust: 2)) == .endorsement(2 + maker)) }
    let path = [LinkReference(2, by: [2, 3])]
    #expect(game.answer(.update(hsm: 0, token: 1, path: path)) == .refused("successor.same-domain"))
    #expect(game.answer(.advance(host: 0, path: path)) == .refused("successor.same-domain"))
    #expect(game.answer(successor { $0.domain = .of(9) }) == .unknown)
  }

  @Test func chosenRecipientsAreRefusedByTheirRule() {
    var game = game(on: strong)
    let chosen = [AgreementReference.hsm(0), .hsm(1)]
    #expect(
      game.answer(.addKey(hsm: 0, token: 1, handle: 1, recipients: chosen)) == .refused("wrap.exactly-the-members"))
    #expect(game.answer(.addKey(hsm: 0, token: 1, handle: 1, recipients: [])) == .refused("wrap.exactly-the-members"))
    #expect(game.answer(.addKey(hsm: 0, token: 1, handle: 1, recipients: [.hsm(0), .hsm(0)])) == .token(2), "a set")
    #expect(game.answer(.addKey(hsm: 0, token: 1, handle: 1, recipients: [.hsm(7)])) == .unknown)
  }

  @Test func anIdentityInAnotherRoleIsNotGenuineThere() {
    var game = game(on: strong)
    #expect(game.answer(successor { $0.others = [.operator(.hsm(0)), .host(.operator(0))] }).isTrust)
    #expect(game.answer(.authorise(operator: 0, trust: 1)) == .refused("operator.genuine-entities"))
    #expect(game.answer(successor { $0.others = [.host(.host(5))] }) == .unknown)
  }

  @Test func anHonestOperatorMayShareAnHSMsKeyAndARogueOneARogueHSMs() {
    var game = game(on: strong)
    #expect(game.answer(.sharedOperator(hsm: 0)).isOperator && game.answer(.sharedOperator(hsm: 1)).isOperator)
    #expect(game.answer(successor { $0.operators = [0, 2, 3] }).isTrust)
    #expect(game.answer(.authorise(operator: 0, trust: 1)) == .endorsement(2), "the shared one is registered")
    #expect(game.answer(.authorise(operator: 2, trust: 1)) == .endorsement(3))
    #expect(game.answer(.update(hsm: 0, token: 1, path: [LinkReference(1, by: [2, 3])])) == .token(2))
    #expect(game.answer(.trust(TrustSketch(parent: 1, operators: [0, 1, 2], hsms: [0], hosts: [0], quorum: 2))).isTrust)
    #expect(game.answer(.authorise(operator: 3, trust: 2)) == .endorsement(4))
    #expect(game.answer(.authorise(operator: 2, trust: 2)) == .endorsement(5))
    #expect(
      game.answer(.update(hsm: 0, token: 2, path: [LinkReference(2, by: [4, 5])])) == .token(3),
      "and its signature counts, though it is an HSM's key")
    #expect(game.answer(successor { $0.operators = [0, 2, 4] }).isTrust)
    #expect(game.answer(.authorise(operator: 0, trust: 3)) == .refused("operator.genuine-entities"), "the rogue one is not")
    #expect(game.answer(.sharedOperator(hsm: 9)) == .unknown)
  }

  @Test func aSignatureOnSomethingElseIsRefusedByTheRuleAboutIt() {
    var game = game(on: strong)
    #expect(game.answer(.wrap(handles: [0], hsms: [0], trust: 0)).isWrap)
    #expect(game.answer(.trust(TrustSketch(operators: [2], hsms: [0, 1], quorum: 1))).isTrust)
    #expect(game.answer(.wrap(handles: [0], hsms: [0], trust: 1)).isWrap)
    func added(_ trust: Int, _ keys: Int, _ signature: TokenSketch.Signature) -> KeySecrecyAnswer {
      var copy = game
      let token = copy.answer(.token(TokenSketch(trust: trust, keys: .own(keys), signer: 1, signature: signature)))
      guard case .token(let number) = token else { return token }
      return copy.answer(.addKey(hsm: 0, token: number, handle: 1))
    }
    #expect(added(1, 1, .own) == .token(3))
    #expect(added(1, 1, .ownOn(trust: 1, keys: .own(0))) == .refused("token.signature-covers-keys"))
    #expect(added(1, 1, .ownOn(trust: 0, keys: .own(1))) == .refused("token.signature-covers-trust"))
    #expect(added(1, 1, .ofOperator(2)) == .refused("token.signer-is-member"))
    #expect(added(1, 1, .ofOperator(0)) == .refused("no secret key"), "an honest operator signs no tokens")
    #expect(added(1, 1, .ofEndorsement(0)) == .refused("token.signature-verifies"))
    #expect(added(1, 1, .ownOn(trust: 8, keys: .own(0))) == .unknown && added(1, 1, .ofEndorsement(9)) == .unknown)
    #expect(game.answer(.endorsement(ofToken: 9, signer: .hsm(0))) == .unknown)
  }

  /// An operator's key, listed as an HSM's in the adversary's own domain, signs tokens there: its signatures are checked where
  /// they are made.
  @Test func aDishonestOperatorListedAsAnHSMSignsTokens() {
    var game = game(on: strong)
    let sketch = TrustSketch(
      operators: [2], hsms: [0], quorum: 1, others: [.hsm(.operator(2), .hsm(1))])
    #expect(game.answer(.trust(sketch)).isTrust && game.answer(.wrap(handles: [0], hsms: [0], trust: 1)).isWrap)
    #expect(
      game.answer(.token(TokenSketch(trust: 1, keys: .own(0), signer: 1, signature: .ofOperator(2)))) == .token(2))
    #expect(game.answer(.addKey(hsm: 0, token: 2, handle: 1)) == .token(3))
    #expect(game.answer(.pry(token: 3, hsm: 1)).isKeys, "its own domain, its own keys")
  }

  private func malformedKeysAreRefusedWhenUsed<Base: Suite>(_ suite: Base, _ bytes: (Bytes) -> [Bytes]) {
    var game = game(on: suite)
    let good = agreementKey(&game)
    for key in bytes(good) {
      var copy = game
      let sketch = TrustSketch(operators: [2], hsms: [0], quorum: 1, others: [.hsm(.hsm(1), .bytes(key))])
      #expect(copy.answer(.trust(sketch)).isTrust, "every byte string can be listed: \(key)")
      #expect(copy.answer(.authorise(operator: 2, trust: 1)) == .endorsement(2))
      #expect(copy.answer(.found(hsm: 0, trust: 1, endorsements: [2])) == .refused("impossible"), "\(key)")
    }
  }

  @Test func malformedKeysOfRealSuitesAreRefusedWhenUsed() {
    malformedKeysAreRefusedWhenUsed(KMSSuite()) { good in
      [
        [], [0], [4] + [UInt8](repeating: 0, count: 96), Array(good.array.dropLast()),
        Array(good.array.dropLast()) + [good.array[96] ^ 1],
      ]
      .map { Bytes($0) }
    }
    malformedKeysAreRefusedWhenUsed(ModernSuite()) { _ in
      // The identity, the point of order 4, and too few bytes.
      [[UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31), [1, 2, 3]].map { Bytes($0) }
    }
  }

  @Test func malformedKeysOfTheCalibratedSuiteAreRefused() {
    // 1 and an element of order 2 are outside the subgroup.
    let two = group(strong).element(ofOrder: 2)
    malformedKeysAreRefusedWhenUsed(strong) { _ in [CalibratedGroup.Element(1), two, .init(0)].map { Bytes($0.bytes) } }
    var game = game(on: strong)
    #expect(game.answer(successor { $0.others = [.hsm(.hsm(0), .bytes(Bytes([1])))] }) == .refused("the encoding"))
    #expect(game.answer(successor { $0.others = [.operator(.bytes(Bytes([])))] }) == .refused("the encoding"))
  }

  @Test func whatIsInstalledOverARootDoesNotMakeItAnotherDomain() throws {
    let rules = try KeySecrecyRules(base: strong).without(["host.root-installed-once"])
    var game = KeySecrecyGame(rules: rules, stage: .real, challenge: .random)
    game.restart(coins: source.coins(trial: 0, role: .challenger))
    let steps: [KeySecrecyQuery] = [
      .newOperator(isHonest: true), .newOperator(isHonest: true), .newHSM, .newHost, .rogue(.operator), .rogue(.hsm),
      .trust(TrustSketch(operators: [0, 1], hsms: [0], hosts: [0], quorum: 2)),
      .trust(TrustSketch(operators: [2], hsms: [0, 1], hosts: [0], quorum: 1)), .install(host: 0, trust: 0),
      .install(host: 0, trust: 1), .wrap(handles: [0], hsms: [0], trust: 1),
      .token(TokenSketch(trust: 1, keys: .own(0), signer: 1, signature: .own)),
    ]
    for step in steps { _ = game.answer(step) }
    guard case .key = game.answer(.test(KeyRequest(host: 0, hsm: 0, token: 0, handle: 0))) else {
      Issue.record("the host's users are still those of an honest domain")
      return
    }
  }
}

extension KeySecrecyAnswer {
  fileprivate var isTrust: Bool { if case .trust = self { true } else { false } }
  fileprivate var isWrap: Bool { if case .wrap = self { true } else { false } }
  fileprivate var isOperator: Bool { if case .operator = self { true } else { false } }
  fileprivate var isKeys: Bool { if case .keys = self { true } else { false } }
}
