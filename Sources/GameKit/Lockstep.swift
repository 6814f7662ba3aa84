@_spi(Harness) public import Coins

/// Plays the trials of a hop with both worlds coupled, and reuses its storage from one trial to the next.
@_spi(Harness) public struct Lockstep<H: Hop, A: Adversary> where A.Query == H.Query, A.Answer == H.Answer {
  private let adversary: A
  private var pair: LockstepOracle<H>
  private var right: SingleOracle<H.Right>
  private let order: WorldOrder

  public init(_ hop: H, adversary: A, budget: Budget<H.Query.Kind>, order: WorldOrder = .leftFirst) {
    (self.adversary, self.order) = (adversary, order)
    pair = LockstepOracle(hop, budget: budget, order: order)
    right = SingleOracle(hop.right, budget: budget)
  }

  /// One trial, as a function of the source of its coins and of its number alone.
  ///
  /// Where nothing differed, the adversary's right ending is its left one. In one trial of 256 that is not taken for granted: an
  /// adversary with hidden randomness is found. With the right world first, it is played on its own in every trial, before
  /// anything is known.
  public mutating func play(trial: UInt64, source: CoinSource, tape: (any CoinTape)? = nil) -> PairedOutcome {
    let challenger = source.coins(trial: trial, role: .challenger, tape: tape)
    let coins = source.coins(trial: trial, role: .adversary, tape: tape)
    let early = order == .rightFirst ? playRight(challenger, coins) : nil
    pair.restart(coins: challenger)
    let leftBit = Ending(adversary, &pair, coins)
    let standing = pair.standing
    if early == nil, standing == .equal, trial & 0xff != 0 {
      return PairedOutcome(left: leftBit, right: leftBit, standing: standing, credited: pair.credited)
    }
    let rightBit = early ?? playRight(challenger, coins)
    // Whoever forfeits in one world alone, such as a process that has ended, has a forfeit: it says nothing about the worlds.
    let isImpure = standing == .equal && leftBit != rightBit && !leftBit.isForfeit && !rightBit.isForfeit
    return PairedOutcome(
      left: leftBit, right: rightBit, standing: isImpure ? .violated(.bitsDiffer) : standing, credited: pair.credited)
  }

  /// At how many places the bad event occurred in the trial that was played last.
  public var badPlaces: Int { pair.badPlaces }

  @inline(__always)
  private mutating func playRight(_ challenger: Coins, _ coins: Coins) -> Ending {
    right.restart(coins: challenger)
    return Ending(adversary, &right, coins)
  }
}

@_spi(Harness) extension Lockstep {
  public typealias Standing = LockstepOracle<H>.Standing

  /// What one trial showed in both worlds.
  public struct PairedOutcome {
    public let left: Ending
    public let right: Ending
    public let standing: Standing
    /// The attack that was under way when the worlds stopped being equal.
    public let credited: String?
  }
}
