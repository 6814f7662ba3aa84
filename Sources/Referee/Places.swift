/// At how many places an event occurred in a trial, and whether the reduction won beside it.
public struct Places: Hashable, Sendable {
  public let count: Int
  public let isReductionWon: Bool

  public init(_ count: Int, isReductionWon: Bool) { (self.count, self.isReductionWon) = (count, isReductionWon) }
}
