/// How often two events of one trial occurred together: integers, so shards merge exactly.
public struct PairCounts: Hashable, Sendable {
  public var neither: UInt64 = 0
  public var onlySecond: UInt64 = 0
  public var onlyFirst: UInt64 = 0
  public var both: UInt64 = 0

  public init() {}

  public var first: UInt64 { onlyFirst + both }
  public var second: UInt64 { onlySecond + both }
  /// Trials in which exactly one of them occurred.
  var differ: UInt64 { onlyFirst + onlySecond }

  mutating func count(_ first: Bool, _ second: Bool) {
    switch (first, second) {
    case (false, false): neither += 1
    case (false, true): onlySecond += 1
    case (true, false): onlyFirst += 1
    case (true, true): both += 1
    }
  }

  static func += (a: inout Self, b: Self) {
    a.neither += b.neither
    a.onlySecond += b.onlySecond
    a.onlyFirst += b.onlyFirst
    a.both += b.both
  }
}
