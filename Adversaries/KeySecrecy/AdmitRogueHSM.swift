public import Coins
public import GameKit
public import Games

/// Forges operators' signatures: the dishonest operators authorise a trust with a rogue HSM, one signature is missing for the
/// quorum, and it is guessed under every honest operator's key. The rogue HSM then opens the keys that a genuine one wraps to it.
///
/// On the calibrated suite it succeeds with probability exactly 1 − (1 − tries/2^t)^h for h honest operators.
public struct AdmitRogueHSM: DomainThief {
  public let population: DomainSize
  let tries: Int

  public init(population: DomainSize, tries: Int) { (self.population, self.tries) = (population, tries) }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let rogue = try oracle.rogueHSM() else { return nil }
    guard let (coup, _) = try oracle.write(domain.withRogue(rogue)) else { return nil }
    var endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest))
    for maker in domain.operators.dropFirst(domain.dishonest) {
      for candidate in 0..<UInt64(tries) {
        guard case .endorsement(let guess) = try oracle.ask(.guessEndorsement(operator: maker, trust: coup, candidate: candidate))
        else { return nil }
        endorsements.append(guess)
      }
    }
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }
}

extension Domain {
  /// A successor of the domain's trust that lists the same.
  public var successor: TrustSketch {
    var successor = sketch
    successor.parent = trust
    return successor
  }

  /// The successor that lists a rogue HSM beside the genuine ones.
  public func withRogue(_ rogue: Int) -> TrustSketch {
    var successor = successor
    successor.hsms.append(.init(rogue))
    return successor
  }
}

extension Oracle where Query == KeySecrecyQuery, Answer == KeySecrecyAnswer {
  /// Has a genuine HSM wrap the domain's keys to a rogue one under the trust `coup`, and opens them.
  public mutating func moveKeys(of domain: Domain, to coup: Int, by endorsements: [Int], rogue: Int) throws(Forfeit) -> StolenKey?
  {
    try moveKeys(of: domain, along: [LinkReference(coup, by: endorsements)], rogue: rogue)
  }

  /// The same under the last trust of a path.
  mutating func moveKeys(of domain: Domain, along path: [LinkReference], rogue: Int) throws(Forfeit) -> StolenKey? {
    guard let token = try token(.update(hsm: domain.hsms[0], token: domain.token, path: path)),
      let key = try key(0, from: .pry(token: token, hsm: rogue))
    else { return nil }
    return StolenKey(request: domain.request(), key: key)
  }
}
