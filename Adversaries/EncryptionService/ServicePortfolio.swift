public import Coins
public import GameKit
public import Games
public import KeySecrecyAdversaries
public import Primitives

/// All attacks on one domain, one after another: the thefts of a key, and then the forgeries of users' ciphertexts. It is what
/// the theorem's total is compared with.
public struct ServicePortfolio: ServiceAdversary {
  let thieves: [NamedThief]
  let population: DomainSize
  let cipher: any AEAD
  let tries: Int

  /// - Parameter tries: forged ciphertexts under each domain key.
  public init(thieves: [NamedThief], population: DomainSize, cipher: any AEAD, tries: Int) {
    (self.thieves, self.population, self.cipher, self.tries) = (thieves, population, cipher, tries)
  }

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    switch try oracle.onNetwork({ network throws(Forfeit) in try steal(&network, coins: coins) }) {
    case .nothing: return true
    case .stolen(let stolen): return try ServiceOver<NamedThief>.doubts(stolen, &oracle)
    case .founded(let domain):
      oracle.credit("forge-ciphertexts")
      for handle in 0..<population.keys {
        if try ForgeServiceCiphertext.forges(cipher, under: domain.request(handle), tries: tries, &oracle) { return false }
      }
      return true
    }
  }

  private enum Progress {
    case nothing
    case founded(Domain)
    case stolen(StolenKey)
  }

  private func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> Progress {
    guard let domain = try oracle.establish(population) else { return .nothing }
    return try thieves.steal(from: domain, &oracle, coins: coins).map { .stolen($0) } ?? .founded(domain)
  }
}
