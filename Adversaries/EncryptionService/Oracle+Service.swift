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

  public mutating func honestDomain(listing others: [Int] = []) throws(Forfeit) -> Domain? {
    try onNetwork { network throws(Forfeit) in try network.honestDomain(listing: others) }
  }

  public mutating func dishonestDomain(hsm: Int) throws(Forfeit) -> (domain: Domain, rogue: Int)? {
    try onNetwork { network throws(Forfeit) in try network.dishonestDomain(hsm: hsm) }
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

/// What users do, for an environment.
extension Oracle where Query == UserQuery, Answer == EncryptionServiceAnswer {
  mutating func add(_ handle: Int, to domain: inout Domain) throws(Forfeit) -> Bool {
    guard case .network(.token(let token)) = try ask(.new(domain.request(handle))) else { return false }
    domain.token = token
    return true
  }

  /// What the first key of a domain opens a ciphertext to.
  mutating func opens(_ ciphertext: Bytes, _ data: Bytes, _ domain: Domain) throws(Forfeit) -> EncryptionServiceAnswer {
    try ask(.decrypt(domain.request(0), ciphertext, data: data))
  }
}

extension EncryptionServiceAnswer {
  var isMessage: Bool { if case .message = self { true } else { false } }
}
