public import Wire

/// The canonical encoding of a trust [ours]: `1 'T' suite parent? domain? operators hsms hosts quorum`, where lists are counted
/// and strictly ascending, numbers are shortest LEB128, and everything else is a byte string with its length before it. A trust
/// with roles, or with more than one number as its quorum, is of version 2: each operator is followed by its role, which is empty
/// for one without, and in place of the quorum stand the rules for each command in their order, each a list of roles, empty for
/// any, and counts.
extension Trust {
  static var version: UInt8 { 1 }
  static var versionWithRoles: UInt8 { 2 }
  static var kind: UInt8 { 0x54 }

  static func encode(
    suite: String, parent: S.Digest?, domain: S.Digest?, operators: [S.Identity], roles: [String], hsms: [Member<S>],
    hosts: [S.Identity], rules: QuorumRules
  ) -> [UInt8] {
    let single = roles.isEmpty ? rules.number : nil
    var writer = WireWriter(capacity: 256)
    writer.byte(single == nil ? versionWithRoles : version)
    writer.byte(kind)
    writer.string(suite.utf8)
    writer.optional(parent)
    writer.optional(domain)
    writer.number(operators.count)
    for (index, identity) in operators.enumerated() {
      writer.value(identity)
      if single == nil { writer.string(roles.isEmpty ? "".utf8 : roles[index].utf8) }
    }
    writer.number(hsms.count)
    for member in hsms {
      writer.value(member.identity)
      writer.value(member.agreementKey)
    }
    writer.number(hosts.count)
    for identity in hosts { writer.value(identity) }
    if let single { writer.number(single) } else { rules.encode(into: &writer) }
    return writer.bytes
  }

  /// Accepts exactly the canonical bytes of a trust of `suite`.
  public init(wire: [UInt8], suite: S) throws(WireError) {
    var reader = WireReader(wire, root: "trust")
    try self.init(from: &reader, suite: suite)
    try reader.finish()
  }

  private struct ListedOperator {
    let identity: S.Identity
    /// Empty for none.
    let role: String
  }

  init(from reader: inout WireReader, suite: S) throws(WireError) {
    let start = reader.offset
    let version = try reader.byte()
    guard [Self.version, Self.versionWithRoles].contains(version) else { throw reader.failure(.unknownVersion, at: start) }
    let hasRoles = version == Self.versionWithRoles
    guard try reader.byte() == Self.kind else { throw reader.failure(.unexpectedKind, at: start + 1) }
    guard try reader.string().elementsEqual(suite.name.utf8) else { throw reader.failure(.wrongSuite, at: start + 2) }
    let parent: S.Digest? = try reader.field("parent") { (reader) throws(WireError) in try reader.optional() }
    let domain: S.Digest? = try reader.field("domain") { (reader) throws(WireError) in try reader.optional() }
    let operators = try reader.field("operators") { (reader) throws(WireError) in
      try reader.ascending(key: \.identity) { (reader) throws(WireError) in
        ListedOperator(identity: try reader.value(), role: hasRoles ? try reader.role() : "")
      }
    }
    let hsms = try reader.field("hsms") { (reader) throws(WireError) in
      try reader.ascending(key: { (member: Member<S>) in member.identity }) { (reader) throws(WireError) in
        Member(identity: try reader.value(), agreementKey: try reader.value())
      }
    }
    let hosts = try reader.field("hosts") { (reader) throws(WireError) in
      try reader.ascending(key: { (identity: S.Identity) in identity }) { (reader) throws(WireError) in try reader.value() }
    }
    let rules = try reader.field("quorum") { (reader) throws(WireError) in
      hasRoles ? try QuorumRules(from: &reader) : QuorumRules(try reader.number())
    }
    let isAnyInRole = operators.contains { !$0.role.isEmpty }
    if hasRoles, !isAnyInRole, rules.number != nil { throw reader.failure(.needlessVersion, at: start) }
    self.init(
      parent: parent, domain: domain, canonicalOperators: operators.map(\.identity),
      roles: isAnyInRole ? operators.map(\.role) : [], hsms: hsms, hosts: hosts, rules: rules, suite: suite)
  }
}

extension Trust: WireMessage {}
