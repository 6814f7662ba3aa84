/// A hardware security module: two key pairs and nothing else. Every operation takes its state in a token and gives it back in one.
public struct HSM<S: DomainSuite> {
  /// The public pair that a trust lists.
  public let member: Member<S>
  let signing: S.SigningKey
  let agreement: S.AgreementSecret

  public init(draw: UInt64, suite: S) {
    let pair = suite.makeIdentity(draw: draw)
    let agreement = suite.makeAgreement(draw: draw)
    member = Member(identity: pair.identity, agreementKey: agreement.key)
    signing = pair.secret
    self.agreement = agreement.secret
  }

  func issue(_ trust: Trust<S>, _ wrapped: Wrapped<S>, suite: S) -> Token<S> {
    let statement = Statement(issuing: trust, wrapped: wrapped)
    let signature = suite.sign(statement.signedBytes, with: signing)
    return Token(trust: trust, wrapped: wrapped, signer: member.identity, statement: statement, signature: signature)
  }
}
