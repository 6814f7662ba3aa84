public import GameKit
public import Games
public import KeySecrecyAdversaries
public import Primitives

extension Oracle where Query == EncryptionServiceQuery, Answer == EncryptionServiceAnswer {
  /// The adversary's interface.
  public mutating func network(_ query: KeySecrecyQuery) throws(Forfeit) -> KeySecrecyAnswer {
    if case .network(let answer) = try ask(.network(query)) { answer } else { .unknown }
  }

  public mutating func newHost(isCorrupt: Bool = false) throws(Forfeit) -> Int? {
    guard case .host(let number, identity: _) = try network(isCorrupt ? .newCorruptHost : .newHost) else { return nil }
    return number
  }

  /// An honest domain: two honest operators, an HSM, and a host with its founding trust installed; more hosts are listed as they
  /// are.
  public mutating func honestDomain(listing others: [Int] = []) throws(Forfeit) -> Domain? {
    try NetworkOracle.on(&self) { (network: inout NetworkOracle<Self>) throws(Forfeit) -> Domain? in
      let population = DomainSize(operators: 2, hsms: 1, quorum: 2, keys: 0)
      guard var domain = try network.populate(population, dishonest: 0) else { return nil }
      domain.sketch.hosts += others
      return try network.found(&domain, keys: 0) ? domain : nil
    }
  }

  /// A dishonest domain: the adversary's own operator, and an HSM of its own beside a genuine one.
  public mutating func dishonestDomain(hsm: Int) throws(Forfeit) -> (domain: Domain, rogue: Int)? {
    try NetworkOracle.on(&self) { (network: inout NetworkOracle<Self>) throws(Forfeit) -> (domain: Domain, rogue: Int)? in
      guard let maker = try network.rogueOperator()?.number, let rogue = try network.rogueHSM(), let host = try network.newHost()
      else { return nil }
      var domain = Domain()
      (domain.operators, domain.dishonest, domain.hsms, domain.host) = ([maker], 1, [hsm], host)
      domain.sketch = TrustSketch(operators: [maker], hsms: [hsm, rogue], hosts: [host], quorum: 1)
      return try network.found(&domain, keys: 0) ? (domain, rogue) : nil
    }
  }

  /// The domain after its operators have replaced its trust by one that lists the same.
  public mutating func succeed(_ domain: Domain) throws(Forfeit) -> Domain? {
    try NetworkOracle.on(&self) { (network: inout NetworkOracle<Self>) throws(Forfeit) -> Domain? in
      var next = domain
      next.sketch = domain.successor
      guard let (trust, _) = try network.write(next.sketch) else { return nil }
      next.trust = trust
      let path = [LinkReference(trust, by: try network.authorise(trust, by: domain.operators.suffix(domain.sketch.quorum)))]
      guard let token = try network.token(.update(hsm: domain.hsms[0], token: domain.token, path: path)),
        case .done = try network.ask(.advance(host: domain.host, path: path))
      else { return nil }
      next.token = token
      return next
    }
  }

  /// A user adds a key.
  public mutating func add(_ handle: Int, to domain: inout Domain) throws(Forfeit) -> Bool {
    guard case .network(.token(let token)) = try ask(.new(domain.request(handle))) else { return false }
    domain.token = token
    return true
  }

  public mutating func encrypt(_ message: Bytes, data: Bytes, _ request: KeyRequest) throws(Forfeit) -> Bytes? {
    guard case .ciphertext(let ciphertext) = try ask(.encrypt(request, message, data: data)) else { return nil }
    return ciphertext
  }

  public mutating func decrypt(_ ciphertext: Bytes, data: Bytes, _ request: KeyRequest) throws(Forfeit) -> Bytes? {
    guard case .message(let message) = try ask(.decrypt(request, ciphertext, data: data)) else { return nil }
    return message
  }
}
