@_spi(Judge) import DomainKeys
@_spi(Judge) import DomainManagement
import GameKit
import Primitives

/// Serving users: the host's checks, the channel, the HSM's checks, by the protocol's own code.
extension KeySecrecyGame {
  /// A request with the entities that it names.
  struct NamedRequest {
    let host: KeySecrecyHost<Base>
    /// The adversary asks.
    let isCorrupt: Bool
    let hsm: HSM<S>
    let token: Token<S>
    let handle: Handle
  }

  /// Nil if something does not exist, or has no say: no user is at a rogue host.
  func named(_ request: KeyRequest) -> NamedRequest? {
    guard isServing(request.host), let hsm = genuine(request.hsm),
      tokens.indices.contains(request.token), Self.handles.indices.contains(request.handle)
    else { return nil }
    return NamedRequest(
      host: hosts[request.host], isCorrupt: setUp.hosts[request.host].part == .corrupt, hsm: hsm, token: tokens[request.token],
      handle: Self.handles[request.handle])
  }

  /// Whether it is an honest domain that is asked: the one that set-up installed at the host or, since a corrupt host asks what
  /// it likes, the one of the token.
  mutating func isProtected(_ request: NamedRequest) -> Bool {
    request.isCorrupt ? isHonest(request.token.trust) : request.host.isProtected
  }

  /// A host checks a token. A corrupt host does not check.
  func present(_ host: Int, _ token: Int) -> KeySecrecyAnswer {
    guard isServing(host), tokens.indices.contains(token) else { return .unknown }
    guard setUp.hosts[host].part != .corrupt else { return .done }
    do throws(Refusal) {
      _ = try hosts[host].host.request(
        Self.nothing, handle: Self.handles[0], token: tokens[token], policy: rules.policy, suite: suite)
      return .done
    } catch { return refused(error) }
  }

  /// What an HSM answers to a host's request; `draw` names the nonce.
  func serve(_ request: NamedRequest, _ command: ServiceRequest<S>.Command, draw: UInt64) throws(Refusal) -> ServiceReply {
    try judgedService(request, command, draw: draw).reply
  }

  private func judgedService(
    _ request: NamedRequest, _ command: ServiceRequest<S>.Command, draw: UInt64
  ) throws(Refusal) -> (reply: ServiceReply, key: DomainKey) {
    let host = request.host.host
    // Under the identity of a corrupt host the adversary asks, and checks nothing.
    let asked =
      request.isCorrupt
      ? ServiceRequest(requester: host.identity, token: request.token, handle: request.handle, command: command)
      : try host.request(command, handle: request.handle, token: request.token, policy: rules.policy, suite: suite)
    let (answer, key) = try request.hsm.judgedService(asked, draw: draw, policy: rules.policy, suite: suite)
    return (answer.message, key)
  }

  /// The instance and the bytes of the key that serves a request.
  mutating func keyInstance(of request: NamedRequest) throws(Refusal) -> (instance: UInt64, key: Bytes) {
    let (instance, key) = S.parts(try judgedService(request, Self.nothing, draw: 0).key.secret)
    return (instance, givenOut(instance, key))
  }

  private static var nothing: ServiceRequest<S>.Command { .encrypt(message: [], associatedData: []) }

  /// A key as whoever keeps the keys of honest domains by number needs it.
  enum KeyReference {
    /// The number of a tested instance.
    case protected(Int)
    /// A dishonest domain's key, which is nobody's secret.
    case known(Bytes)
  }

  /// What `test` would be about where it is allowed, and what `corrupt` would answer elsewhere.
  mutating func reference(_ request: NamedRequest) throws(Refusal) -> KeyReference {
    own()
    let isProtected = isProtected(request)
    let (instance, key) = try keyInstance(of: request)
    return isProtected ? .protected(number(ofTested: instance)) : .known(key)
  }
}
