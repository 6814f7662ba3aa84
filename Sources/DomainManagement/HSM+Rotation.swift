/// Rotating a key: a quorum-signed command, as moving to a successor is (docs/model.md, section 1.4).
extension HSM {
  /// The token with a new active key under the order's handle. Those before are deactivated, and the newest `kept` of them stay;
  /// nil stands for as many as there should be.
  public func rotateKey(
    _ order: RotationOrder<S>, authorisation: [RotationEndorsement<S>], in token: Token<S>, keeping kept: Int? = nil,
    draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Answer<Token<S>> {
    var keys = try open(token, policy: policy, suite: suite)
    guard let entry = keys.entry(order.handle) else { throw .impossible("the token has no key `\(order.handle)`") }
    let kept = kept ?? KeyState.keptDeactivated
    let rotation = Rotation(
      of: token.trust, order, authorisation: authorisation, activeVersion: entry.version, deactivated: entry.deactivated.count,
      kept: kept)
    try policy.demand(.rotate(rotation), suite: suite)
    keys.rotate(order.handle, to: suite.makeKey(draw: draw), keeping: kept)
    return try release(keys, under: token.trust, to: nil, draw: draw, policy: policy, suite: suite)
  }
}

extension Operator {
  /// Signs an order to rotate a key: an honest operator agrees to any, since a new key does no harm. [ours]
  public func order(_ order: RotationOrder<S>, suite: S) -> RotationEndorsement<S> {
    RotationEndorsement(signer: identity, order: order, signature: sign(order.signedBytes, suite: suite))
  }
}
