public import Coins
public import GameKit
public import Games

/// Forges HSMs' signatures: wraps a key of its own to the genuine HSMs and guesses the signature of each of them on the token.
///
/// On the calibrated suite it succeeds with probability exactly 1 − (1 − tries/2^t)^m for m HSMs.
public struct InjectKnownKey: DomainThief {
  public let population: DomainSize
  let tries: Int

  public init(population: DomainSize, tries: Int) { (self.population, self.tries) = (population, tries) }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard case .wrap(let wrap, let keys) = try oracle.ask(.wrap(handles: [0], hsms: domain.hsms, trust: domain.trust)),
      let key = keys.first,
      let (next, _) = try oracle.write(domain.successor)
    else { return nil }
    let path = [LinkReference(next, by: try oracle.authorise(next, by: domain.operators.suffix(population.quorum)))]
    for signer in domain.hsms {
      for candidate in 0..<UInt64(tries) {
        let sketch = TokenSketch(trust: domain.trust, keys: .own(wrap), signer: signer, signature: .candidate(candidate))
        guard let token = try oracle.token(.token(sketch)) else { return nil }
        // An HSM moves the token to a successor if it takes it for genuine, and refuses otherwise.
        guard try oracle.token(.update(hsm: domain.hsms[0], token: token, path: path)) != nil else { continue }
        return StolenKey(request: KeyRequest(host: domain.host, hsm: domain.hsms[0], token: token, handle: 0), key: key)
      }
    }
    return nil
  }
}
