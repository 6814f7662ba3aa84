import DomainManagement
import Policy
import Testing

/// Each rule alone: it has nothing against the good question and refuses the one that differs in one thing.
@Suite struct RulePairTests {
  typealias S = SymbolicSuite
  let suite = S()
  let intact = Policy<S>.intact
  let operators = (1...4).map { Operator(isHonest: true, draw: UInt64($0), suite: SymbolicSuite()) }
  let hsm = HSM(draw: 10, suite: SymbolicSuite())
  let other = HSM(draw: 11, suite: SymbolicSuite())
  let host = Host(draw: 20, suite: SymbolicSuite())

  func trust(
    _ parent: Trust<S>? = nil, domain: Trust<S>? = nil, operators count: Int = 3, hsms: [Member<S>]? = nil, quorum: Int = 2
  ) -> Trust<S> {
    Trust(
      parent: parent?.fingerprint, domain: domain?.fingerprint ?? parent?.domainName,
      operators: operators.prefix(count).map(\.identity),
      hsms: hsms ?? [hsm.member], hosts: [host.identity], quorum: quorum, suite: suite)
  }
  func signed(_ trust: Trust<S>, by signers: [Int]) throws -> [Endorsement<S>] {
    try signers.map {
      try operators[$0].authorise(trust, registry: Registry(), globalQuorum: 0, policy: Policy<S>([]), suite: suite)
    }
  }
  /// The first rule that refuses, under the intact policy; and that the policy without it does not refuse for this reason.
  func refusal(_ question: Question<S>) throws -> String? {
    guard let denial = intact.decide(question, suite: suite).denial else { return nil }
    let rule = denial.rule
    #expect(!denial.reason.isEmpty)
    let weaker = try intact.without([rule])
    #expect(weaker.decide(question, suite: suite).denial?.rule != rule)
    return rule
  }

  @Test func successorRulesRefuseEachItsOwn() throws {
    let founding = trust()
    let next = trust(founding, operators: 2)
    #expect(try refusal(.succeed(founding, path: [Link(next, authorisation: signed(next, by: [0, 1]))])) == nil)
    #expect(
      try refusal(.succeed(founding, path: [Link(next, authorisation: signed(next, by: [0]))])) == "successor.threshold-of-parent"
    )
    #expect(
      try refusal(.succeed(founding, path: [Link(next, authorisation: signed(next, by: [0, 0]))])) == "successor.quorum-distinct")
    #expect(
      try refusal(.succeed(founding, path: [Link(next, authorisation: signed(next, by: [0, 3]))])) == "successor.quorum-of-parent"
    )
    let orphan = trust(trust(quorum: 3), domain: founding)
    #expect(
      try refusal(.succeed(founding, path: [Link(orphan, authorisation: signed(orphan, by: [0, 1]))]))
        == "successor.extends-parent")
    let stray = trust(founding, domain: trust(quorum: 3))
    #expect(
      try refusal(.succeed(founding, path: [Link(stray, authorisation: signed(stray, by: [0, 1]))])) == "successor.same-domain")
    let bad =
      try signed(next, by: [0]) + [
        Endorsement(signer: operators[1].identity, statement: Statement(authorising: next), signature: suite.bogusSignature())
      ]
    #expect(try refusal(.succeed(founding, path: [Link(next, authorisation: bad)])) == "successor.signatures-verify")
    #expect(
      try refusal(.succeed(founding, path: [Link(next, authorisation: signed(founding, by: [0, 1]))]))
        == "successor.signature-covers-whole-trust")
  }

  @Test func everyLinkOfAPathIsJudgedByItsOwnParent() throws {
    let founding = trust()
    let (first, second) = (trust(founding, operators: 2), trust(trust(founding, operators: 2), operators: 2, quorum: 1))
    let good = [
      Link(first, authorisation: try signed(first, by: [0, 1])), Link(second, authorisation: try signed(second, by: [0, 1])),
    ]
    #expect(try refusal(.succeed(founding, path: good)) == nil)
    #expect(try refusal(.succeed(founding, path: [Link(first, authorisation: []), good[1]])) == "successor.every-link")
  }

  @Test func badEndorsementsNeverSpoilGoodOnes() throws {
    let founding = trust()
    let next = trust(founding, operators: 2)
    let forged = Endorsement(
      signer: operators[1].identity, statement: Statement(authorising: next), signature: suite.bogusSignature())
    let mixed = [forged] + (try signed(next, by: [3, 0])) + (try signed(founding, by: [1])) + (try signed(next, by: [1, 1]))
    #expect(try refusal(.succeed(founding, path: [Link(next, authorisation: mixed)])) == nil)
  }

  @Test func tokenRulesRefuseEachItsOwn() throws {
    let founding = trust()
    let token = try hsm.found(Link(founding, authorisation: signed(founding, by: [0, 1])), draw: 1, policy: intact, suite: suite)
      .message
    let foreign = try other.found(
      Link(
        trust(hsms: [hsm.member, other.member]), authorisation: signed(trust(hsms: [hsm.member, other.member]), by: [0, 1])),
      draw: 1, policy: intact, suite: suite
    ).message
    #expect(try refusal(.use(token, by: hsm.member)) == nil)
    #expect(try refusal(.use(token, by: other.member)) == "hsm.is-member")
    func changed(_ trust: Trust<S>? = nil, wrapped: Wrapped<S>? = nil, signer: S.Identity? = nil, signature: S.Signature? = nil)
      -> Token<S>
    {
      Token(
        trust: trust ?? token.trust, wrapped: wrapped ?? token.wrapped, signer: signer ?? token.signer,
        statement: token.statement,
        signature: signature ?? token.signature)
    }
    #expect(try refusal(.use(changed(signer: other.member.identity), by: hsm.member)) == "token.signer-is-member")
    #expect(try refusal(.use(changed(signature: suite.bogusSignature()), by: hsm.member)) == "token.signature-verifies")
    #expect(try refusal(.use(changed(wrapped: foreign.wrapped), by: hsm.member)) == "token.signature-covers-keys")
    #expect(try refusal(.use(changed(trust(quorum: 3)), by: hsm.member)) == "token.signature-covers-trust")
    let transplanted = Wrapped<S>.made(
      of: KeyMap(), to: founding.agreementKeys, tag: trust(quorum: 3).fingerprint, draw: 5, suite: suite)
    let rogue = RogueHSM(draw: 12, suite: suite)
    let listed = trust(hsms: [hsm.member, rogue.member])
    #expect(
      try refusal(.use(rogue.forge(trust: listed, wrapped: transplanted ?? token.wrapped, suite: suite), by: hsm.member))
        == "token.wrap-bound-to-trust")
  }

  @Test func theOtherRulesRefuseEachItsOwn() throws {
    let founding = trust()
    var registry = Registry<S>()
    for maker in operators.prefix(3) { registry.register(operator: maker.identity) }
    registry.register(hsm: hsm.member)
    registry.register(host: host.identity)
    #expect(try refusal(.authorise(founding, registry: registry, globalQuorum: 2)) == nil)
    #expect(try refusal(.authorise(trust(operators: 4), registry: registry, globalQuorum: 2)) == "operator.genuine-entities")
    #expect(try refusal(.authorise(founding, registry: registry, globalQuorum: 3)) == "operator.quorum-kept")
    let swapped = trust(hsms: [Member(identity: hsm.member.identity, agreementKey: other.member.agreementKey)])
    #expect(try refusal(.authorise(swapped, registry: registry, globalQuorum: 2)) == "operator.agreement-key-bound")
    #expect(try refusal(.found(Link(founding, authorisation: signed(founding, by: [0, 1])), by: hsm.member)) == nil)
    #expect(
      try refusal(.found(Link(founding, authorisation: signed(founding, by: [0])), by: hsm.member)) == "founding.authorised")
    let child = trust(founding)
    #expect(
      try refusal(.found(Link(child, authorisation: signed(child, by: [0, 1])), by: hsm.member)) == "founding.has-no-parent")
    let strict = trust(quorum: 4)
    #expect(
      try refusal(.found(Link(strict, authorisation: signed(strict, by: [0, 1, 2])), by: hsm.member))
        == "founding.quorum-satisfiable")
    #expect(try refusal(.addKey("k", taken: ["j"])) == nil)
    #expect(try refusal(.addKey("k", taken: ["k"])) == "key.handle-is-fresh")
    #expect(try refusal(.wrap(founding, recipients: founding.agreementKeys)) == nil)
    #expect(
      try refusal(.wrap(founding, recipients: founding.agreementKeys + [other.member.agreementKey])) == "wrap.exactly-the-members"
    )
    #expect(try refusal(.wrap(founding, recipients: [])) == "wrap.exactly-the-members")
    #expect(try refusal(.serve(founding, requester: host.identity)) == nil)
    #expect(try refusal(.serve(founding, requester: operators[0].identity)) == "hsm.requester-is-member-host")
    #expect(try refusal(.install(founding, over: nil)) == nil)
    #expect(try refusal(.install(founding, over: founding)) == "host.root-installed-once")
  }

  @Test func rotationRulesRefuseEachItsOwn() throws {
    let founding = trust()
    func order(_ version: Int = 1, under trust: Trust<S>? = nil, of handle: Handle = "k") -> RotationOrder<S> {
      RotationOrder(under: trust ?? founding, handle: handle, version: version)
    }
    func rotation(
      _ order: RotationOrder<S>, by signers: [Int] = [0, 1], on signed: RotationOrder<S>? = nil, kept: Int = 1
    ) -> Question<S> {
      let authorisation = signers.map { operators[$0].order(signed ?? order, suite: suite) }
      return .rotate(.init(of: founding, order, authorisation: authorisation, activeVersion: 1, deactivated: 0, kept: kept))
    }
    #expect(try refusal(rotation(order())) == nil)
    #expect(try refusal(rotation(order(), by: [0])) == "rotation.authorised")
    #expect(try refusal(rotation(order(), by: [0, 0])) == "rotation.authorised", "one operator, twice")
    #expect(try refusal(rotation(order(), by: [0, 3])) == "rotation.authorised", "no operator of the trust")
    #expect(try refusal(rotation(order(), on: order(of: "j"))) == "rotation.authorised", "an order for another key")
    #expect(try refusal(rotation(order(under: trust(quorum: 3)))) == "rotation.authorised", "an order for another trust")
    #expect(try refusal(rotation(order(2))) == "rotation.active-key-only")
    #expect(try refusal(rotation(order(), kept: 0)) == "rotation.deactivated-opens")
    #expect(try refusal(rotation(order(), kept: 2)) == "rotation.oldest-dropped")
    for use in [KeyUse.encrypt, .wrap] {
      #expect(try refusal(.useKey(.active, for: use)) == nil)
      #expect(try refusal(.useKey(.deactivated, for: use)) == "rotation.active-key-only")
    }
    for use in [KeyUse.decrypt, .unwrap] { #expect(try refusal(.useKey(.deactivated, for: use)) == nil) }
    for use in [KeyUse.encryptAsToken, .decryptToken] {
      #expect(try refusal(.useKey(.active, for: use)) == "key.tokens-apart-from-data")
    }
  }
}
