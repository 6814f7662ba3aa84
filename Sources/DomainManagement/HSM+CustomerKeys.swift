import DomainKeys

/// Customer keys, which leave HSMs in exported key tokens only: to draw one, to wrap it anew, to encrypt and decrypt with it.
/// Nobody but whoever stores the tokens has them wrapped anew before their domain key is dropped. [ours: a host asks for it]
extension HSM {
  func applyCustomerKey(
    _ entry: KeyMap.Entry, _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Service {
    switch request.command {
    case .createKey:
      let customerKey = suite.makeKey(draw: draw)
      let (token, key) = try wrap(customerKey, entry, request, draw: draw, policy: policy, suite: suite)
      return (.keyToken(token), key, customerKey)
    case .rewrap(let old):
      let (customerKey, _) = try unwrap(old, entry, policy: policy, suite: suite)
      let (token, key) = try wrap(customerKey, entry, request, draw: draw, policy: policy, suite: suite)
      return (.keyToken(token), key, customerKey)
    case .encrypt, .decrypt:
      guard let token = request.customerKey else { throw .impossible("there is no customer key") }
      let (customerKey, key) = try unwrap(token, entry, policy: policy, suite: suite)
      guard let reply = try apply(request.command, customerKey, draw: draw, suite: suite) else {
        throw .impossible("the ciphertext is not authentic under this customer key")
      }
      return (reply, key, customerKey)
    }
  }

  /// Under the version that is asked for, which should be the active one.
  private func wrap(
    _ customerKey: DomainKey, _ entry: KeyMap.Entry, _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>,
    suite: S
  ) throws(Refusal) -> (token: ExportedKeyToken, key: DomainKey) {
    let version = request.version ?? entry.version
    let key = try self.key(version, of: entry)
    try policy.demand(.useKey(entry.state(version), for: .wrap), suite: suite)
    guard let token = ExportedKeyToken(customerKey, under: key, version: version, draw: draw, suite: suite) else {
      throw .impossible("the key is none of this suite")
    }
    return (token, key)
  }

  private func unwrap(
    _ token: ExportedKeyToken, _ entry: KeyMap.Entry, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> (customerKey: DomainKey, key: DomainKey) {
    let key = try self.key(token.version, of: entry)
    try policy.demand(.useKey(entry.state(token.version), for: .unwrap), suite: suite)
    guard let customerKey = token.opened(under: key, suite: suite) else {
      throw .impossible("the key token is not authentic under this key")
    }
    return (customerKey, key)
  }
}

extension ServiceRequest {
  var isOfCustomerKey: Bool {
    switch command {
    case .createKey, .rewrap: true
    case .encrypt, .decrypt: customerKey != nil
    }
  }
}
