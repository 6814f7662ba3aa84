/// How often two bits of one trial took each of their four values.
public struct PairRecord: Hashable, Codable, Sendable {
  public let neither: UInt64
  public let onlyLeft: UInt64
  public let onlyRight: UInt64
  public let both: UInt64

  public init(neither: UInt64, onlyLeft: UInt64, onlyRight: UInt64, both: UInt64) {
    (self.neither, self.onlyLeft, self.onlyRight, self.both) = (neither, onlyLeft, onlyRight, both)
  }
}
