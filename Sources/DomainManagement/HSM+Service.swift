public import DomainKeys

/// Serving a host over the ideal channel, which tells the HSM who asks (docs/model.md, sections 1.1 and 1.4).
extension HSM {
  public func serve(
    _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> Answer<ServiceReply> {
    try judgedService(request, draw: draw, policy: policy, suite: suite).answer
  }

  /// The answer, and beside it the key that served: what the judge of an experiment reads.
  @_spi(Judge) public func judgedService(
    _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> (answer: Answer<ServiceReply>, key: DomainKey) {
    let keys = try open(request.token, policy: policy, suite: suite)
    try policy.demand(.serve(request.token.trust, requester: request.requester), suite: suite)
    guard let entry = keys.entry(request.handle) else { throw .impossible("the token has no key `\(request.handle)`") }
    let (reply, key) = try apply(entry, request, draw: draw, policy: policy, suite: suite)
    return (try release(reply, holding: keys.keys, policy: policy, suite: suite), key)
  }

  /// To decrypt without asking for a version, active and deactivated keys are tried, newest first.
  private func apply(
    _ entry: KeyMap.Entry, _ request: ServiceRequest<S>, draw: UInt64, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> (ServiceReply, DomainKey) {
    var versions = [request.version ?? entry.version]
    if request.version == nil, case .decrypt = request.command {
      versions = entry.versions.filter { entry.state($0) != .dropped }
    }
    for version in versions {
      guard let key = entry.key(version) else {
        throw .impossible("the token has no version \(version) of the key `\(request.handle)`")
      }
      if entry.version > 1 || request.version != nil {
        try policy.demand(.useKey(entry.state(version), for: request.command), suite: suite)
      }
      switch request.command {
      case .encrypt(let message, let associatedData):
        guard let ciphertext = suite.seal(message, key: key, associatedData: associatedData, draw: draw) else {
          throw .impossible("the key is none of this suite")
        }
        return (.ciphertext(ciphertext), key)
      case .decrypt(let ciphertext, let associatedData):
        if let message = suite.open(ciphertext, key: key, associatedData: associatedData) {
          return (.message(message), key)
        }
      }
    }
    throw .impossible("the ciphertext is not authentic under this key")
  }
}

/// What an HSM answers to a host.
public enum ServiceReply: WireMessage, Hashable, Sendable {
  case ciphertext([UInt8])
  case message([UInt8])

  public var wire: [UInt8] {
    switch self {
    case .ciphertext(let bytes), .message(let bytes): bytes
    }
  }
}
