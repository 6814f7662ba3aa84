/// An HSM as a trust lists it. What operators certify is the *pair* of keys (docs/model.md, section 1.2).
public struct Member<S: DomainSuite>: Hashable, Sendable {
  public let identity: S.Identity
  public let agreementKey: S.AgreementKey

  public init(identity: S.Identity, agreementKey: S.AgreementKey) {
    self.identity = identity
    self.agreementKey = agreementKey
  }
}
