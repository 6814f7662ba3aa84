public import Coins
public import GameKit
public import Games

/// Transplants the keys of an honest token into a trust of its own, which lists a genuine HSM as the victim: only the tag stops
/// it, so the tag is guessed.
///
/// On the calibrated suite it succeeds with probability exactly tries/2^t.
public struct TransplantKeys: DomainThief {
  public let population: DomainSize
  let tries: Int

  public init(population: DomainSize, tries: Int) { (self.population, self.tries) = (population, tries) }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let chief = try oracle.rogueOperator()?.number, let rogue = try oracle.rogueHSM(),
      let (own, _) = try oracle.write(TrustSketch(operators: [chief], hsms: [domain.hsms[0], rogue], quorum: 1)),
      let (last, _) = try oracle.write(TrustSketch(parent: own, operators: [chief], hsms: [rogue], quorum: 1)),
      let endorsement = try oracle.authorise(last, by: chief)
    else { return nil }
    let path = [LinkReference(last, by: [endorsement])]
    // First as they are, and then under the tag that the rules ask for with guessed authentication: the old one is the first
    // guess.
    for attempt in 0...UInt64(tries) {
      var keys = WrapReference.token(domain.token)
      if attempt > 0 {
        let candidate = attempt > 1 ? attempt - 2 : nil
        guard
          case .wrap(let wrap, keys: _) = try oracle.ask(
            .retag(.token(domain.token), trust: own, hsm: domain.hsms[0], candidate: candidate))
        else { return nil }
        keys = .own(wrap)
      }
      guard let token = try oracle.token(.token(TokenSketch(trust: own, keys: keys, signer: rogue, signature: .own))),
        let taken = try oracle.token(.update(hsm: domain.hsms[0], token: token, path: path))
      else { continue }
      return try oracle.key(0, from: .pry(token: taken, hsm: rogue)).map { StolenKey(request: domain.request(), key: $0) }
    }
    return nil
  }
}
