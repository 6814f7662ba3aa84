@_spi(Judge) import DomainManagement
import Policy

/// Hosts that ask HSMs for something, and the judge who sees what.
extension World {
  mutating func serve(
    _ name: String, _ hsm: String, _ tokenName: String, _ key: Command.KeySketch, _ command: ServiceRequest<S>.Command,
    _ notes: inout [String]
  ) throws(Refusal) -> ServiceReply {
    let (host, module, token) = (try host(name), try genuine(hsm), try token(tokenName))
    let handle = Handle(key.handle)
    let customerKey = try key.keyToken.map { (name) throws(Refusal) in try keyToken(name) }
    let request: ServiceRequest<S>
    if natures[name] == .rogue {
      request = ServiceRequest(
        requester: host.identity, token: token, handle: handle, version: key.version, customerKey: customerKey, command: command)
    } else {
      request = try host.request(
        command, handle: handle, version: key.version, customerKey: customerKey, token: token, policy: policy, suite: suite)
    }
    let (answer, used) = try module.judgedService(request, draw: next(), policy: policy, suite: suite)
    let reply = answer.message
    let keys = module.inspect(token.wrapped, suite: suite)
    if let keys { monitor.used(keys, giving: keys, under: token.trust) }
    if natures[name] == .rogue {
      if case .message(let message) = reply { monitor.disclosed(message) }
    } else if let current = host.current, let root = host.root {
      judge(request, reply, used, keys, current: current, root: root, by: module.member)
    }
    return reply
  }

  /// - Parameter used: the domain key that served; `keys` are those of the token.
  private mutating func judge(
    _ request: ServiceRequest<S>, _ reply: ServiceReply, _ used: DomainKey, _ keys: KeyMap?, current: Trust<S>, root: Trust<S>,
    by member: Member<S>
  ) {
    let (token, handle) = (request.token, request.handle)
    switch (request.command, reply) {
    case (.encrypt(let message, _), _):
      let customerKey = request.customerKey?.inspected(under: used, suite: suite)
      monitor.encrypted(message, under: customerKey ?? used, token: token, current: current, root: root, by: member)
      if customerKey != nil { monitor.opened(keys?.state(of: used, under: handle), root: root) }
    case (.decrypt, .message(let message)):
      monitor.decrypted(message, token: token, current: current, root: root, by: member)
      monitor.opened(keys?.state(of: used, under: handle), root: root)
    case (.createKey, .keyToken(let made)):
      guard let customerKey = made.inspected(under: used, suite: suite) else { return }
      monitor.wrapped(customerKey, under: used, token: token, current: current, root: root, by: member)
    case (.rewrap(let old), .keyToken(let made)):
      guard let customerKey = made.inspected(under: used, suite: suite) else { return }
      monitor.wrapped(customerKey, under: used, token: token, current: current, root: root, by: member)
      let opener = keys?.versions(of: handle).first { $0.version == old.version }?.key
      monitor.opened(opener.flatMap { keys?.state(of: $0, under: handle) }, root: root)
    default: break
    }
  }
}
