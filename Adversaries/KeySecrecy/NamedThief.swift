public import Coins
public import GameKit
public import Games

/// A thief without its type, under the name that a portfolio credits its thefts to. It plays through an `ErasedOracle`, and so is
/// compiled once for all games.
public struct NamedThief: KeyThief {
  public typealias Body =
    @Sendable (
      Domain?, inout ErasedOracle<KeySecrecyQuery, KeySecrecyAnswer>, Coins
    ) throws(Forfeit) -> StolenKey?

  public let name: String
  @usableFromInline let body: Body

  /// An attack that sets up all that it needs.
  @inlinable
  public init(_ name: String, _ thief: some KeyThief) {
    self.init(name) { _, oracle, coins throws(Forfeit) in try thief.steal(&oracle, coins: coins) }
  }

  /// An attack on a domain that stands already; without one it sets up its own.
  @inlinable
  public init(_ name: String, _ thief: some DomainThief) {
    self.init(name) { domain, oracle, coins throws(Forfeit) in
      if let domain { try thief.steal(from: domain, &oracle, coins: coins) } else { try thief.steal(&oracle, coins: coins) }
    }
  }

  @usableFromInline
  init(_ name: String, body: @escaping Body) { (self.name, self.body) = (name, body) }

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    try ErasedOracle.lent(&oracle) { erased throws(Forfeit) in try body(nil, &erased, coins) }
  }
}

extension [NamedThief] {
  /// The first key that one of them steals, each in its turn.
  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    try ErasedOracle.lent(&oracle) { erased throws(Forfeit) in
      for thief in self {
        erased.credit(thief.name)
        do throws(Forfeit) {
          if let stolen = try thief.body(domain, &erased, coins) { return stolen }
        } catch {
          // An attack that the budget does not suffice for is given up, and the others go on.
          guard case .overBudget = error else { throw error }
        }
      }
      return nil
    }
  }
}

/// Thieves one after another on one domain, until one has stolen a key; the search for colliding trusts founds its own.
public struct ThiefPortfolio: KeyThief {
  let thieves: [NamedThief]
  let population: DomainSize

  public init(_ thieves: [NamedThief], population: DomainSize) { (self.thieves, self.population) = (thieves, population) }

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let domain = try oracle.establish(population) else { return nil }
    return try thieves.steal(from: domain, &oracle, coins: coins)
  }
}
