public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Makes random queries of every kind, legal and illegal, about an honest domain with a corrupt host, a dishonest domain, their
/// forks and successors: forged, mauled and foreign ciphertexts, tokens with the adversary's keys, tokens of another trust. It
/// wins little; it is there to find a difference between two worlds that should be equal.
public struct FuzzService: ServiceAdversary {
  let queries: Int

  public init(queries: Int) { self.queries = queries }

  /// - Returns: the parity of the bytes that it was answered, so that a difference is seen by its bit, too.
  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    var walk = ServiceWalk(coins: coins)
    if let corrupt = try oracle.newHost(isCorrupt: true), var honest = try oracle.honestDomain(listing: [corrupt]),
      try oracle.add(0, to: &honest), var (own, _) = try oracle.dishonestDomain(hsm: honest.hsms[0]), try oracle.add(0, to: &own)
    {
      walk.begin([honest, own])
    }
    for _ in 0..<queries {
      let query = walk.next()
      guard oracle.budget[query.kind] > 0 else { continue }
      walk.note(query, try oracle.ask(query))
    }
    return walk.parity
  }
}
