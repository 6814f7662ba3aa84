/// The public state of a domain: who is in it, and how many operators change it (model, section 1.2).
///
/// Its encoding and fingerprint are computed once, on creation; equality is equality of encodings.
public struct Trust<S: DomainSuite>: Sendable {
  /// The fingerprint of the trust that this one succeeds; nil in a founding trust.
  public let parent: S.Digest?
  /// The fingerprint of the domain's founding trust; nil in a founding trust, whose own fingerprint names the domain.
  public let domain: S.Digest?
  /// Ascending.
  public let operators: [S.Identity]
  /// Ascending by identity; one agreement key to an identity.
  public let hsms: [Member<S>]
  /// Ascending.
  public let hosts: [S.Identity]
  /// How many operators must sign a successor.
  public let quorum: Int
  /// The canonical encoding (`Trust+Wire`).
  public let wire: [UInt8]
  public let fingerprint: S.Digest

  /// Sorts what it is given; of two agreement keys for one identity the first stays. `quorum` is at least zero.
  public init(
    parent: S.Digest? = nil, domain: S.Digest? = nil, operators: [S.Identity], hsms: [Member<S>], hosts: [S.Identity], quorum: Int,
    suite: S
  ) {
    precondition(quorum >= 0, "a quorum is a count")
    var members: [Member<S>] = []
    for member in hsms.sorted(by: { $0.identity < $1.identity }) where members.last?.identity != member.identity { members.append(member) }
    self.init(
      parent: parent, domain: domain, canonicalOperators: operators.ascending(), hsms: members, hosts: hosts.ascending(), quorum: quorum,
      suite: suite)
  }

  /// The parts are canonical already.
  package init(
    parent: S.Digest?, domain: S.Digest?, canonicalOperators: [S.Identity], hsms: [Member<S>], hosts: [S.Identity], quorum: Int, suite: S
  ) {
    self.parent = parent
    self.domain = domain
    operators = canonicalOperators
    self.hsms = hsms
    self.hosts = hosts
    self.quorum = quorum
    wire = Self.encode(
      suite: suite.name, parent: parent, domain: domain, operators: operators, hsms: hsms, hosts: hosts, quorum: quorum)
    fingerprint = suite.digest(wire)
  }

  /// The fingerprint that names the domain of this trust.
  public var domainName: S.Digest { domain ?? fingerprint }

  public func lists(_ member: Member<S>) -> Bool { hsms.contains(member) }
  public func listsHSM(_ identity: S.Identity) -> Bool { hsms.contains { $0.identity == identity } }
  public var agreementKeys: [S.AgreementKey] { hsms.map(\.agreementKey).ascending() }
}

extension Trust: Hashable {
  public static func == (a: Trust, b: Trust) -> Bool { a.wire == b.wire }
  public func hash(into hasher: inout Hasher) { hasher.combine(wire) }
}
