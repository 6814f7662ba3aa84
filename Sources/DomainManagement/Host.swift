public import DomainKeys

/// Keeps the current trust of its domain, lets it change by the rules only, and sends users' requests to HSMs (docs/model.md,
/// section 1.1).
public struct Host<S: DomainSuite> {
  public let identity: S.Identity
  /// The founding trust that set-up installed.
  public private(set) var root: Trust<S>?
  /// The trust in force.
  public private(set) var current: Trust<S>?

  public init(draw: UInt64, suite: S) { identity = suite.makeIdentity(draw: draw).identity }

  /// Set-up installs the founding trust; whether it is honest decides whether the host's domain is protected.
  public mutating func install(_ founding: Trust<S>, policy: some DomainPolicy<S>, suite: S) throws(Refusal) {
    try policy.demand(.install(founding, over: root), suite: suite)
    root = founding
    current = founding
  }

  /// Moves to the last trust of `path`.
  public mutating func advance(along path: [Link<S>], policy: some DomainPolicy<S>, suite: S) throws(Refusal) {
    guard let current, let successor = path.last?.trust else { throw .impossible("there is no trust to move from or to") }
    try policy.demand(.advance(current, path: path), suite: suite)
    self.current = successor
  }

  /// A request to an HSM on `token`, for a user of this host.
  public func request(
    _ command: ServiceRequest<S>.Command, handle: Handle, version: Int? = nil, customerKey: ExportedKeyToken? = nil,
    token: Token<S>, policy: some DomainPolicy<S>, suite: S
  ) throws(Refusal) -> ServiceRequest<S> {
    guard let current else { throw .impossible("the host has no trust installed") }
    try policy.demand(.present(token, current: current), suite: suite)
    return ServiceRequest(
      requester: identity, token: token, handle: handle, version: version, customerKey: customerKey, command: command)
  }

  /// Puts a host into a state that a search reached by another way than walking there again.
  package mutating func stand(at current: Trust<S>, root: Trust<S>) {
    self.current = current
    self.root = root
  }
}
