import GameKit
import Games
import KeySecrecyAdversaries

/// Domains for the service's users, made on its network.
extension Oracle where Query == KeySecrecyQuery, Answer == KeySecrecyAnswer {
  /// An honest domain: two honest operators, an HSM, and a host with its founding trust installed; more hosts are listed as they
  /// are.
  mutating func honestDomain(listing others: [Int] = []) throws(Forfeit) -> Domain? {
    let population = DomainSize(operators: 2, hsms: 1, quorum: 2, keys: 0)
    guard var domain = try populate(population, dishonest: 0) else { return nil }
    domain.sketch.hosts += others
    return try found(&domain, keys: 0) ? domain : nil
  }

  /// A dishonest domain: the adversary's own operator, and an HSM of its own beside a genuine one.
  mutating func dishonestDomain(hsm: Int) throws(Forfeit) -> (domain: Domain, rogue: Int)? {
    guard let maker = try rogueOperator()?.number, let rogue = try rogueHSM(), let host = try newHost()
    else { return nil }
    var domain = Domain()
    (domain.operators, domain.dishonest, domain.hsms, domain.host) = ([maker], 1, [hsm], host)
    domain.sketch = TrustSketch(operators: [maker], hsms: [hsm, rogue], hosts: [host], quorum: 1)
    return try found(&domain, keys: 0) ? (domain, rogue) : nil
  }

  /// The domain after its operators have replaced its trust by one that lists the same.
  mutating func succeed(_ domain: Domain) throws(Forfeit) -> Domain? {
    var next = domain
    next.sketch = domain.successor
    guard let (trust, _) = try write(next.sketch) else { return nil }
    next.trust = trust
    let path = [LinkReference(trust, by: try authorise(trust, by: domain.operators.suffix(domain.sketch.quorum)))]
    guard let token = try token(.update(hsm: domain.hsms[0], token: domain.token, path: path)),
      case .done = try ask(.advance(host: domain.host, path: path))
    else { return nil }
    next.token = token
    return next
  }
}
