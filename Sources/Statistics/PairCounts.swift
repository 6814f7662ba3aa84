/// How often a pair (x, y) of bits took each of its four values. Shards merge by addition.
public struct PairCounts: Sendable, Hashable, Codable {
  public var neither, onlyX, onlyY, both: Int

  public init(neither: Int = 0, onlyX: Int = 0, onlyY: Int = 0, both: Int = 0) {
    (self.neither, self.onlyX, self.onlyY, self.both) = (neither, onlyX, onlyY, both)
    Require.counts(counts)
  }

  public static func + (a: PairCounts, b: PairCounts) -> PairCounts {
    PairCounts(neither: a.neither + b.neither, onlyX: a.onlyX + b.onlyX, onlyY: a.onlyY + b.onlyY, both: a.both + b.both)
  }

  var counts: [Int] { [neither, onlyX, onlyY, both] }
}
