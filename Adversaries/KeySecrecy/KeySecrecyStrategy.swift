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
  case maul(MaulProtocol)
  /// One after another, each on a domain of its own, until one has stolen a key.
  indirect case portfolio([KeySecrecyThief])

  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    switch self {
    case .admit(let thief): return try thief.steal(&oracle, coins: coins)
    case .inject(let thief): return try thief.steal(&oracle, coins: coins)
    case .collideTrusts(let thief): return try thief.steal(&oracle, coins: coins)
    case .collideKeys(let thief): return try thief.steal(&oracle, coins: coins)
    case .solve(let thief): return try thief.steal(&oracle, coins: coins)
    case .guessKey(let thief): return try thief.steal(&oracle, coins: coins)
    case .transplant(let thief): return try thief.steal(&oracle, coins: coins)
    case .breakQuorum(let thief): return try thief.steal(&oracle, coins: coins)
    case .maul(let thief): return try thief.steal(&oracle, coins: coins)
    case .portfolio(let thieves):
      for thief in thieves { if let stolen = try thief.steal(&oracle, coins: coins) { return stolen } }
      return nil
    }
  }
}

/// The adversaries of the key-secrecy games as one type.
public enum KeySecrecyStrategy: Adversary {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer

  case thief(KeySecrecyThief)
  case honest(HonestRun)
  case random(RandomProtocol)
  case idle

  public func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    switch self {
    case .thief(let thief): try TestStolenKey(thief).play(&oracle, coins: coins)
    case .honest(let run): try run.play(&oracle, coins: coins)
    case .random(let random): try random.play(&oracle, coins: coins)
    case .idle: false
    }
  }
}
