public import Coins
public import GameKit
public import Games

/// The thieves as one type, so that a game is compiled for all of them once.
public enum KeySecrecyThief: KeyThief {
  case admit(AdmitRogueHSM)
  case inject(InjectKnownKey)
  case collideTrusts(CollideTrusts)
  case collideKeys(CollideKeys)
  case solve(SolveAgreementKey)
  case guessKey(GuessWrapKey)
  case transplant(TransplantKeys)
  case breakQuorum(BreakQuorum)
  case coup(StageCoup)
  case maul(MaulProtocol)
  case search(TreeSearch)
  /// One after another on one domain, until one has stolen a key; the search for colliding trusts founds its own.
  case portfolio([KeySecrecyThief], population: DomainSize)

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    try steal(from: nil, &oracle, coins: coins)
  }

  /// - Parameter domain: the one to attack; without it each sets up its own.
  func steal(
    from domain: Domain?, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    switch self {
    case .admit(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .inject(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .collideTrusts(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .collideKeys(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .solve(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .guessKey(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .transplant(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .coup(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .maul(let thief): return try thief.steal(on: domain, &oracle, coins: coins)
    case .breakQuorum(let thief): return try thief.steal(&oracle, coins: coins)
    case .search(let thief): return try thief.steal(&oracle, coins: coins)
    case .portfolio(let thieves, let population):
      guard let domain = try oracle.establish(population) else { return nil }
      return try thieves.steal(from: domain, &oracle, coins: coins)
    }
  }

  /// What the catalogue calls it.
  public var name: String {
    switch self {
    case .admit: "admit-rogue-hsm"
    case .inject: "inject-known-key"
    case .collideTrusts: "collide-trusts"
    case .collideKeys: "collide-keys"
    case .solve: "solve-agreement-key"
    case .guessKey: "guess-wrap-key"
    case .transplant: "transplant-keys"
    case .breakQuorum: "break-quorum"
    case .coup: "stage-coup"
    case .maul: "maul-protocol"
    case .search: "tree-search"
    case .portfolio: "portfolio"
    }
  }
}

extension [KeySecrecyThief] {
  /// The first key that one of them steals, each in its turn.
  func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    for thief in self {
      oracle.credit(thief.name)
      do throws(Forfeit) {
        if let stolen = try thief.steal(from: domain, &oracle, coins: coins) { return stolen }
      } catch {
        // An attack that the budget does not suffice for is given up, and the others go on.
        guard case .overBudget = error else { throw error }
      }
    }
    return nil
  }
}
