public import Statistics

/// What trees have shown (`Splitting`): integers, so that parts add up exactly.
public struct SplittingEstimate: Sendable, Equatable {
  /// How many branches have tried to pass a level, and how many did.
  public struct Passage: Sendable, Equatable {
    public internal(set) var tried = 0
    public internal(set) var passed = 0
  }

  public internal(set) var trees = 0
  /// Plays in all, each from the beginning.
  public internal(set) var plays = 0
  /// How often a tree had so many wins.
  var wins: [Int: Int] = [:]
  /// Level by level.
  public internal(set) var passages: [Passage]
  /// The wins of a tree of which nothing is lost: factor^(levels − 1).
  let most: Double
  /// Whether each level is passed with one probability, whatever was before.
  public let forgets: Bool

  init(levels: Int, most: Double, forgets: Bool) {
    (passages, self.most, self.forgets) = (Array(repeating: Passage(), count: levels), most, forgets)
  }

  /// Adds what other trees showed.
  public static func += (a: inout Self, b: Self) {
    a.trees += b.trees
    a.plays += b.plays
    a.wins.merge(b.wins, uniquingKeysWith: +)
    for level in a.passages.indices {
      a.passages[level].tried += b.passages[level].tried
      a.passages[level].passed += b.passages[level].passed
    }
  }

  /// The probability of winning.
  public var mean: Double { trees == 0 ? 0 : wins.reduce(0) { $0 + Double($1.key * $1.value) } / most / Double(trees) }

  /// Limits of it that hold at all numbers of trees at once, with error probability `alpha` in all.
  public func limits(alpha: Double) -> Interval {
    guard !forgets else {
      let levels = passages.map {
        ConfidenceSequence.proportion(events: $0.passed, trials: $0.tried, alpha: alpha / Double(passages.count))
      }
      return Interval(
        lower: levels.reduce(1) { $0 * $1.lower.value }, upper: levels.reduce(1) { $0 * $1.upper.value })
    }
    return BoundedMean(in: Interval(lower: 0, upper: 1)).limits(
      Histogram(wins.sorted { $0.key < $1.key }.map { (Double($0.key) / most, $0.value) }), alpha: alpha)
  }
}
