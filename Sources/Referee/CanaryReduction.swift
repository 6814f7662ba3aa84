// Claim of a canary: known beforehand. A reduction that plants its challenge at one place of four is right; one that wins
// wherever the challenge might have stood wins four times as often as it can, and the referee must say so before every run of the
// kind.
import Coins
import GameKit
import Records

/// A game of one query, which is won in a quarter of the trials.
struct CanaryLamp: WinnableGame {
  typealias Query = CanaryHop.Query
  private var draw: UInt64 = 0
  private(set) var isWon = false

  mutating func restart(coins: Coins) { (draw, isWon) = (coins.bits(2, for: Label("canary")), false) }

  mutating func answer(_ query: Query) -> Int {
    isWon = draw == 0
    return isWon ? 1 : 0
  }
}

/// A reduction from the lamp to a lamp.
enum CanaryReduction: String, CaseIterable, Reduction {
  /// Hands the query on where it has planted the challenge, at one place of four, and answers the other ones itself.
  case planted
  /// Hands every query on.
  case greedy

  typealias Source = CanaryLamp
  typealias Target = CanaryLamp
  static let places = 4

  func play<A: Adversary<CanaryHop.Query, Int>>(
    _ adversary: A, against oracle: inout some Oracle<CanaryHop.Query, Int>, coins: Coins
  ) throws(Forfeit) -> Bool {
    if self == .greedy || coins.uniform(below: UInt64(Self.places), for: Label("planted")) == 0 {
      return try adversary.play(&oracle, coins: coins)
    }
    return false
  }

  var experiment: AnyExperiment {
    let budget = Budget<CanaryHop.Query.Kind> { _ in 1 }
    return AnyExperiment(
      ReductionExperiment(
        { CanaryLamp() }, budget: budget, adversary: CanaryHop.Look(), reduction: self, to: { CanaryLamp() },
        targetBudget: budget,
        agreement: .planted))
  }

  var expected: Verdict.Kind { self == .greedy ? .boundExceeded : .withinBound }
}
