public import GameKit
public import Games
public import Primitives

/// A domain as an adversary sets it up before it attacks: all by the rules.
public struct Domain: Sendable {
  public var operators: [Int] = []
  public var identities: [Bytes] = []
  /// How many of the operators are dishonest: the first ones.
  public var dishonest = 0
  public var hsms: [Int] = []
  public var agreementKeys: [Bytes] = []
  public var host = 0
  public var sketch = TrustSketch(operators: [], hsms: [], quorum: 0)
  public var trust = 0
  /// The current token; it holds `keys` keys under the handles 0 ..< keys.
  public var token = 0

  public init() {}

  /// The request for a key, by the domain's host or another one.
  public func request(_ handle: Int = 0, host other: Int? = nil) -> KeyRequest {
    KeyRequest(host: other ?? host, hsm: hsms[0], token: token, handle: handle)
  }
}

/// How many of everybody, and of keys, an adversary wants in the domain that it sets up.
public struct DomainSize: Hashable, Sendable {
  /// All genuine operators; as many of them are dishonest as the quorum assumption allows.
  public var operators: Int
  public var hsms: Int
  /// The global n, which is the domain's quorum, too.
  public var quorum: Int
  public var keys: Int

  public init(operators: Int = 3, hsms: Int = 2, quorum: Int = 2, keys: Int = 2) {
    (self.operators, self.hsms, self.quorum, self.keys) = (operators, hsms, quorum, keys)
  }
}

extension Oracle where Query == KeySecrecyQuery, Answer == KeySecrecyAnswer {
  /// Makes the entities. A genuine entity that is refused for a key collision is missing.
  public mutating func populate(_ population: DomainSize, dishonest: Int? = nil) throws(Forfeit) -> Domain? {
    var domain = Domain()
    domain.dishonest = min(dishonest ?? population.quorum - 1, population.operators)
    for index in 0..<population.operators {
      guard let (number, identity) = try newOperator(honest: index >= domain.dishonest) else { return nil }
      domain.operators.append(number)
      domain.identities.append(identity)
    }
    for _ in 0..<population.hsms {
      guard let (number, agreementKey) = try newHSM() else { return nil }
      domain.hsms.append(number)
      domain.agreementKeys.append(agreementKey)
    }
    guard let host = try newHost() else { return nil }
    domain.host = host
    domain.sketch = TrustSketch(operators: domain.operators, hsms: domain.hsms, hosts: [host], quorum: population.quorum)
    return domain
  }

  /// Founds the domain on its trust sketch, installs it at the host and adds keys.
  public mutating func found(_ domain: inout Domain, keys: Int) throws(Forfeit) -> Bool {
    guard let (trust, _) = try write(domain.sketch) else { return false }
    return try found(&domain, on: trust, keys: keys)
  }

  public mutating func found(_ domain: inout Domain, on trust: Int, keys: Int) throws(Forfeit) -> Bool {
    domain.trust = trust
    let endorsements = try authorise(trust, by: domain.operators.suffix(domain.sketch.quorum))
    guard let token = try token(.found(hsm: domain.hsms[0], trust: trust, endorsements: endorsements)),
      case .done = try ask(.install(host: domain.host, trust: trust))
    else { return false }
    domain.token = token
    for handle in 0..<keys {
      guard let next = try self.token(.addKey(hsm: domain.hsms[0], token: domain.token, handle: handle)) else { return false }
      domain.token = next
    }
    return true
  }

  /// A populated and founded domain.
  public mutating func establish(_ population: DomainSize, dishonest: Int? = nil) throws(Forfeit) -> Domain? {
    guard var domain = try populate(population, dishonest: dishonest) else { return nil }
    return try found(&domain, keys: population.keys) ? domain : nil
  }
}
