/// What a signature says: a context, a trust and, on a token, the wrapped keys. The signed bytes are their injective concatenation.
///
/// A signature travels with the statement it was made on. In the intact protocol the two always match what they are attached to; that they
/// must is said by rules (`token.signature-covers-trust`, `successor.signature-covers-whole-trust`, ...), not by the code. [ours]
public struct Statement<S: DomainSuite>: Hashable, Sendable {
  public typealias Context = StatementContext

  public var context: Context { storage.context }
  public var trust: Trust<S> { storage.trust }
  public var wrapped: Wrapped<S>? { storage.wrapped }
  /// The bytes that are signed.
  public var signedBytes: [UInt8] { storage.signedBytes }
  private let storage: Storage

  private final class Storage: Sendable {
    let context: Context
    let trust: Trust<S>
    let wrapped: Wrapped<S>?
    let signedBytes: [UInt8]

    init(context: Context, trust: Trust<S>, wrapped: Wrapped<S>?) {
      self.context = context
      self.trust = trust
      self.wrapped = wrapped
      var writer = WireWriter(capacity: trust.wire.count + 64)
      writer.string(context.rawValue.utf8)
      writer.string(trust.wire)
      if let wrapped { wrapped.encode(into: &writer, trust: nil) }
      signedBytes = writer.bytes
    }
  }

  /// What an operator says of a trust.
  public init(authorising trust: Trust<S>) { self.init(context: .trust, trust: trust, wrapped: nil) }

  /// What an HSM says of a token.
  public init(issuing trust: Trust<S>, wrapped: Wrapped<S>) { self.init(context: .token, trust: trust, wrapped: wrapped) }

  init(context: Context, trust: Trust<S>, wrapped: Wrapped<S>?) {
    storage = Storage(context: context, trust: trust, wrapped: wrapped)
  }

  public static func == (a: Statement, b: Statement) -> Bool { a.storage === b.storage || a.signedBytes == b.signedBytes }
  public func hash(into hasher: inout Hasher) { hasher.combine(signedBytes) }
}
