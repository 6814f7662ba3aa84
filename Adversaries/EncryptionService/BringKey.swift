public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries

/// Guesses an HSM's signature on a token with a key of its own, and has users encrypt under it: the key is brought into an honest
/// domain, where nobody added it.
public struct BringKey: ServiceAdversary {
  let tries: Int

  public init(tries: Int) { self.tries = tries }

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    try ServiceOver(InjectKnownKey(population: DomainSize(keys: 1), tries: tries)).play(&oracle, coins: coins)
  }
}
