public import Coins
public import DomainManagement
public import GameKit
internal import Policy

/// A world of operators and HSMs on the symbolic suite, in which trusts of honest domains are replaced by successors.
///
/// Left a successor is accepted when the rules hold; right only if, besides, every entity in it is genuine by the registry.
public struct PolicyGame: Game {
  public typealias Suite = SymbolicSuite

  /// Who exists: operators are numbered honest ones first, then dishonest, then rogue; HSMs and hosts genuine ones first, then
  /// rogue.
  public struct DomainSize: Hashable, Sendable {
    public var honest: Int
    public var dishonest: Int
    public var rogueOperators: Int
    public var genuineHSMs: Int
    public var rogueHSMs: Int
    public var genuineHosts: Int
    public var rogueHosts: Int
    /// The global n. The quorum assumption holds if `dishonest` is below it.
    public var globalQuorum: Int

    public init(
      honest: Int = 3, dishonest: Int = 1, rogueOperators: Int = 2, genuineHSMs: Int = 2, rogueHSMs: Int = 1,
      genuineHosts: Int = 1, rogueHosts: Int = 1, globalQuorum: Int = 2
    ) {
      (self.honest, self.dishonest, self.rogueOperators) = (honest, dishonest, rogueOperators)
      (self.genuineHSMs, self.rogueHSMs, self.globalQuorum) = (genuineHSMs, rogueHSMs, globalQuorum)
      (self.genuineHosts, self.rogueHosts) = (genuineHosts, rogueHosts)
    }

    public var operators: Int { honest + dishonest + rogueOperators }
    public var hsms: Int { genuineHSMs + rogueHSMs }
    public var hosts: Int { genuineHosts + rogueHosts }
  }

  let population: DomainSize
  let policy: Policy<Suite>
  let isIdeal: Bool
  private let suite = Suite()
  private let operators: [Operator<Suite>]
  private let members: [Member<Suite>]
  private let hosts: [Suite.Identity]
  private let registry: Registry<Suite>
  private var trusts: [Trust<Suite>] = []
  private var endorsements: [Endorsement<Suite>] = []
  /// Numbers of the trusts in force in honest domains.
  private(set) var inForce = AppendLog<Int>()
  /// A trust with an entity that is not genuine came into force in an honest domain.
  private(set) var isBad = false

  init(population: DomainSize, policy: Policy<Suite>, isIdeal: Bool) {
    self.population = population
    self.policy = policy
    self.isIdeal = isIdeal
    let suite = Suite()
    operators = (0..<population.operators).map { Operator(isHonest: $0 < population.honest, draw: UInt64($0 + 1), suite: suite) }
    members = (0..<population.hsms).map { RogueHSM(draw: UInt64($0 + 101), suite: suite).member }
    hosts = (0..<population.hosts).map { Host(draw: UInt64($0 + 201), suite: suite).identity }
    var registry = Registry<Suite>()
    for maker in operators.prefix(population.honest + population.dishonest) { registry.register(operator: maker.identity) }
    for member in members.prefix(population.genuineHSMs) { registry.register(hsm: member) }
    for host in hosts.prefix(population.genuineHosts) { registry.register(host: host) }
    self.registry = registry
  }

  /// Nothing is drawn: cryptography is ideal.
  public mutating func restart(coins: Coins) {
    trusts.removeAll(keepingCapacity: true)
    endorsements.removeAll(keepingCapacity: true)
    inForce.removeAll()
    isBad = false
  }

  public mutating func answer(_ query: PolicyQuery) -> PolicyAnswer {
    switch query {
    case .propose(let proposal): propose(proposal)
    case .sign(let maker, let trust): sign(maker, trust)
    case .found(let trust): found(trust)
    case .succeed(let from, let path): succeed(from, path)
    }
  }

  private mutating func propose(_ proposal: TrustProposal) -> PolicyAnswer {
    guard proposal.quorum >= 0, proposal.operators.allSatisfy(operators.indices.contains),
      proposal.hosts.allSatisfy(hosts.indices.contains), proposal.parent.map(trusts.indices.contains) ?? true,
      proposal.hsms.allSatisfy({ members.indices.contains($0.identity) && members.indices.contains($0.agreement) })
    else { return .unknown }
    let parent = proposal.parent.map { trusts[$0] }
    let listed = proposal.hsms.map {
      Member<Suite>(identity: members[$0.identity].identity, agreementKey: members[$0.agreement].agreementKey)
    }
    trusts.append(
      Trust(
        parent: parent?.fingerprint, domain: parent?.domainName, operators: proposal.operators.map { operators[$0].identity },
        hsms: listed, hosts: proposal.hosts.map { hosts[$0] }, quorum: proposal.quorum, suite: suite))
    return .trust(trusts.count - 1)
  }

  private mutating func sign(_ maker: Int, _ trust: Int) -> PolicyAnswer {
    guard operators.indices.contains(maker), trusts.indices.contains(trust) else { return .unknown }
    switch operators[maker].reply(
      to: trusts[trust], registry: registry, globalQuorum: population.globalQuorum, policy: policy, suite: suite)
    {
    case .endorsed(let endorsement):
      endorsements.append(endorsement)
      return .endorsement(endorsements.count - 1)
    case .denied(let denial): return .refused(denial.rule)
    }
  }

  private mutating func found(_ number: Int) -> PolicyAnswer {
    guard trusts.indices.contains(number) else { return .unknown }
    let trust = trusts[number]
    guard trust.parent == nil, trust.quorum >= population.globalQuorum, registry.objection(to: trust) == nil else {
      return .refused("honest domains only")
    }
    enter(number)
    return .accepted
  }

  private mutating func succeed(_ from: Int, _ references: [LinkReference]) -> PolicyAnswer {
    guard trusts.indices.contains(from), inForce.contains(from), !references.isEmpty,
      references.allSatisfy({ trusts.indices.contains($0.trust) && $0.endorsements.allSatisfy(endorsements.indices.contains) })
    else {
      return .unknown
    }
    let path = references.map { Link(trusts[$0.trust], authorisation: $0.endorsements.map { endorsements[$0] }) }
    if let denial = policy.decide(.succeed(trusts[from], path: path), suite: suite).denial { return .refused(denial.rule) }
    // The versions that are skipped are in force, too.
    for link in references {
      if registry.objection(to: trusts[link.trust]) != nil {
        isBad = true
        if isIdeal { return .refused("registry") }
      }
      enter(link.trust)
    }
    return .accepted
  }

  private mutating func enter(_ number: Int) {
    if !inForce.contains(number) { inForce.append(number) }
  }
}
