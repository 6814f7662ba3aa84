import GameKit
import Games
import Primitives

/// A domain that was set up by lawful queries, and its latest token.
struct ServiceDomain {
  let operators: [Int]
  let hsms: [Int]
  let hosts: [Int]
  let trust: Int
  let sketch: TrustSketch
  var token: Int

  /// A use of the key under `handle`.
  func request(_ handle: Int, host: Int? = nil) -> KeyRequest {
    KeyRequest(host: host ?? hosts[0], hsm: hsms[0], token: token, handle: handle)
  }
}

extension Oracle where Query == EncryptionServiceQuery, Answer == EncryptionServiceAnswer {
  /// The adversary's interface.
  mutating func network(_ query: KeySecrecyQuery) throws(Forfeit) -> KeySecrecyAnswer {
    if case .network(let answer) = try ask(.network(query)) { answer } else { .unknown }
  }

  mutating func newHost(isCorrupt: Bool = false) throws(Forfeit) -> Int? {
    guard case .host(let number, identity: _) = try network(isCorrupt ? .newCorruptHost : .newHost) else { return nil }
    return number
  }

  mutating func token(_ query: KeySecrecyQuery) throws(Forfeit) -> Int? {
    guard case .token(let number) = try network(query) else { return nil }
    return number
  }

  /// An honest domain: two honest operators, an HSM, and a host with its founding trust installed; more hosts are listed as they are.
  mutating func honestDomain(listing others: [Int] = []) throws(Forfeit) -> ServiceDomain? {
    var operators: [Int] = []
    for _ in 0..<2 { if case .operator(let number, identity: _) = try network(.newOperator(isHonest: true)) { operators.append(number) } }
    guard case .hsm(let hsm, identity: _, agreementKey: _) = try network(.newHSM), let host = try newHost() else { return nil }
    return try found(operators, by: hsm, TrustSketch(operators: operators, hsms: [hsm], hosts: [host] + others, quorum: 2))
  }

  /// A dishonest domain: the adversary's own operator, and an HSM of its own beside a genuine one.
  mutating func dishonestDomain(hsm: Int) throws(Forfeit) -> (domain: ServiceDomain, rogue: Int)? {
    guard case .operator(let maker, identity: _) = try network(.rogue(.operator)), case .hsm(let rogue, identity: _, agreementKey: _) = try network(.rogue(.hsm)),
      let host = try newHost(),
      let domain = try found([maker], by: hsm, TrustSketch(operators: [maker], hsms: [hsm, rogue], hosts: [host], quorum: 1))
    else { return nil }
    return (domain, rogue)
  }

  private mutating func found(_ operators: [Int], by hsm: Int, _ sketch: TrustSketch) throws(Forfeit) -> ServiceDomain? {
    guard case .trust(let trust, fingerprint: _) = try network(.trust(sketch)) else { return nil }
    var endorsements: [Int] = []
    for maker in operators {
      if case .endorsement(let number) = try network(.authorise(operator: maker, trust: trust)) { endorsements.append(number) }
    }
    guard let token = try token(.found(hsm: hsm, trust: trust, endorsements: endorsements)),
      case .done = try network(.install(host: sketch.hosts[0], trust: trust))
    else { return nil }
    return ServiceDomain(operators: operators, hsms: [hsm], hosts: sketch.hosts, trust: trust, sketch: sketch, token: token)
  }

  /// A user adds a key.
  mutating func add(_ handle: Int, to domain: inout ServiceDomain) throws(Forfeit) -> Bool {
    guard case .network(.token(let token)) = try ask(.new(domain.request(handle))) else { return false }
    domain.token = token
    return true
  }

  mutating func encrypt(_ message: Bytes, data: Bytes, _ request: KeyRequest) throws(Forfeit) -> Bytes? {
    guard case .ciphertext(let ciphertext) = try ask(.encrypt(request, message, data: data)) else { return nil }
    return ciphertext
  }

  mutating func decrypt(_ ciphertext: Bytes, data: Bytes, _ request: KeyRequest) throws(Forfeit) -> Bytes? {
    guard case .message(let message) = try ask(.decrypt(request, ciphertext, data: data)) else { return nil }
    return message
  }
}
