@_spi(Harness) import Coins
import Foundation
import GameKit
import Records
import Referee
import Statistics
import Synchronization
import Testing

/// Rare wins by splitting, against a closed formula.
@Suite struct SplittingTests {
  /// A lock of several wheels: each has a coin of its own, and is turned once; it is won if all are right.
  private struct Lock: LevelledGame {
    struct Turn: GameQuery {
      enum Kind: Int, QueryKind {
        case turn
        var symbol: String { "q_turn" }
      }
      let wheel, value: UInt64
      var kind: Kind { .turn }
      var description: String { "turn(\(wheel), \(value))" }
    }

    let wheels: Int
    var level = 0
    private var coins = Coins.beforeTheFirstTrial

    let isStuck: Bool

    init(wheels: Int, isStuck: Bool = false) { (self.wheels, self.isStuck) = (wheels, isStuck) }

    var levels: Int { wheels }
    var isWon: Bool { level == wheels }

    mutating func restart(coins: Coins) { (self.coins, level) = (coins, 0) }

    mutating func answer(_ turn: Turn) -> Bool {
      // What is decided before the first level, and shows at the second.
      let isClosed = isStuck && coins.bits(1, for: Label("stuck")) == 1
      // Wheels are opened one behind the other.
      guard turn.wheel == UInt64(level), !isClosed || turn.wheel == 0,
        isStuck && turn.wheel == 0 || coins.bits(4, for: Label("wheel", turn.wheel)) == turn.value
      else { return false }
      level += 1
      return true
    }
  }

  private struct Thief: Adversary {
    typealias Query = Lock.Turn
    typealias Answer = Bool
    let wheels: Int

    func play(_ oracle: inout some Oracle<Lock.Turn, Bool>, coins: Coins) throws(Forfeit) -> Bool {
      for wheel in 0..<UInt64(wheels) {
        guard try oracle.ask(Lock.Turn(wheel: wheel, value: coins.bits(4, for: Label("guess", wheel)))) else { return false }
      }
      return true
    }
  }

  private func splitting(wheels: Int, factor: Int) -> Splitting<Lock, Thief> {
    Splitting(
      { Lock(wheels: wheels) }, adversary: Thief(wheels: wheels), budget: Budget { _ in 10 }, factor: factor,
      levelsForget: true)
  }

  /// One play in 2²⁰ wins. By waiting, that would take millions.
  @Test func whatIsRareIsMeasured() throws {
    let estimate = try #require(splitting(wheels: 5, factor: 16).trees(0..<400, source: CoinSource(seed: 1)))
    let exact = exp2(-20.0)
    let limits = estimate.limits(alpha: 1e-3)
    #expect(limits.contains(exact) && limits.lower > exact / 100 && limits.upper < 100 * exact, "\(limits), \(estimate.passages)")
    #expect(estimate.plays < 20_000, "\(estimate.plays)")
  }

  /// The twin: half of the plays can never pass the second wheel, and that is decided before the first. Limits that trust the
  /// levels to forget miss often; those that do not trust them hold.
  @Test(arguments: [true, false]) func aLevelThatDoesNotForgetIsNoFactor(_ forgets: Bool) throws {
    func limits(_ seed: UInt64) throws -> Interval {
      let game = Splitting(
        { Lock(wheels: 2, isStuck: true) }, adversary: Thief(wheels: 2), budget: Budget { _ in 10 }, factor: 400,
        levelsForget: forgets)
      return try #require(game.trees(0..<5, source: CoinSource(seed: seed))).limits(alpha: 0.05)
    }
    let missed = try (0..<8 as Range<UInt64>).count { !(try limits($0)).contains(1.0 / 32) }
    #expect(forgets ? missed > 1 : missed == 0, "\(missed) of 8")
  }

  /// In the mean of many trees, with whatever factor: within five of the errors that are seen.
  @Test(arguments: [1, 2, 5, 16]) func itIsUnbiased(_ factor: Int) throws {
    let game = splitting(wheels: 2, factor: factor), exact = 1.0 / 256
    let parts: [Double] = try (0..<40 as Range<UInt64>).map { part in
      try #require(game.trees(100 * part..<100 * part + 100, source: CoinSource(seed: 2))).mean
    }
    let mean: Double = parts.reduce(0, +) / 40
    let squares: [Double] = parts.map { ($0 - mean) * ($0 - mean) }
    let error: Double = (squares.reduce(0, +) / 39 / 40).squareRoot()
    #expect(abs(mean - exact) < 5 * error, "\(mean) ± \(error)")
    // The twin: wins counted without their weight.
    #expect(factor == 1 || abs(mean * Double(factor) - exact) > 5 * error)
  }

  @Test func aBranchKeepsItsBeginningAndDrawsTheRestAnew() {
    let fresh = Coins.beforeTheFirstTrial
    let first = BranchTape(beginning: [], fresh: fresh, branch: 0)
    func values(_ tape: BranchTape) -> [UInt64] {
      let coins = CoinSource(seed: 1).coins(trial: 0, role: .challenger, tape: tape)
      return (0..<20).map { coins.bits(40, for: Label("coin", $0)) }
    }
    let all = values(first)
    #expect(values(first) == all, "a draw has one value")
    let (same, other) = (
      BranchTape(beginning: Array(first.draws.prefix(7)), fresh: fresh, branch: 1),
      BranchTape(beginning: [], fresh: fresh, branch: 1)
    )
    #expect(values(same).prefix(7) == all.prefix(7) && zip(values(same), all).dropFirst(7).allSatisfy { $0 != $1 })
    #expect(zip(values(other), all).allSatisfy { $0 != $1 })
  }

  @Test func treesAreFunctionsOfTheirNumbers() throws {
    let game = splitting(wheels: 3, factor: 8)
    let source = CoinSource(seed: 3)
    let whole = try #require(game.trees(0..<50, source: source))
    #expect(game.trees(0..<50, source: source) == whole && game.trees(50..<100, source: source) != whole)
    var sum = try #require(game.trees(0..<20, source: source))
    sum += try #require(game.trees(20..<50, source: source))
    #expect(sum == whole, "parts add up")
  }

  /// Whatever it is stopped at, what is left are the trees before it; on any number of threads.
  @Test(arguments: [1, 3]) func aTreeThatIsStoppedIsNoTree(_ threads: Int) async throws {
    let game = splitting(wheels: 3, factor: 8), source = CoinSource(seed: 3)
    #expect(game.trees(0..<50, source: source, shouldStop: { true }) == nil)
    let referee = Referee(source: source, judge: Judge(alpha: 1e-3), threads: threads)
    let plays = Atomic<Int>(0)
    let stopped = try #require(
      await referee.split({ game.trees($0, source: $2, shouldStop: $3) }, into: 8, trees: 10_000) {
        plays.add(1, ordering: .relaxed).newValue > 500
      })
    #expect(stopped.trees > 0 && stopped.plays <= 500 && stopped.trees < 500, "\(stopped)")
    #expect(stopped == game.trees(0..<UInt64(stopped.trees), source: source))
  }
}
