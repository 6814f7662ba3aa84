@_spi(Harness) public import Coins
@_spi(Harness) public import GameKit

/// Trials in which chances are added up, and one success is forced.
///
/// The claim: let A be the sum of the chances of a trial's moves up to the first that succeeds, and f a function of the play with
/// |f| ≤ 1 that is 0 where none does. With the coins of the trial changed in one place, the coin of move I set to a value that
/// makes it a success, where I is drawn in proportion to the chances, E[f] = E[A·f(changed play)]. So an advantage is measured
/// without waiting for a success. With moves of several kinds one of each is forced, and the products are added up: the mean is
/// the same, the spread less. It is importance sampling (forced collisions of particle transport, forcing in reliability
/// simulation).
public struct ChanceRun<W: ChanceWorlds, A: Adversary, L: Ledger>: Sendable
where A.Query == W.Left.Query, A.Answer == W.Left.Answer, L.Query == W.Left.Query, L.Answer == W.Left.Answer {
  let worlds: W
  let adversary: A
  let budget: Budget<W.Left.Query.Kind>
  private let ledger: @Sendable (inout W.Left) -> L
  /// A planted wrong account.
  package var planted: Account.Planted?

  /// Plays a trial in the other world.
  typealias OtherWorld = (Coins, Coins) -> Ending

  /// - Parameter ledger: makes the ledger beside a game, which may be told to keep a journal for it.
  public init(
    _ worlds: W, adversary: A, budget: Budget<W.Left.Query.Kind>, beside ledger: @escaping @Sendable (inout W.Left) -> L
  ) {
    (self.worlds, self.adversary, self.budget, self.ledger) = (worlds, adversary, budget, ledger)
  }

  public init(_ worlds: W, adversary: A, budget: Budget<W.Left.Query.Kind>, ledger: L) where L: Sendable {
    self.init(worlds, adversary: adversary, budget: budget, beside: { _ in ledger })
  }

  /// What no sum of chances exceeds.
  public var most: Double {
    var left = worlds.left
    return ledger(&left).most(within: budget)
  }

  /// Plays the trials with these numbers, each as a function of `source` and its number alone.
  public func run(_ trials: Trials, source: CoinSource) -> ChanceTally {
    var tally = ChanceTally(most: most)
    var left = leftOracle()
    let right = worlds.other(adversary, budget)
    // One account is read while the next one is kept: neither is ever copied.
    var account = Account(planted: planted)
    var recent = ChanceTally.Recent()
    for trial in trials { play(trial, source, &left, right, &account, &tally, &recent) }
    tally.count(recent)
    return tally
  }

  func leftOracle() -> LeftOracle {
    var left = worlds.left
    let ledger = ledger(&left)
    return AccountedOracle(SingleOracle(left, budget: budget), ledger, planted: planted)
  }

  typealias LeftOracle = AccountedOracle<SingleOracle<W.Left>, L>

  private func play(
    _ trial: UInt64, _ source: CoinSource, _ left: inout LeftOracle, _ right: OtherWorld?, _ account: inout Account,
    _ tally: inout ChanceTally, _ recent: inout ChanceTally.Recent
  ) {
    let coins = source.coins(trial: trial, role: .adversary)
    let challenger = source.coins(trial: trial, role: .challenger)
    left.restart { $0.restart(coins: challenger) }
    let ending = Ending(adversary, &left, coins)
    left.exchange(&account)
    tally.count(account, trial, &recent)
    if !account.hasCause {
      if worlds.isBad(left.oracle.game) { tally.refute(.badWithoutCause, trial) }
      // Held by lockstep, too, wherever that is played.
      if W.agreesWithoutCause, let right, trial & 0xff == 0 {
        let other = right(challenger, coins)
        if other != ending, other.failure == nil, ending.failure == nil { tally.refute(.bitsDifferWithoutCause, trial) }
      }
    }
    force(account, trial, source, coins, &left, right, &tally)
    if account.hasCause { denySuccess(account, trial, source, coins, &left, &tally) }
  }

  /// A chance is one given all that was known before its move, and its coin is not. So with the coin of a success set to a miss,
  /// everything up to that move has to be as it was, its chance, too.
  private func denySuccess(
    _ account: Account, _ trial: UInt64, _ source: CoinSource, _ coins: Coins, _ left: inout LeftOracle,
    _ tally: inout ChanceTally
  ) {
    guard let chosen = account.moves.firstIndex(where: \.succeeds) else { return }
    let move = account.moves[chosen]
    let start = source.coins(trial: trial, role: .referee).bits(64, for: Label("miss"))
    guard let value = account.miss(of: move, from: start) else { return }
    let hasFailed = play(&left, nil, deciding(move, value, trial, source), coins).hasFailed
    if !hasFailed, !left.account.repeats(account, upTo: chosen, succeeding: false) { tally.refute(.chanceKnowsItsCoin, trial) }
  }

  /// The second pass: one success of each kind, drawn in proportion to the chances of its moves.
  private func force(
    _ account: Account, _ trial: UInt64, _ source: CoinSource, _ coins: Coins, _ left: inout LeftOracle, _ right: OtherWorld?,
    _ tally: inout ChanceTally
  ) {
    let referee = source.coins(trial: trial, role: .referee)
    var shown = ChanceTally.Shown(moves: account.moves.count)
    for (number, kind) in account.kinds.enumerated() {
      let place = Double(referee.bits(53, for: Label("force", UInt64(number)))) * 0x1p-53
      let chosen = account.move(at: place, of: kind)
      let move = account.moves[chosen], hits = account.hits(of: move)
      let value = hits[Int(referee.uniform(below: UInt64(hits.count), for: Label("hit", UInt64(number))))]
      let (shows, isBad, hasFailed) = play(&left, right, deciding(move, value, trial, source), coins)
      if !hasFailed, !left.account.repeats(account, upTo: chosen, succeeding: true) { tally.refute(.forcedPlayDiffers, trial) }
      if W.isIdenticalUntilBad, let shows, shows != 0, !isBad { tally.refute(.bitsDifferBeforeBad, trial) }
      shown.add(account.sum(of: kind), shows, isBad: isBad)
    }
    tally.count(shown)
  }

  /// The challenger's coins, but for the one of a move.
  private func deciding(_ move: Move, _ value: UInt64, _ trial: UInt64, _ source: CoinSource) -> Coins {
    let challenger = source.coins(trial: trial, role: .challenger)
    return source.coins(trial: trial, role: .challenger, tape: ForcedTape(move.coin, is: value, of: challenger))
  }

  /// One trial in both worlds: the right bit minus the left one or, for a game that is won or lost, whether it is won; nil
  /// if somebody forfeits. And whether the bad event occurs, and whether the adversary failed before all moves were made.
  func play(
    _ left: inout LeftOracle, _ right: OtherWorld?, _ challenger: Coins, _ coins: Coins
  ) -> (shows: Int?, isBad: Bool, hasFailed: Bool) {
    left.restart { $0.restart(coins: challenger) }
    let ending = Ending(adversary, &left, coins)
    let isBad = worlds.isBad(left.oracle.game)
    let hasFailed = ending.failure != nil
    switch (ending, right?(challenger, coins)) {
    case (.bit, nil): return (isBad ? 1 : 0, isBad, hasFailed)
    case (.bit(let left), .bit(let right)): return ((right ? 1 : 0) - (left ? 1 : 0), isBad, hasFailed)
    case (.forfeit, _), (_, .forfeit): return (nil, isBad, hasFailed)
    }
  }
}
