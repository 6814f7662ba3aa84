import Adversaries
import Coins
import GameKit
import Games

/// Signs in the name of one honest operator: the dishonest ones endorse a trust with a rogue HSM, and all guesses that there are
/// go into the one signature that is missing for a quorum.
///
/// On the calibrated suite q guesses of t bits succeed with probability exactly q/2ᵗ, if they are fewer than all; a policy
/// under which signatures need not verify takes the first.
public struct Impostor: DomainThief {
  public let population: DomainSize

  public init(population: DomainSize = DomainSize()) { self.population = population }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let rogue = try oracle.rogueHSM(), let (coup, _) = try oracle.write(domain.withRogue(rogue)) else { return nil }
    var endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest))
    for candidate in 0..<UInt64(oracle.budget[.operatorForgeries]) {
      let guess = KeySecrecyQuery.guessEndorsement(
        operator: domain.operators[domain.dishonest], trust: coup, candidate: candidate)
      if case .endorsement(let number) = try oracle.ask(guess) { endorsements.append(number) }
    }
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }
}
