@_spi(Harness) public import Coins
internal import Foundation
@_spi(Harness) internal import GameKit
public import Records
internal import Statistics

extension ErrorRates {
  /// Plays `count` campaigns of a guessing game and looks after every trial whether an interval from chances has left out the
  /// truth: that of the sum of chances, and that of the advantage by forced successes; beside them what people usually do.
  /// - Parameter shouldStop: asked now and then with the number of campaigns that are finished.
  /// - Returns: nothing if it was stopped before the last one.
  public static func ofChances(_ count: Int, source: CoinSource, shouldStop: (Int) -> Bool = { _ in false }) -> [ErrorRateRecord]
  {
    let (alpha, horizon) = (0.05, 400 as UInt64)
    let run = ChanceRun(
      GuessingWorlds(), adversary: Wavering(), budget: Budget { _ in Wavering.many }, ledger: GuessingGame.Account(coins: 1))
    var causes = Watched(in: Interval(lower: 0, upper: 1), truth: Wavering.causes / run.most)
    var advantage = Watched(in: Interval(lower: -1, upper: 1), truth: Wavering.advantage / run.most)
    var (alarms, control) = ((causes: 0, advantage: 0, control: 0), Sample())
    for campaign in 0..<count {
      if campaign & 0x3f == 0, shouldStop(campaign) { return [] }
      let source = source.with(campaign: 2 << 32 | UInt64(campaign))
      causes.restart()
      advantage.restart()
      control = Sample()
      var isMissed = false
      for trial in 0..<horizon {
        let tally = run.run(Trials(trial..<trial + 1), source: source)
        guard let sum = tally.causes.keys.first, let shown = tally.bits.keys.first else { continue }
        causes.see(sum, 2 / alpha)
        advantage.see(shown, 2 / alpha)
        control.add(Double(sum.upper) / Double(ChanceTally.steps))
        isMissed = isMissed || control.misses(Wavering.causes / run.most)
        if causes.isMissed, advantage.isMissed, isMissed { break }
      }
      if causes.isMissed { alarms.causes += 1 }
      if advantage.isMissed { alarms.advantage += 1 }
      if isMissed { alarms.control += 1 }
    }
    func record(_ procedure: String, _ truth: Double, _ alarms: Int, isControl: Bool = false) -> ErrorRateRecord {
      ErrorRateRecord(
        procedure: procedure, truth: truth, alpha: alpha, campaigns: count, horizon: Int(horizon), alarms: alarms, exact: nil,
        isControl: isControl)
    }
    return [
      record("interval of the chances added up, E[A]", Wavering.causes, alarms.causes),
      record("interval of the advantage by forced successes", Wavering.advantage, alarms.advantage),
      record("control: E[A] ± 1.96 standard errors at every look", Wavering.causes, alarms.control, isControl: true),
    ]
  }
}

/// Both limits of an interval, of which one may leave out the truth.
private struct Watched {
  private var below: RunningEvidence
  private var above: RunningEvidence
  private(set) var isMissed = false

  init(in range: Interval, truth: Double) {
    below = RunningEvidence(BoundedMean(in: range), bound: truth, certifies: false)
    above = RunningEvidence(BoundedMean(in: range), bound: truth, certifies: true)
  }

  mutating func restart() {
    below.restart()
    above.restart()
    isMissed = false
  }

  /// The lower limit is that of the lower ends, and the upper one that of the upper ends.
  mutating func see(_ span: ChanceTally.Span, _ threshold: Double) {
    guard !isMissed else { return }
    let steps = Double(ChanceTally.steps)
    let (low, high) = (below.see(Double(span.lower) / steps), above.see(Double(span.upper) / steps))
    isMissed = max(low, high) >= threshold
  }
}

/// What textbooks make an interval of.
private struct Sample {
  private var (count, sum, squares) = (0.0, 0.0, 0.0)

  mutating func add(_ value: Double) { (count, sum, squares) = (count + 1, sum + value, squares + value * value) }

  func misses(_ truth: Double) -> Bool {
    guard count >= 20 else { return false }
    let mean = sum / count
    return abs(mean - truth) > 1.96 * (max(0, squares / count - mean * mean) / count).squareRoot()
  }
}

/// The guessing game, and one in which nobody guesses right.
private struct GuessingWorlds: ChanceWorlds {
  var left: GuessingGame { GuessingGame() }
  func isBad(_ left: borrowing GuessingGame) -> Bool { left.isWon }
  func other<A: Adversary<GuessingGame.Query, Bool>>(_ adversary: A, _ budget: Budget<GuessingGame.Query.Kind>)
    -> ((Coins, Coins) -> Ending)?
  {
    var right = SingleOracle(GuessingGame(isIdeal: true), budget: budget)
    return { challenger, coins in
      right.restart(coins: challenger)
      return Ending(adversary, &right, coins)
    }
  }
}

/// Guesses once, or many times, and says after a success the other bit than without: now this one, now that one.
private struct Wavering: Adversary {
  typealias Query = GuessingGame.Query
  typealias Answer = Bool
  static let many = 8
  /// Three times in four one guess, otherwise many; of twenty successes seventeen count for it, and three against.
  static let causes = (0.75 + 0.25 * Double(many)) / Double(1 << GuessingGame.bits)
  static let advantage = causes * 14 / 20

  func play(_ oracle: inout some Oracle<Query, Bool>, coins: Coins) throws(Forfeit) -> Bool {
    let says = coins.uniform(below: 20, for: Label("says")) < 17
    for value in 0..<UInt64(coins.bits(2, for: Label("many")) == 0 ? Self.many : 1) {
      if try oracle.ask(Query(coin: 0, value: value)) { return !says }
    }
    return says
  }
}
