public import Wire

/// The canonical encoding of a token, version 1 [ours]: `1 'K' trust tag? shares signer statement? signature`. The tag and the
/// statement are written only where they differ from what the token itself says, so an honest token has exactly the parts of the
/// model.
extension Token {
  private static var version: UInt8 { 1 }
  private static var kind: UInt8 { 0x4b }

  public var wire: [UInt8] {
    var writer = WireWriter(capacity: 2 * trust.wire.count + 256)
    writer.byte(Self.version)
    writer.byte(Self.kind)
    writer.raw(trust.wire)
    wrapped.encode(into: &writer, trust: trust)
    writer.value(signer)
    let isOwn = statement.context == .token && statement.trust == trust && statement.wrapped == wrapped
    writer.byte(isOwn ? 0 : 1)
    if !isOwn { statement.encode(into: &writer) }
    writer.value(signature)
    return writer.bytes
  }

  /// Accepts exactly the canonical bytes of a token of `suite`.
  public init(wire: [UInt8], suite: S) throws(WireError) {
    var reader = WireReader(wire, root: "token")
    guard try reader.byte() == Self.version else { throw reader.failure(.unknownVersion, at: 0) }
    guard try reader.byte() == Self.kind else { throw reader.failure(.unexpectedKind, at: 1) }
    let trust = try reader.field("trust") { (reader) throws(WireError) in try Trust(from: &reader, suite: suite) }
    let wrapped = try reader.field("wrapped") { (reader) throws(WireError) in try Wrapped(from: &reader, trust: trust) }
    let signer: S.Identity = try reader.field("signer") { (reader) throws(WireError) in try reader.value() }
    let own = Statement(issuing: trust, wrapped: wrapped)
    let statement = try reader.field("statement") { (reader) throws(WireError) in
      guard try reader.flag() else { return own }
      let start = reader.offset
      let other = try Statement(from: &reader, suite: suite)
      guard other != own else { throw reader.failure(.needlessCopy, at: start) }
      return other
    }
    let signature: S.Signature = try reader.field("signature") { (reader) throws(WireError) in try reader.value() }
    try reader.finish()
    self.init(trust: trust, wrapped: wrapped, signer: signer, statement: statement, signature: signature)
  }
}

extension Token: WireMessage {}

extension Wrapped {
  /// Writes the tag only if it is not the fingerprint of `trust`.
  func encode(into writer: inout WireWriter, trust: Trust<S>?) {
    writer.optional(tag == trust?.fingerprint ? nil : tag)
    writer.number(shares.count)
    for share in shares {
      writer.value(share.recipient)
      writer.value(share.share)
    }
  }

  init(from reader: inout WireReader, trust: Trust<S>?) throws(WireError) {
    tag = try reader.field("tag") { (reader) throws(WireError) in
      let start = reader.offset
      let written: S.Digest? = try reader.optional()
      guard let tag = written ?? trust?.fingerprint else { throw reader.failure(.badFlag, at: start) }
      guard written == nil || written != trust?.fingerprint else { throw reader.failure(.needlessCopy, at: start) }
      return tag
    }
    shares = try reader.field("shares") { (reader) throws(WireError) in
      try reader.ascending(key: { (share: Share) in share.recipient }) { (reader) throws(WireError) in
        Share(recipient: try reader.value(), share: try reader.value())
      }
    }
  }
}

extension Statement {
  func encode(into writer: inout WireWriter) {
    writer.byte(context == .trust ? 0 : 1)
    writer.raw(trust.wire)
    writer.byte(wrapped == nil ? 0 : 1)
    wrapped?.encode(into: &writer, trust: nil)
  }

  init(from reader: inout WireReader, suite: S) throws(WireError) {
    let context: Context = try reader.flag() ? .token : .trust
    let trust = try Trust(from: &reader, suite: suite)
    let wrapped: Wrapped<S>? = try reader.flag() ? try Wrapped(from: &reader, trust: nil) : nil
    self.init(context: context, trust: trust, wrapped: wrapped)
  }
}
