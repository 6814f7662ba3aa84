/// Who certifies trusts. An honest one asks the policy first; the adversary chooses what a dishonest one signs (docs/model.md,
/// section 1.1).
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

  /// The same operator in the adversary's hands.
  public var corrupted: Operator { Operator(isHonest: false, secret: secret, identity: identity) }

  /// Signs `trust` if the rules for operators allow it; a dishonest operator has no rules.
  public func authorise(
    _ trust: Trust<S>, registry: Registry<S>, globalQuorum: QuorumRules, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Endorsement<S> {
    switch reply(to: trust, registry: registry, globalQuorum: globalQuorum, policy: policy, suite: suite) {
    case .endorsed(let endorsement): return endorsement
    case .denied(let denial): throw Refusal(denial)
    }
  }

  /// What the adversary has a dishonest operator sign, be it a statement on a token; an honest one signs trusts only.
  public func sign(_ statement: Statement<S>, suite: S) -> Endorsement<S>? {
    isHonest
      ? nil : Endorsement(signer: identity, statement: statement, signature: suite.sign(statement.signedBytes, with: secret))
  }

  func sign(_ message: [UInt8], suite: S) -> S.Signature { suite.sign(message, with: secret) }

  /// What an operator says when it is asked to sign.
  public enum Reply {
    case endorsed(Endorsement<S>)
    case denied(Decision.Denial)
  }

  /// As `authorise`, for those who ask often and seldom read why not.
  public func reply(
    to trust: Trust<S>, registry: Registry<S>, globalQuorum: QuorumRules, policy: some DomainPolicy<S>, suite: S
  ) -> Reply {
    if isHonest,
      let denial = policy.decide(.authorise(trust, registry: registry, globalQuorum: globalQuorum), suite: suite).denial
    {
      return .denied(denial)
    }
    let statement = Statement(authorising: trust)
    return .endorsed(
      Endorsement(signer: identity, statement: statement, signature: suite.sign(statement.signedBytes, with: secret)))
  }
}

/// Where the global quorum is one number.
extension Operator {
  public func authorise(
    _ trust: Trust<S>, registry: Registry<S>, globalQuorum: Int, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Endorsement<S> {
    try authorise(trust, registry: registry, globalQuorum: QuorumRules(globalQuorum), policy: policy, suite: suite)
  }

  public func reply(to trust: Trust<S>, registry: Registry<S>, globalQuorum: Int, policy: some DomainPolicy<S>, suite: S) -> Reply
  {
    reply(to: trust, registry: registry, globalQuorum: QuorumRules(globalQuorum), policy: policy, suite: suite)
  }
}
