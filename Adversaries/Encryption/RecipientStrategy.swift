public import Coins
public import GameKit
public import Games
public import Primitives

/// The adversaries against multi-recipient encryption on any group, as one type: a game is then compiled once for all of them.
public enum RecipientStrategy<S: HybridScheme>: RecipientAdversary where S.Group: EquivalentKeys {
  case fuzz(FuzzRecipients<S>)
  case forge(ForgeTag<S>)
  case transplant(TransplantTag<S>)
  case maul(MaulCiphertext<S>)
  case maulEphemeral(MaulEphemeral<S>)
  case guessKey(GuessSessionKey<S>)
  case oddSets(OddSets<S>)
  case repeatedNonce(RepeatedNonce<S>)
  /// Asks nothing and answers `false`.
  case idle

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    switch self {
    case .fuzz(let adversary): try adversary.play(&oracle, coins: coins)
    case .forge(let adversary): try adversary.play(&oracle, coins: coins)
    case .transplant(let adversary): try adversary.play(&oracle, coins: coins)
    case .maul(let adversary): try adversary.play(&oracle, coins: coins)
    case .maulEphemeral(let adversary): try adversary.play(&oracle, coins: coins)
    case .guessKey(let adversary): try adversary.play(&oracle, coins: coins)
    case .oddSets(let adversary): try adversary.play(&oracle, coins: coins)
    case .repeatedNonce(let adversary): try adversary.play(&oracle, coins: coins)
    case .idle: false
    }
  }
}

/// The same with the adversaries that need a group which can be broken.
public enum SmallGroupStrategy<S: HybridScheme>: RecipientAdversary where S.Group == CalibratedGroup {
  case solve(SolveRecipientKey<S>)
  case smallSubgroup(SmallSubgroup<S>)
  case general(RecipientStrategy<S>)

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    switch self {
    case .solve(let adversary): try adversary.play(&oracle, coins: coins)
    case .smallSubgroup(let adversary): try adversary.play(&oracle, coins: coins)
    case .general(let adversary): try adversary.play(&oracle, coins: coins)
    }
  }
}
