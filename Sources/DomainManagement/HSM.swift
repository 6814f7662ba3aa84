public import DomainKeys

/// A hardware security module: two key pairs and nothing else. Every operation takes its state in a token and gives it back in
/// one.
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

  /// The same key pair as an operator: one identity may be registered as both, which `successor.context-separated` is there for.
  public func asOperator(isHonest: Bool) -> Operator<S> {
    Operator(isHonest: isHonest, secret: signing, identity: member.identity)
  }

  /// What the judge of an experiment reads in a token. No participant calls this: it takes an explicit `@_spi(Judge)` import.
  @_spi(Judge) public func inspect(_ wrapped: Wrapped<S>, suite: S) -> KeyMap? {
    wrapped.opened(with: agreement, key: member.agreementKey, suite: suite)
  }
}
