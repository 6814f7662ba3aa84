public import DomainKeys

/// Managing a domain: found, add a key, move to a successor (docs/model.md, section 1.4).
///
/// `recipients` is what an untrusted coordinator asks the keys to be wrapped for; nil stands for the HSMs of the trust. `draw`
/// names the coins of the operation.
extension HSM {
  /// A token with an empty key map for the founding trust of `founding`.
  public func found(
    _ founding: Link<S>, recipients: [S.AgreementKey]? = nil, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Answer<Token<S>> {
    try policy.demand(.found(founding, by: member), suite: suite)
    return try release(KeyMap(), under: founding.trust, to: recipients, draw: draw, policy: policy, suite: suite)
  }

  /// The token with a fresh key under `handle`.
  public func addKey(
    _ handle: Handle, to token: Token<S>, recipients: [S.AgreementKey]? = nil, draw: UInt64, policy: some DomainPolicy<S>,
    suite: S
  ) throws(Refusal) -> Answer<Token<S>> {
    var keys = try open(token, policy: policy, suite: suite)
    try policy.demand(.addKey(handle, taken: keys.handles), suite: suite)
    keys.set(suite.makeKey(draw: draw), for: handle)
    return try release(keys, under: token.trust, to: recipients, draw: draw, policy: policy, suite: suite)
  }

  /// The same keys under the last trust of `path`, which may skip versions.
  public func update(
    _ token: Token<S>, along path: [Link<S>], recipients: [S.AgreementKey]? = nil, draw: UInt64, policy: some DomainPolicy<S>,
    suite: S
  ) throws(Refusal) -> Answer<Token<S>> {
    guard let successor = path.last?.trust else { throw .impossible("there is no trust to move to") }
    let keys = try open(token, policy: policy, suite: suite)
    try policy.demand(.succeed(token.trust, path: path), suite: suite)
    return try release(keys, under: successor, to: recipients, draw: draw, policy: policy, suite: suite)
  }

  /// The keys of a token that the policy lets this HSM use.
  func open(_ token: Token<S>, policy: some DomainPolicy<S>, suite: S) throws(Refusal) -> KeyMap {
    try policy.demand(.use(token, by: member), suite: suite)
    guard let keys = token.wrapped.opened(with: agreement, key: member.agreementKey, suite: suite) else {
      throw .impossible("no share of the wrapped keys opens with this HSM's agreement key under the tag it claims")
    }
    return keys
  }

  func release(
    _ keys: KeyMap, under trust: Trust<S>, to recipients: [S.AgreementKey]?, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Answer<Token<S>> {
    let recipients = recipients?.ascending() ?? trust.agreementKeys
    try policy.demand(.wrap(trust, recipients: recipients), suite: suite)
    guard let wrapped: Wrapped<S> = keys.wrapped(to: recipients, tag: trust.fingerprint, draw: draw, suite: suite) else {
      throw .impossible("the agreement key of an HSM in the trust is none")
    }
    return try release(issue(trust, wrapped, suite: suite), holding: keys.keys, policy: policy, suite: suite)
  }

  /// The only way out of an HSM.
  func release<M: WireMessage>(_ message: M, holding keys: [DomainKey], policy: some DomainPolicy<S>, suite: S) throws(Refusal)
    -> Answer<M>
  {
    if !keys.isEmpty { try policy.demand(.release(.init(message: message.wire, keys: keys)), suite: suite) }
    return Answer(message)
  }
}
