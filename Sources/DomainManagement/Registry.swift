/// The registry of genuine keys, by kind. Only operators can read it (docs/model.md, section 1.1); the theorem says that this is
/// enough.
public struct Registry<S: DomainSuite>: Sendable {
  private var entries = Entries(operators: [], hosts: [], hsms: [])
  /// Of the operators that have one.
  private var roles: [S.Identity: String] = [:]

  /// Ascending, as in trusts: looking up a trust is one walk along both. Shared, so that asking with a registry costs one
  /// reference.
  private final class Entries: Sendable {
    let operators: [S.Identity]
    let hosts: [S.Identity]
    let hsms: [Member<S>]

    init(operators: [S.Identity], hosts: [S.Identity], hsms: [Member<S>]) {
      self.operators = operators
      self.hosts = hosts
      self.hsms = hsms
    }
  }

  public init() {}

  public mutating func register(operator identity: S.Identity, role: String? = nil) {
    roles[identity] = role
    entries = Entries(operators: (entries.operators + [identity]).ascending(), hosts: entries.hosts, hsms: entries.hsms)
  }
  public mutating func register(host identity: S.Identity) {
    entries = Entries(operators: entries.operators, hosts: (entries.hosts + [identity]).ascending(), hsms: entries.hsms)
  }
  /// An identity that is registered again has the newer agreement key.
  public mutating func register(hsm member: Member<S>) {
    var hsms = entries.hsms.filter { $0.identity != member.identity }
    hsms.insert(member, at: hsms.firstIndex { $0.identity > member.identity } ?? hsms.endIndex)
    entries = Entries(operators: entries.operators, hosts: entries.hosts, hsms: hsms)
  }

  /// Of all that is registered, as often as it is.
  public var identities: [S.Identity] { entries.operators + entries.hosts + entries.hsms.map(\.identity) }
  /// Of all HSMs.
  public var agreementKeys: [S.AgreementKey] { entries.hsms.map(\.agreementKey) }
  public func lists(operator identity: S.Identity) -> Bool { entries.operators.contains(identity) }
  public func lists(host identity: S.Identity) -> Bool { entries.hosts.contains(identity) }
  /// Nil for who is no operator, or one without a role.
  public func role(of identity: S.Identity) -> String? { roles[identity] }
  /// Nil for who is no HSM.
  public func agreementKey(of identity: S.Identity) -> S.AgreementKey? {
    entries.hsms.first { $0.identity == identity }?.agreementKey
  }

  /// Why `trust` lists something that is not genuine, or nil if all of it is: what honest operators certify, and what the games
  /// of the policy hop take as the ideal.
  public func objection(to trust: Trust<S>) -> Objection? {
    if let index = Self.firstMissing(trust.operators, in: entries.operators) { return .operator(index) }
    if let index = Self.firstMissing(trust.hsms, in: entries.hsms, by: \.identity) { return .hsm(index) }
    if let index = Self.firstMissing(trust.hosts, in: entries.hosts) { return .host(index) }
    if let index = swappedKey(in: trust) { return .agreementKey(index) }
    if let index = falseRole(in: trust) { return .role(index) }
    return nil
  }

  /// The first operator of `trust` that is registered with another role than the one it is listed with, or with none.
  public func falseRole(in trust: Trust<S>) -> Int? {
    guard trust.hasRoles || !roles.isEmpty else { return nil }
    return zip(trust.operators, trust.roles).enumerated().first { _, listed in
      roles[listed.0] != listed.1 && Self.firstMissing([listed.0], in: entries.operators) == nil
    }?.offset
  }

  /// The first HSM of `trust` that is registered with another agreement key than the one it is listed with.
  public func swappedKey(in trust: Trust<S>) -> Int? {
    let hsms = entries.hsms
    var position = 0
    for (index, member) in trust.hsms.enumerated() {
      while position < hsms.count, hsms[position].identity < member.identity { position += 1 }
      guard position < hsms.count else { return nil }
      if hsms[position].identity == member.identity, hsms[position].agreementKey != member.agreementKey { return index }
    }
    return nil
  }

  /// The first entry of a trust that is not genuine, by its position in the trust.
  public enum Objection: Hashable, Sendable {
    case `operator`(Int), hsm(Int), host(Int), agreementKey(Int), role(Int)
  }

  private static func firstMissing(_ identities: [S.Identity], in registered: [S.Identity]) -> Int? {
    firstMissing(identities, in: registered, by: \.self)
  }

  /// The position of the first of `entries` whose identity is not in `registered`; both ascend.
  private static func firstMissing<E>(_ entries: [E], in registered: [E], by identity: (E) -> S.Identity) -> Int? {
    var position = 0
    for (index, entry) in entries.enumerated() {
      while position < registered.count, identity(registered[position]) < identity(entry) { position += 1 }
      guard position < registered.count, identity(registered[position]) == identity(entry) else { return index }
    }
    return nil
  }
}
