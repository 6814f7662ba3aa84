// Claim to be broken: somebody who controls the network, all dishonest operators and any number of rogue entities tells a domain
// key of an honest domain from an independent random key. It costs twice what the steps of the sequence are paid.
// Source: the paper's cryptographic API after Shrimpton, Stam and Warinschi; docs/model.md, section 3.6. The sequence is
// `HopFacts.keySecrecySequence`.
public import Coins
@_spi(Judge) internal import DomainManagement
public import GameKit
internal import Policy
public import Primitives

/// The protocol with all of its network in the adversary's hands, and a challenge about its keys.
public struct KeySecrecyGame<Base: Suite>: Game {
  public typealias S = PortedSuite<Base>

  /// What `test` answers.
  public enum Challenge: String, Sendable, CaseIterable {
    case real, random
  }

  public let rules: KeySecrecyRules<Base>
  private(set) var setUp: GlobalSetUp<S>
  let variant: KeySecrecyVariant
  let challenge: Challenge
  var services: KeySecrecyServices<Base>

  // Entities, genuine and rogue ones in the order of their creation.
  var operators: [Operator<S>] = []
  var hsms: [KeySecrecyHSM<Base>] = []
  var hosts: [KeySecrecyHost<Base>] = []
  var identities = AppendLog<S.Identity>()
  var hasKeyCollision = false

  // What has crossed the network.
  var trusts: [Trust<S>] = []
  var endorsements: [Endorsement<S>] = []
  var tokens: [Token<S>] = []
  var wraps: [Wrapped<S>] = []
  /// How much of it there was before the current query.
  private(set) var published = (trusts: 0, endorsements: 0, tokens: 0)

  // What the challenger keeps.
  /// Accepted successors in honest domains.
  var honest = AppendLog<Trust<S>>()
  /// An accepted successor in an honest domain lists what is not genuine.
  var hasPolicyBreach = false
  var operations = 0
  /// Instances that were born in honest domains.
  var protected = AppendLog<UInt64>()
  var slicing = Relation.holds
  /// Which keys of honest domains were given out, and how.
  var tested = AppendLog<UInt64>()
  var corrupted = AppendLog<UInt64>()

  /// The game `stage` of the sequence, on its own services.
  public init(
    rules: KeySecrecyRules<Base>, stage: KeySecrecyStage, challenge: Challenge, exposed: KeySecrecyServices<Base>.Exposed? = nil
  ) {
    (self.rules, self.challenge, variant, setUp) = (rules, challenge, stage.variant, rules.setUp)
    services = rules.services(of: variant, exposed: exposed)
  }

  @_specialize(where Base == CalibratedSuite)
  public mutating func restart(coins: Coins) {
    own()
    services.restart(coins: coins)
    operators.removeAll(keepingCapacity: true)
    hsms.removeAll(keepingCapacity: true)
    hosts.removeAll(keepingCapacity: true)
    setUp.restart()
    identities.removeAll()
    hasKeyCollision = false
    trusts.removeAll(keepingCapacity: true)
    endorsements.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    wraps.removeAll(keepingCapacity: true)
    honest.removeAll()
    hasPolicyBreach = false
    operations = 0
    protected.removeAll()
    slicing = .holds
    tested.removeAll()
    corrupted.removeAll()
  }

  @_specialize(where Base == CalibratedSuite)
  public mutating func answer(_ query: KeySecrecyQuery) -> KeySecrecyAnswer {
    own()
    published = (trusts.count, endorsements.count, tokens.count)
    return switch query {
    case .newOperator(let isHonest): newOperator(isHonest: isHonest)
    case .newHSM: newHSM()
    case .newHost: newHost(.honest)
    case .newCorruptHost: newHost(.corrupt)
    case .rogue(let kind): newRogue(kind)
    case .sharedOperator(let hsm): newSharedOperator(hsm)
    case .trust(let sketch): write(sketch)
    case .guessEndorsement(let maker, let trust, let candidate): guessEndorsement(maker, trust, candidate)
    case .maul(let endorsement): maul(endorsement)
    case .endorsement(let token, let signer): endorse(token, signer)
    case .wrap(let handles, let hsms, let trust): wrap(handles, hsms, trust)
    case .retag(let reference, let trust, let hsm, let candidate): retag(reference, trust, hsm, candidate)
    case .token(let sketch): write(sketch)
    case .pry(let token, let hsm): pry(token, hsm)
    case .openWithExponent(let token, let hsm, let exponent): open(token, hsm, exponent: exponent)
    case .openWithKey(let token, let hsm, let candidate): open(token, hsm, candidate: candidate)
    case .authorise(let maker, let trust): authorise(maker, trust)
    case .found(let hsm, let trust, let numbers, let recipients): found(hsm, trust, numbers, recipients)
    case .addKey(let hsm, let token, let handle, let recipients): addKey(hsm, token, handle, recipients)
    case .update(let hsm, let token, let path, let recipients): update(hsm, token, path, recipients)
    case .install(let host, let trust): install(host, trust)
    case .advance(let host, let path): advance(host, path)
    case .present(let host, let token): present(host, token)
    case .test(let request): give(request, isTest: true)
    case .corrupt(let request): give(request, isTest: false)
    }
  }

  var suite: S { S(services: services) }

  /// A copy of a game shares nothing that changes.
  mutating func own() {
    if !isKnownUniquelyReferenced(&services) { services = services.copy() }
  }

  // MARK: Set-up

  private mutating func newOperator(isHonest: Bool) -> KeySecrecyAnswer {
    guard isHonest || setUp.admitsDishonest else { return .againstQuorumAssumption }
    let maker = Operator(isHonest: isHonest, draw: Party.operator.draw(operators.count), suite: suite)
    guard enter(maker.identity) else { return .refused("key collision") }
    return publish(maker, as: isHonest ? .honest : .dishonest)
  }

  /// No key is generated, and so none is compared.
  private mutating func newSharedOperator(_ number: Int) -> KeySecrecyAnswer {
    guard let part = setUp.partOfOperator(sharing: number) else { return .unknown }
    let maker =
      switch hsms[number] {
      case .genuine(let hsm): hsm.asOperator(isHonest: true)
      case .rogue(let hsm): hsm.asOperator()
      }
    services.settle(maker.identity, at: .hsms)
    return publish(maker, as: part)
  }

  private mutating func publish(_ maker: Operator<S>, as part: GlobalSetUp<S>.Operator.Part) -> KeySecrecyAnswer {
    setUp.enter(.init(part: part, identity: maker.identity))
    operators.append(maker)
    return .operator(operators.count - 1, identity: Bytes(maker.identity.bytes))
  }

  private mutating func newHSM() -> KeySecrecyAnswer {
    let hsm = HSM(draw: Party.hsm.draw(hsms.count), suite: suite)
    guard enter(hsm.member.identity) else { return .refused("key collision") }
    return publish(.genuine(hsm), isGenuine: true)
  }

  private mutating func publish(_ hsm: KeySecrecyHSM<Base>, isGenuine: Bool) -> KeySecrecyAnswer {
    let member = hsm.member
    setUp.enter(.init(isGenuine: isGenuine, member: member))
    hsms.append(hsm)
    return .hsm(hsms.count - 1, identity: Bytes(member.identity.bytes), agreementKey: Bytes(member.agreementKey.bytes))
  }

  private mutating func newHost(_ part: GlobalSetUp<S>.Host.Part) -> KeySecrecyAnswer {
    let host = Host(draw: (part == .rogue ? Party.rogueHost : .host).draw(hosts.count), suite: suite)
    guard enter(host.identity) else { return .refused("key collision") }
    setUp.enter(.init(part: part, identity: host.identity))
    hosts.append(KeySecrecyHost(host: host))
    return .host(hosts.count - 1, identity: Bytes(host.identity.bytes))
  }

  private mutating func newRogue(_ kind: EntityKind) -> KeySecrecyAnswer {
    switch kind {
    case .host: return newHost(.rogue)
    case .operator:
      let rogue = Operator(isHonest: false, draw: Party.rogueOperator.draw(operators.count), suite: suite)
      guard enter(rogue.identity) else { return .refused("key collision") }
      return publish(rogue, as: .rogue)
    case .hsm:
      let rogue = RogueHSM(draw: Party.rogueHSM.draw(hsms.count), suite: suite)
      guard enter(rogue.member.identity) else { return .refused("key collision") }
      return publish(.rogue(rogue), isGenuine: false)
    }
  }
}
