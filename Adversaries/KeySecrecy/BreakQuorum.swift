public import Coins
public import GameKit
public import Games

/// Has n dishonest operators authorise a trust with a rogue HSM: outside the quorum assumption, and so outside the theorem. Under
/// the assumption the game does not admit the last of them, and nothing is stolen.
public struct BreakQuorum: KeyThief {
  let population: DomainSize

  public init(population: DomainSize) { self.population = population }

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let domain = try oracle.establish(population, dishonest: population.quorum), let rogue = try oracle.rogueHSM(),
      let (coup, _) = try oracle.write(domain.withRogue(rogue))
    else { return nil }
    let endorsements = try oracle.authorise(coup, by: domain.operators)
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }
}
