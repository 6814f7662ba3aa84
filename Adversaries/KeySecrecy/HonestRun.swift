public import Coins
public import GameKit
public import Games

/// Founds a domain, adds two keys, moves to a successor and tests a key: the protocol by the rules, to have a run to compare
/// costs with. It learns nothing.
public struct HonestRun: Adversary {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  let population: DomainSize

  public init(population: DomainSize) { self.population = population }

  public func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    guard var domain = try oracle.establish(population) else { return false }
    guard let (trust, _) = try oracle.write(domain.successor) else { return false }
    let path = [LinkReference(trust, by: try oracle.authorise(trust, by: domain.operators.suffix(population.quorum)))]
    guard let token = try oracle.token(.update(hsm: domain.hsms[0], token: domain.token, path: path)),
      case .done = try oracle.ask(.advance(host: domain.host, path: path))
    else { return false }
    domain.token = token
    _ = try oracle.ask(.test(domain.request()))
    return false
  }
}
