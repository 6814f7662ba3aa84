public import DomainKeys

/// Serving a host over the ideal channel, which tells the HSM who asks (docs/model.md, sections 1.1 and 1.4).
extension HSM {
  public func serve(
    _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Answer<ServiceReply> {
    try judgedService(request, draw: draw, policy: policy, suite: suite).answer
  }

  /// The answer, and beside it the domain key that served: what the judge of an experiment reads.
  @_spi(Judge) public func judgedService(
    _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> (answer: Answer<ServiceReply>, key: DomainKey) {
    let keys = try open(request.token, policy: policy, suite: suite)
    try policy.demand(.serve(request.token.trust, requester: request.requester), suite: suite)
    guard let entry = keys.entry(request.handle) else { throw .impossible("the token has no key `\(request.handle)`") }
    let (reply, key, customerKey) =
      request.isOfCustomerKey
      ? try applyCustomerKey(entry, request, draw: draw, policy: policy, suite: suite)
      : try apply(entry, request, draw: draw, policy: policy, suite: suite)
    let held = customerKey.map { keys.keys + [$0] } ?? keys.keys
    return (try release(reply, holding: held, policy: policy, suite: suite), key)
  }

  /// What served: a domain key, and a customer key if there is one.
  typealias Service = (reply: ServiceReply, key: DomainKey, customerKey: DomainKey?)

  /// To decrypt without asking for a version, active and deactivated keys are tried, newest first.
  private func apply(
    _ entry: KeyMap.Entry, _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Service {
    let use = KeyUse(of: request.command)
    var versions = [request.version ?? entry.version]
    if request.version == nil, !use.encrypts { versions = entry.versions.filter { entry.state($0) != .dropped } }
    for version in versions {
      let key = try self.key(version, of: entry)
      if entry.version > 1 || request.version != nil || use.confuses {
        try policy.demand(.useKey(entry.state(version), for: use), suite: suite)
      }
      if let reply = try apply(request.command, key, draw: draw, suite: suite) { return (reply, key, nil) }
    }
    throw .impossible("the ciphertext is not authentic under this key")
  }

  /// Encrypts or decrypts with a key, whoever's it is; nil for a ciphertext that is not authentic under it.
  func apply(
    _ command: ServiceRequest<S>.Command, _ key: DomainKey, draw: UInt64, suite: S
  ) throws(Refusal) -> ServiceReply? {
    switch command {
    case .encrypt(let message, let associatedData):
      guard let ciphertext = suite.seal(message, key: key, associatedData: associatedData, draw: draw) else {
        throw .impossible("the key is none of this suite")
      }
      return .ciphertext(ciphertext)
    case .decrypt(let ciphertext, let associatedData):
      return suite.open(ciphertext, key: key, associatedData: associatedData).map { .message($0) }
    case .createKey, .rewrap: return nil
    }
  }

  func key(_ version: Int, of entry: KeyMap.Entry) throws(Refusal) -> DomainKey {
    guard let key = entry.key(version) else {
      throw .impossible("the token has no version \(version) of the key `\(entry.handle)`")
    }
    return key
  }
}

/// What an HSM answers to a host.
public enum ServiceReply: WireMessage, Hashable, Sendable {
  case ciphertext([UInt8])
  case message([UInt8])
  case keyToken(ExportedKeyToken)

  public var wire: [UInt8] {
    switch self {
    case .ciphertext(let bytes), .message(let bytes): bytes
    case .keyToken(let token): token.ciphertext
    }
  }
}
