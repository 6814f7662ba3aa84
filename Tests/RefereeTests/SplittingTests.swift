@_spi(Harness) import Coins
import Foundation
import GameKit
import Records
import Referee
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

    init(wheels: Int) { self.wheels = wheels }

    var levels: Int { wheels }
    var isWon: Bool { level == wheels }

    mutating func restart(coins: Coins) { (self.coins, level) = (coins, 0) }

    mutating func answer(_ turn: Turn) -> Bool {
      // Wheels are opened one behind the other.
      guard turn.wheel == UInt64(level), coins.bits(4, for: Label("wheel", turn.wheel)) == turn.value else { return false }
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
    Splitting({ Lock(wheels: wheels) }, adversary: Thief(wheels: wheels), budget: Budget { _ in 10 }, factor: factor)
  }

  /// One play in 2²⁰ wins. By waiting, that would take millions.
  @Test func whatIsRareIsMeasured() {
    let estimate = splitting(wheels: 5, factor: 16).trees(0..<600, source: CoinSource(seed: 1))
    let exact = exp2(-20.0), limits = estimate.limits(alpha: 1e-3)
    #expect(limits.contains(exact) && limits.lower > 0 && limits.upper < 1000 * exact, "\(limits), \(estimate.mean)")
    #expect(estimate.mean > exact / 4 && estimate.mean < 4 * exact, "\(estimate.mean / exact)")
    #expect(estimate.plays < 100_000, "\(estimate.plays)")
  }

  /// In the mean of many trees, with whatever factor: within five of the errors that are seen.
  @Test(arguments: [1, 2, 5, 16]) func itIsUnbiased(_ factor: Int) {
    let game = splitting(wheels: 2, factor: factor), exact = 1.0 / 256
    let parts: [Double] = (0..<40 as Range<UInt64>).map { part in
      game.trees(100 * part..<100 * part + 100, source: CoinSource(seed: 2)).mean
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

  @Test func treesAreFunctionsOfTheirNumbers() {
    let game = splitting(wheels: 3, factor: 8)
    let (a, b) = (game.trees(0..<50, source: CoinSource(seed: 3)), game.trees(0..<50, source: CoinSource(seed: 3)))
    #expect(a.mean == b.mean && a.plays == b.plays && a.plays != game.trees(50..<100, source: CoinSource(seed: 3)).plays)
  }
}
