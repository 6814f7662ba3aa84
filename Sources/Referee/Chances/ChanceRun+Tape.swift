@_spi(Harness) public import Coins
@_spi(Harness) public import GameKit

/// What one trial of a `ChanceRun` showed, for a program that goes through all coins.
public struct ChancePlay: Sendable {
  /// One forced success: its move, its value's share among the values that hit, and what the play showed.
  public struct Forced: Sendable {
    public let move: Int
    public let values: Int
    /// 1 for the right world minus 1 for the left one; for a game that is won or lost, whether it is won.
    public let shows: Int
    public let isBad: Bool
  }

  public let moves: [Move]
  public let hasCause: Bool
  public let isBad: Bool
  public let shows: Int
  /// Every success of every move, forced.
  public let forced: [Forced]
  public let violation: ChanceViolation?
  public let isForfeited: Bool
}

extension ChanceRun {
  /// Trials on the coins of a tape, each with every success forced: each call plays one more.
  public func trials(on tape: any CoinTape) -> () -> ChancePlay {
    let source = CoinSource(seed: 0)
    var left = leftOracle()
    let right = worlds.other(adversary, budget)
    return {
      let coins = source.coins(trial: 0, role: .adversary, tape: tape)
      func play(_ tape: any CoinTape) -> (shows: Int?, isBad: Bool, hasFailed: Bool) {
        self.play(&left, right, source.coins(trial: 0, role: .challenger, tape: tape), coins)
      }
      let first = play(tape), account = left.account
      var (forced, isForfeited): ([ChancePlay.Forced], Bool) = ([], first.shows == nil)
      var violation = account.fault.map { ChanceViolation.fault($0) }
      if !account.hasCause {
        if first.isBad { violation = .badWithoutCause }
        if W.agreesWithoutCause, let shows = first.shows, shows != 0 { violation = .bitsDifferWithoutCause }
      }
      for (number, move) in account.moves.enumerated() {
        let values = account.hits(of: move)
        for value in values {
          let second = play(ForcedTape(move.coin, is: value, of: source.coins(trial: 0, role: .challenger), over: tape))
          forced.append(
            ChancePlay.Forced(move: number, values: values.count, shows: second.shows ?? 0, isBad: second.isBad))
          isForfeited = isForfeited || second.shows == nil
          if !left.account.repeats(account, upTo: number, succeeding: true) { violation = .forcedPlayDiffers }
          if W.isIdenticalUntilBad, let shows = second.shows, shows != 0, !second.isBad { violation = .bitsDifferBeforeBad }
        }
      }
      return ChancePlay(
        moves: account.moves, hasCause: account.hasCause, isBad: first.isBad, shows: first.shows ?? 0, forced: forced,
        violation: violation, isForfeited: isForfeited)
    }
  }
}

extension Account {
  /// Whether this is the account of a play in which the outcome of that move of `first` was chosen: all before it, and its
  /// chance, are the same.
  func repeats(_ first: Account, upTo number: Int, succeeding: Bool) -> Bool {
    guard succeeding ? moves.count == number + 1 : moves.count > number, moves[..<number].elementsEqual(first.moves[..<number])
    else { return false }
    let (move, before) = (moves[number], first.moves[number])
    return move.succeeds == succeeding && move.coin == before.coin && move.chance == before.chance
  }
}
