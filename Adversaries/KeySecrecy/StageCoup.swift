public import Coins
public import GameKit
public import Games

/// Has a rogue HSM admitted by all the endorsements that can be had: of dishonest operators, twice each; of honest ones, if they
/// sign; of a rogue operator; and one guess. Each is what one rule about successors is there for: it wins if that rule is
/// missing.
public struct StageCoup: DomainThief {
  public let population: DomainSize

  public init(population: DomainSize) { self.population = population }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let rogue = try oracle.rogueHSM(), let stranger = try oracle.rogueOperator()?.number,
      let (coup, _) = try oracle.write(domain.withRogue(rogue))
    else { return nil }
    let given = try oracle.authorise(coup, by: domain.operators + [stranger])
    var endorsements = given + given
    if oracle.budget[.operatorForgeries] > 0, let honest = domain.operators.last,
      case .endorsement(let guess) = try oracle.ask(.guessEndorsement(operator: honest, trust: coup, candidate: 0))
    {
      endorsements.append(guess)
    }
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }
}
