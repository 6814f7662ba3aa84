/// The state of a domain in transit: the trust, the domain keys under multi-recipient encryption, and an HSM's signature over
/// both (docs/model.md, section 1.3).
public struct Token<S: DomainSuite>: Sendable {
  public var trust: Trust<S> { storage.trust }
  public var wrapped: Wrapped<S> { Wrapped(tag: storage.tag, shares: storage.shares) }
  public var signer: S.Identity { storage.signer }
  /// What the signature was made on.
  public var statement: Statement<S> { storage.statement }
  public var signature: S.Signature { storage.signature }
  private let storage: Storage

  /// Shared, so that passing a token along costs one reference. The wrapped keys are in parts: their type as a whole would be
  /// looked up when they are destroyed.
  private final class Storage: Sendable {
    let trust: Trust<S>
    let tag: S.Digest
    let shares: [Wrapped<S>.Share]
    let signer: S.Identity
    let statement: Statement<S>
    let signature: S.Signature

    init(trust: Trust<S>, wrapped: Wrapped<S>, signer: S.Identity, statement: Statement<S>, signature: S.Signature) {
      self.trust = trust
      (tag, shares) = (wrapped.tag, wrapped.shares)
      self.signer = signer
      self.statement = statement
      self.signature = signature
    }
  }

  /// Any combination of parts: an adversary builds tokens too.
  public init(trust: Trust<S>, wrapped: Wrapped<S>, signer: S.Identity, statement: Statement<S>, signature: S.Signature) {
    storage = Storage(trust: trust, wrapped: wrapped, signer: signer, statement: statement, signature: signature)
  }
}

extension Token: Hashable {
  public static func == (a: Token, b: Token) -> Bool {
    a.storage === b.storage
      || a.trust == b.trust && a.signer == b.signer && a.signature == b.signature && a.wrapped == b.wrapped
        && a.statement == b.statement
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(trust)
    hasher.combine(wrapped)
    hasher.combine(signer)
    hasher.combine(signature)
  }
}
