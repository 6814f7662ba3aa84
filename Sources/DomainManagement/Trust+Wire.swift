public import Wire

/// The canonical encoding of a trust, version 1 [ours]: `1 'T' suite parent? domain? operators hsms hosts quorum`, where lists
/// are counted and strictly ascending, numbers are shortest LEB128, and everything else is a byte string with its length before
/// it.
extension Trust {
  static var version: UInt8 { 1 }
  static var kind: UInt8 { 0x54 }

  static func encode(
    suite: String, parent: S.Digest?, domain: S.Digest?, operators: [S.Identity], hsms: [Member<S>], hosts: [S.Identity],
    quorum: Int
  ) -> [UInt8] {
    var writer = WireWriter(capacity: 256)
    writer.byte(version)
    writer.byte(kind)
    writer.string(suite.utf8)
    writer.optional(parent)
    writer.optional(domain)
    writer.number(operators.count)
    for identity in operators { writer.value(identity) }
    writer.number(hsms.count)
    for member in hsms {
      writer.value(member.identity)
      writer.value(member.agreementKey)
    }
    writer.number(hosts.count)
    for identity in hosts { writer.value(identity) }
    writer.number(quorum)
    return writer.bytes
  }

  /// Accepts exactly the canonical bytes of a trust of `suite`.
  public init(wire: [UInt8], suite: S) throws(WireError) {
    var reader = WireReader(wire, root: "trust")
    try self.init(from: &reader, suite: suite)
    try reader.finish()
  }

  init(from reader: inout WireReader, suite: S) throws(WireError) {
    let start = reader.offset
    guard try reader.byte() == Self.version else { throw reader.failure(.unknownVersion, at: start) }
    guard try reader.byte() == Self.kind else { throw reader.failure(.unexpectedKind, at: start + 1) }
    guard try reader.string().elementsEqual(suite.name.utf8) else { throw reader.failure(.wrongSuite, at: start + 2) }
    let parent: S.Digest? = try reader.field("parent") { (reader) throws(WireError) in try reader.optional() }
    let domain: S.Digest? = try reader.field("domain") { (reader) throws(WireError) in try reader.optional() }
    let operators = try reader.field("operators", Self.identities)
    let hsms = try reader.field("hsms") { (reader) throws(WireError) in
      try reader.ascending(key: { (member: Member<S>) in member.identity }) { (reader) throws(WireError) in
        Member(identity: try reader.value(), agreementKey: try reader.value())
      }
    }
    let hosts = try reader.field("hosts", Self.identities)
    let quorum = try reader.field("quorum") { (reader) throws(WireError) in try reader.number() }
    self.init(
      parent: parent, domain: domain, canonicalOperators: operators, hsms: hsms, hosts: hosts, quorum: quorum, suite: suite)
  }

  private static func identities(_ reader: inout WireReader) throws(WireError) -> [S.Identity] {
    try reader.ascending(key: { (identity: S.Identity) in identity }) { (reader) throws(WireError) in try reader.value() }
  }
}

extension Trust: WireMessage {}
