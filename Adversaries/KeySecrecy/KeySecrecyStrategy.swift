public import Coins
public import GameKit
public import Games

/// The adversaries of the key-secrecy games as one type.
public enum KeySecrecyStrategy: Adversary {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer

  case thief(KeySecrecyThief)
  case honest(HonestRun)
  case walk(RandomProtocol)
  case idle

  public func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    switch self {
    case .thief(let thief): try TestStolenKey(thief).play(&oracle, coins: coins)
    case .honest(let run): try run.play(&oracle, coins: coins)
    case .walk(let walk): try walk.play(&oracle, coins: coins)
    case .idle: false
    }
  }
}
