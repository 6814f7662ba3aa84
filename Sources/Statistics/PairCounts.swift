/// How often two events of one trial occurred together: integers, so that shards merge exactly.
public struct PairCounts: Hashable, Codable, Sendable {
  public var neither, onlyFirst, onlySecond, both: UInt64

  @inlinable
  public init(neither: UInt64 = 0, onlyFirst: UInt64 = 0, onlySecond: UInt64 = 0, both: UInt64 = 0) {
    (self.neither, self.onlyFirst, self.onlySecond, self.both) = (neither, onlyFirst, onlySecond, both)
  }

  public var first: UInt64 { onlyFirst + both }
  public var second: UInt64 { onlySecond + both }
  /// Trials in which exactly one of them occurred.
  public var differ: UInt64 { onlyFirst + onlySecond }

  @inlinable
  public mutating func count(_ first: Bool, _ second: Bool) {
    switch (first, second) {
    case (false, false): neither += 1
    case (false, true): onlySecond += 1
    case (true, false): onlyFirst += 1
    case (true, true): both += 1
    }
  }

  public static func += (a: inout Self, b: Self) {
    a.neither += b.neither
    a.onlySecond += b.onlySecond
    a.onlyFirst += b.onlyFirst
    a.both += b.both
  }

  var counts: [Int] { [neither, onlyFirst, onlySecond, both].map { Int($0) } }
}
