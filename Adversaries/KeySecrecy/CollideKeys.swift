public import Coins
public import GameKit
public import Games

/// Makes rogue operators until one has the identity of an honest operator, and then signs in its name.
///
/// On the calibrated suite it succeeds with probability 1 − (1 − h/2^κ)^r, about, for h honest operators and r rogue keys of κ
/// bits.
public struct CollideKeys: DomainThief {
  public let population: DomainSize
  let rogues: Int

  public init(population: DomainSize, rogues: Int) { (self.population, self.rogues) = (population, rogues) }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    let honest = domain.identities.dropFirst(domain.dishonest)
    var twin: Int?
    for _ in 0..<rogues where twin == nil {
      if let (number, identity) = try oracle.rogueOperator(), honest.contains(identity) { twin = number }
    }
    guard let twin, let rogue = try oracle.rogueHSM(), let (coup, _) = try oracle.write(domain.withRogue(rogue)) else {
      return nil
    }
    let endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest) + [twin])
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }
}
