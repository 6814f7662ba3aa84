/// Keeps the account of a game's sealed coins, beside the game: it sees the queries and the answers, as the adversary does, and
/// no coin. Beside a game that is built on services it sees theirs, too, in a `Journal`.
///
/// The implementer promises that the bad event of the game has a cause: a move that succeeded before it or with it. Whoever runs
/// trials checks that promise in each of them.
public protocol Ledger<Query, Answer>: SendableMetatype {
  associatedtype Query: GameQuery
  associatedtype Answer

  /// Begins a trial.
  mutating func restart()

  /// Enters what one query with its answer has decided.
  mutating func note(_ query: Query, _ answer: Answer, in account: inout Account)

  /// What no trial's sum of chances exceeds within this budget.
  func most(within budget: Budget<Query.Kind>) -> Double
}

extension Ledger {
  /// The most that equalities among `count` values of `bits` bits can add up to.
  public static func pairs(_ count: Int, bits: Int) -> Double {
    let values = Double(count)
    return min(values, values * (values - 1) / 2 * Double(sign: .plus, exponent: -bits, significand: 1))
  }

  /// The most that `tries` distinct guesses of values of `bits` bits can add up to: Σⱼ 1/(2ᵇ − (j mod 2ᵇ)) over j < tries.
  public static func guesses(_ tries: Int, bits: Int) -> Double {
    // As many guesses as there are values fit in no integer.
    guard bits < 63 else { return Double(tries) / (Double(sign: .plus, exponent: bits, significand: 1) - Double(tries) + 1) }
    let values = 1 << bits, (rounds, rest) = (tries >> bits, tries & (1 << bits - 1))
    // One by one where that is exact and short. Beyond, the last one's chance bounds those of an unfinished round, and a finished
    // one is a harmonic number, at most 1 + bits·ln 2.
    func sum(_ count: Int) -> Double { (0..<count).reduce(0) { $0 + 1 / Double(values - $1) } }
    let (round, part) =
      bits < 20 ? (sum(values), sum(rest)) : (1 + Double(bits), Double(rest) / (Double(values) - Double(rest) + 1))
    return (Double(rounds) * round + part) * (1 + 0x1p-40)
  }
}
