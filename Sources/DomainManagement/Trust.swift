/// The public state of a domain: who is in it, and which operators change it (docs/model.md, section 1.2).
///
/// Its encoding, fingerprint and recipients are computed once, on creation; equality is equality of encodings.
public struct Trust<S: DomainSuite>: Sendable {
  private let storage: Storage

  /// Shared, so that passing a trust along costs one reference.
  private final class Storage: Sendable {
    let parent: S.Digest?
    let domain: S.Digest?
    let operators: [S.Identity]
    /// As many as operators, empty for one without a role; none at all where nobody has one.
    let roles: [String]
    let hsms: [Member<S>]
    let hosts: [S.Identity]
    let rules: QuorumRules
    let quorum: Int
    let agreementKeys: [S.AgreementKey]
    let wire: [UInt8]
    let fingerprint: S.Digest
    let authorisedBytes: [UInt8]

    init<Failure: Error>(
      parent: S.Digest?, domain: S.Digest?, operators: [S.Identity], roles: [String], hsms: [Member<S>], hosts: [S.Identity],
      rules: QuorumRules, suite: S, digest: ([UInt8]) throws(Failure) -> S.Digest
    ) throws(Failure) {
      self.parent = parent
      self.domain = domain
      self.operators = operators
      self.roles = roles
      self.hsms = hsms
      self.hosts = hosts
      self.rules = rules
      quorum = rules.fewest
      agreementKeys = hsms.map(\.agreementKey).ascending()
      wire = Trust.encode(
        suite: suite.name, parent: parent, domain: domain, operators: operators, roles: roles, hsms: hsms, hosts: hosts,
        rules: rules)
      fingerprint = try digest(wire)
      authorisedBytes = Statement<S>.bytes(.trust, wire, nil)
    }
  }

  /// The fingerprint of the trust that this one succeeds; nil in a founding trust.
  public var parent: S.Digest? { storage.parent }
  /// The fingerprint of the domain's founding trust; nil in a founding trust, whose own fingerprint names the domain.
  public var domain: S.Digest? { storage.domain }
  /// Ascending.
  public var operators: [S.Identity] { storage.operators }
  /// Ascending by identity; one agreement key to an identity.
  public var hsms: [Member<S>] { storage.hsms }
  /// Ascending.
  public var hosts: [S.Identity] { storage.hosts }
  /// Which operators authorise what.
  public var rules: QuorumRules { storage.rules }
  /// The fewest operators that authorise anything: all that `rules` say where they are one number.
  public var quorum: Int { storage.quorum }
  /// Whether `rules` are more than one number.
  public var isByRole: Bool { storage.rules.number == nil }
  /// The canonical encoding (`Trust+Wire`).
  public var wire: [UInt8] { storage.wire }
  public var fingerprint: S.Digest { storage.fingerprint }
  /// What an operator signs: made once, however many sign.
  var authorisedBytes: [UInt8] { storage.authorisedBytes }

  /// Sorts what it is given; of two agreement keys for one identity the first stays. `quorum` is at least zero. Nobody
  /// has a role.
  public init(
    parent: S.Digest? = nil, domain: S.Digest? = nil, operators: [S.Identity], hsms: [Member<S>], hosts: [S.Identity],
    quorum: Int, suite: S
  ) {
    self.init(
      parent: parent, domain: domain, operators: operators, hsms: hsms, hosts: hosts, quorum: quorum, suite: suite,
      digest: suite.digest)
  }

  /// The same, with roles of operators and quorum rules. An operator without a role has none in `roles`.
  public init(
    parent: S.Digest? = nil, domain: S.Digest? = nil, operators: [S.Identity], roles: [S.Identity: String], hsms: [Member<S>],
    hosts: [S.Identity], rules: QuorumRules, suite: S
  ) {
    self.init(
      parent: parent, domain: domain, operators: operators, roles: roles, hsms: hsms, hosts: hosts, rules: rules, suite: suite,
      digest: suite.digest)
  }

  /// The same, with a fingerprint by somebody who may refuse to make one.
  package init<Failure: Error>(
    parent: S.Digest?, domain: S.Digest?, operators: [S.Identity], hsms: [Member<S>], hosts: [S.Identity], quorum: Int,
    suite: S, digest: ([UInt8]) throws(Failure) -> S.Digest
  ) throws(Failure) {
    try self.init(
      parent: parent, domain: domain, operators: operators, roles: [:], hsms: hsms, hosts: hosts, rules: QuorumRules(quorum),
      suite: suite, digest: digest)
  }

  private init<Failure: Error>(
    parent: S.Digest?, domain: S.Digest?, operators: [S.Identity], roles: [S.Identity: String], hsms: [Member<S>],
    hosts: [S.Identity], rules: QuorumRules, suite: S, digest: ([UInt8]) throws(Failure) -> S.Digest
  ) throws(Failure) {
    precondition(rules.fewest >= 0, "a quorum is a count")
    var members = hsms
    if zip(hsms, hsms.dropFirst()).contains(where: { $0.identity >= $1.identity }) {
      members.removeAll(keepingCapacity: true)
      for member in hsms.sorted(by: { $0.identity < $1.identity }) where members.last?.identity != member.identity {
        members.append(member)
      }
    }
    let operators = operators.ascending()
    let isAnyInRole = !roles.isEmpty && operators.contains { roles[$0] != nil }
    storage = try Storage(
      parent: parent, domain: domain, operators: operators, roles: isAnyInRole ? operators.map { roles[$0] ?? "" } : [],
      hsms: members, hosts: hosts.ascending(), rules: rules, suite: suite, digest: digest)
  }

  /// The parts are canonical already.
  package init(
    parent: S.Digest?, domain: S.Digest?, canonicalOperators: [S.Identity], roles: [String], hsms: [Member<S>],
    hosts: [S.Identity], rules: QuorumRules, suite: S
  ) {
    storage = Storage(
      parent: parent, domain: domain, operators: canonicalOperators, roles: roles, hsms: hsms, hosts: hosts, rules: rules,
      suite: suite, digest: suite.digest)
  }

  /// The fingerprint that names the domain of this trust.
  public var domainName: S.Digest { domain ?? fingerprint }

  public func lists(_ member: Member<S>) -> Bool { hsms.contains(member) }
  public func listsHSM(_ identity: S.Identity) -> Bool { hsms.contains { $0.identity == identity } }
  /// Ascending.
  public var agreementKeys: [S.AgreementKey] { storage.agreementKeys }

  /// The roles of the operators, in their order; nil for one without.
  public var roles: [String?] {
    storage.roles.isEmpty ? operators.map { _ in nil } : storage.roles.map { $0.isEmpty ? nil : $0 }
  }
  /// Whether any operator is listed with a role.
  public var hasRoles: Bool { !storage.roles.isEmpty }
  /// Nil for who is no operator, or one without a role.
  public func role(of identity: S.Identity) -> String? {
    guard hasRoles, let index = operators.firstIndex(of: identity), !storage.roles[index].isEmpty else { return nil }
    return storage.roles[index]
  }
}

extension Trust: Hashable {
  public static func == (a: Trust, b: Trust) -> Bool { a.storage === b.storage || a.wire == b.wire }
  public func hash(into hasher: inout Hasher) { hasher.combine(wire) }
}
