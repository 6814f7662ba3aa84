public import Coins
public import GameKit
public import Games

/// Tries symmetric keys on the HSMs' shares of a token.
///
/// On the calibrated suite it succeeds with probability 1 − (1 − tries/2^κ)^m, about, for m HSMs and κ bits of symmetric key.
public struct GuessWrapKey: DomainThief {
  public let population: DomainSize
  let tries: Int

  public init(population: DomainSize, tries: Int) { (self.population, self.tries) = (population, tries) }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    for hsm in domain.hsms {
      for candidate in 0..<UInt64(tries) {
        if let key = try oracle.key(0, from: .openWithKey(token: domain.token, hsm: hsm, candidate: candidate)) {
          return StolenKey(request: domain.request(), key: key)
        }
      }
    }
    return nil
  }
}
