/// The state of a domain in transit: its trust, its keys under encryption, and an HSM's signature over both (model, section 1.3).
public struct Token<S: DomainSuite>: Hashable, Sendable {
  public let trust: Trust<S>
  public let wrapped: Wrapped<S>
  public let signer: S.Identity
  /// What the signature was made on.
  public let statement: Statement<S>
  public let signature: S.Signature

  /// Any combination of parts: an adversary builds tokens too.
  public init(trust: Trust<S>, wrapped: Wrapped<S>, signer: S.Identity, statement: Statement<S>, signature: S.Signature) {
    self.trust = trust
    self.wrapped = wrapped
    self.signer = signer
    self.statement = statement
    self.signature = signature
  }
}
