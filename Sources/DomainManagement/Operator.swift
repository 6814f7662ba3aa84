/// Who certifies trusts. An honest one asks the policy first; the adversary chooses what a dishonest one signs (model, section 1.1).
public struct Operator<S: DomainSuite> {
  public let identity: S.Identity
  public let isHonest: Bool
  private let secret: S.SigningKey

  public init(isHonest: Bool, draw: UInt64, suite: S) {
    (secret, identity) = suite.makeIdentity(draw: draw)
    self.isHonest = isHonest
  }

  /// An operator with a given key pair: one that shares its identity with an HSM, for example.
  public init(isHonest: Bool, secret: S.SigningKey, identity: S.Identity) {
    self.secret = secret
    self.identity = identity
    self.isHonest = isHonest
  }

  /// Signs `trust` if the rules for operators allow it; a dishonest operator has no rules.
  public func authorise(
    _ trust: Trust<S>, registry: Registry<S>, globalQuorum: Int, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Endorsement<S> {
    if isHonest { try policy.demand(.authorise(trust, registry: registry, globalQuorum: globalQuorum), suite: suite) }
    let statement = Statement(authorising: trust)
    return Endorsement(signer: identity, statement: statement, signature: suite.sign(statement.signedBytes, with: secret))
  }
}
