/// One entry of an authorisation: an identity, what it is said to have signed, and the signature.
///
/// An authorisation is a *list*: that signers are counted once is a rule (`successor.quorum-distinct`).
public struct Endorsement<S: DomainSuite>: Hashable, Sendable {
  public let signer: S.Identity
  public let statement: Statement<S>
  public let signature: S.Signature

  public init(signer: S.Identity, statement: Statement<S>, signature: S.Signature) {
    self.signer = signer
    self.statement = statement
    self.signature = signature
  }
}
