public import Coins
public import GameKit
public import Games
internal import Primitives

/// Looks for an honest trust and a trust of its own with one fingerprint, by listing different sets of hosts in each. Keys that
/// are wrapped under the one are then bound to the other, in which the adversary's operator decides.
///
/// Only pairs of one trust of either sort are worth something: of q trusts about half of all pairs.
public struct CollideTrusts: DomainThief {
  public let population: DomainSize
  /// As many trusts of either sort.
  let trusts: Int

  public init(population: DomainSize, trusts: Int) { (self.population, self.trusts) = (population, trusts) }

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let domain = try oracle.populate(population) else { return nil }
    return try steal(from: domain, &oracle, coins: coins)
  }

  /// Uses the entities of `domain` and founds another one on the trust that has a twin; a host that is in no domain yet serves
  /// it.
  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    var domain = domain
    guard let host = try oracle.newHost(), let chief = try oracle.rogueOperator()?.number, let rogue = try oracle.rogueHSM()
    else { return nil }
    (domain.host, domain.sketch.hosts) = (host, [host])
    var hosts: [Int] = []
    while 1 << hosts.count < trusts { hosts.append(try oracle.newHost() ?? host) }
    let own = TrustSketch(operators: [chief], hsms: [domain.hsms[0], rogue], quorum: 1)
    guard let pair = try collide(domain.sketch, own, hosts, &oracle), try oracle.found(&domain, on: pair.honest, keys: 1) else {
      return nil
    }
    let transplant = TokenSketch(trust: pair.own, keys: .token(domain.token), signer: rogue, signature: .own)
    guard let token = try oracle.token(.token(transplant)) else { return nil }
    // Adding a key is enough: the HSM wraps the whole map to the members of the trust that it sees.
    guard let taken = try oracle.token(.addKey(hsm: domain.hsms[0], token: token, handle: 1)),
      let key = try oracle.key(0, from: .pry(token: taken, hsm: rogue))
    else { return nil }
    return StolenKey(request: domain.request(), key: key)
  }

  /// The numbers of a trust like `honest` and of one like `own` with one fingerprint.
  private func collide(
    _ honest: TrustSketch, _ own: TrustSketch, _ hosts: [Int], _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> (honest: Int, own: Int)? {
    func variant(_ sketch: TrustSketch, _ index: Int) -> TrustSketch {
      var sketch = sketch
      sketch.hosts += hosts.indices.filter { index >> $0 & 1 == 1 }.map { hosts[$0] }
      return sketch
    }
    var seen: [Bytes: Int] = [:]
    for index in 0..<trusts {
      guard let (number, fingerprint) = try oracle.write(variant(honest, index)) else { continue }
      seen[fingerprint] = number
    }
    for index in 0..<trusts {
      guard let (number, fingerprint) = try oracle.write(variant(own, index)), let twin = seen[fingerprint] else { continue }
      return (twin, number)
    }
    return nil
  }
}
