public import Coins
public import GameKit
public import Games

/// Plays the moves of a scenario (`Adversaries/Scenarios`) through the oracle: an attack that one rule stops, and that wins in
/// every trial where the rule is missing.
public struct ScriptedThief: DomainThief {
  public let script: Script
  public let population: DomainSize

  public init(_ script: Script, population: DomainSize) { (self.script, self.population) = (script, population) }

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let domain = script == .crossContext ? try sharing(&oracle) : try oracle.establish(population) else { return nil }
    return try steal(from: domain, &oracle, coins: coins)
  }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let rogue = try oracle.rogueHSM() else { return nil }
    switch script {
    case .swapAgreementKey: return try swapAgreementKey(domain, rogue, &oracle)
    case .lowerThreshold: return try lowerThreshold(domain, rogue, &oracle)
    case .skipVersion: return try skipVersion(domain, rogue, &oracle)
    case .moveSignatures: return try moveSignatures(domain, rogue, &oracle)
    case .crossContext: return try crossContext(domain, rogue, &oracle)
    case .extraRecipient: return try extraRecipient(domain, rogue, &oracle)
    case .leadHostAway: return try leadHostAway(domain, rogue, &oracle)
    case .advanceHost: return try advanceHost(domain, rogue, &oracle)
    case .foreignToken: return try foreignToken(domain, rogue, &oracle)
    case .uncheckedToken: return try ownToken(under: domain.trust, domain, rogue, &oracle)
    }
  }
}
