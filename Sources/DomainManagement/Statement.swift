internal import Wire

/// What a signature says: a context, a trust and, on a token, the wrapped keys. The signed bytes are their injective
/// concatenation.
///
/// A signature travels with the statement it was made on. In the intact protocol the two always match what they are attached to;
/// that they must is said by rules (`token.signature-covers-trust`, `successor.signature-covers-whole-trust`, ...), not by the
/// code. [ours]
public struct Statement<S: DomainSuite>: Hashable, Sendable {
  public typealias Context = StatementContext

  public var context: Context { if case .other(let other) = content { other.context } else { .trust } }
  public var trust: Trust<S> {
    switch content {
    case .authorisation(let trust): trust
    case .other(let other): other.trust
    }
  }
  public var wrapped: Wrapped<S>? { if case .other(let other) = content { other.wrapped } else { nil } }
  /// The bytes that are signed.
  public var signedBytes: [UInt8] {
    switch content {
    case .authorisation(let trust): trust.authorisedBytes
    case .other(let other): other.signedBytes
    }
  }
  private let content: Content

  private enum Content {
    /// What an operator says of a trust: the trust itself keeps the bytes.
    case authorisation(Trust<S>)
    case other(Other)
  }

  private final class Other: Sendable {
    let context: Context
    let trust: Trust<S>
    let wrapped: Wrapped<S>?
    let signedBytes: [UInt8]

    init(context: Context, trust: Trust<S>, wrapped: Wrapped<S>?) {
      self.context = context
      self.trust = trust
      self.wrapped = wrapped
      signedBytes = Statement.bytes(context, trust.wire, wrapped)
    }
  }

  static func bytes(_ context: Context, _ trust: [UInt8], _ wrapped: Wrapped<S>?) -> [UInt8] {
    var writer = WireWriter(capacity: trust.count + (wrapped == nil ? 24 : 256))
    writer.string(context.rawValue.utf8)
    writer.string(trust)
    if let wrapped { wrapped.encode(into: &writer, trust: nil) }
    return writer.bytes
  }

  /// What an operator says of a trust.
  public init(authorising trust: Trust<S>) { content = .authorisation(trust) }

  /// What an HSM says of a token.
  public init(issuing trust: Trust<S>, wrapped: Wrapped<S>) { self.init(context: .token, trust: trust, wrapped: wrapped) }

  init(context: Context, trust: Trust<S>, wrapped: Wrapped<S>?) {
    content =
      context == .trust && wrapped == nil
      ? .authorisation(trust) : .other(Other(context: context, trust: trust, wrapped: wrapped))
  }

  public static func == (a: Statement, b: Statement) -> Bool {
    switch (a.content, b.content) {
    case (.authorisation(let a), .authorisation(let b)): a == b
    case (.other(let a), .other(let b)): a === b || a.signedBytes == b.signedBytes
    default: false
    }
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(signedBytes) }
}
