public import Coins
public import GameKit
public import Games
public import Primitives

/// The adversaries against the encryption service as one type: a game is then compiled once for all of them.
public enum ServiceStrategy<C: AEAD>: ServiceAdversary {
  case use
  case fuzz(FuzzService)
  case forge(ForgeServiceCiphertext<C>)
  case guessKey(GuessServiceKey)
  case repeatedNonce(RepeatServiceNonce)
  case corruptHost(CorruptHost)
  case echoKey
  /// A theft, end to end.
  case over(ServiceOver<KeySecrecyThief>)
  case portfolio(ServicePortfolio<C>)
  /// Asks nothing and answers `false`.
  case idle

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    switch self {
    case .use: try UseService().play(&oracle, coins: coins)
    case .fuzz(let adversary): try adversary.play(&oracle, coins: coins)
    case .forge(let adversary): try adversary.play(&oracle, coins: coins)
    case .guessKey(let adversary): try adversary.play(&oracle, coins: coins)
    case .repeatedNonce(let adversary): try adversary.play(&oracle, coins: coins)
    case .corruptHost(let adversary): try adversary.play(&oracle, coins: coins)
    case .echoKey: try EchoKey().play(&oracle, coins: coins)
    case .over(let adversary): try adversary.play(&oracle, coins: coins)
    case .portfolio(let adversary): try adversary.play(&oracle, coins: coins)
    case .idle: false
    }
  }
}
