/// A module that the adversary made: it signs and opens what its owner likes. No genuine module can do either.
public struct RogueHSM<S: DomainSuite> {
  private let module: HSM<S>

  public init(draw: UInt64, suite: S) { module = HSM(draw: draw, suite: suite) }

  public var member: Member<S> { module.member }

  public func forge(trust: Trust<S>, wrapped: Wrapped<S>, suite: S) -> Token<S> { module.issue(trust, wrapped, suite: suite) }

  /// An operator of the adversary's with the module's identity.
  public func asOperator() -> Operator<S> { module.asOperator(isHonest: false) }

  /// The keys that a token gives to this module.
  public func pry(_ wrapped: Wrapped<S>, suite: S) -> KeyMap? {
    wrapped.opened(with: module.agreement, key: module.member.agreementKey, suite: suite)
  }
}
