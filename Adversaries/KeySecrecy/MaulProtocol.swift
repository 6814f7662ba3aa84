public import Coins
public import GameKit
public import Games

/// Changes signatures into other valid ones where the scheme allows it: on plain ECDSA it causes the bad event of the signature
/// hops in every trial. It gains nothing: what is signed stays the same, so the key it could test is the one that everybody is
/// served with.
public struct MaulProtocol: DomainThief {
  public let population: DomainSize

  public init(population: DomainSize) { self.population = population }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let rogue = try oracle.rogueHSM(), oracle.budget[.hsmForgeries] > 0,
      let mauled = try oracle.token(
        .token(
          TokenSketch(
            trust: domain.trust, keys: .token(domain.token), signer: domain.hsms[0], signature: .mauled(from: domain.token))))
    else { return nil }
    // A second valid signature on one statement: accepted on the left, no forgery of anything new.
    _ = try oracle.ask(.addKey(hsm: domain.hsms[0], token: mauled, handle: 7))
    guard let (coup, _) = try oracle.write(domain.withRogue(rogue)) else { return nil }
    // One dishonest operator's signature and its mauled twin are two signatures of one operator.
    var endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest))
    for endorsement in endorsements where oracle.budget[.operatorForgeries] > 0 {
      if case .endorsement(let twin) = try oracle.ask(.maul(endorsement: endorsement)) { endorsements.append(twin) }
    }
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }
}
