/// A simulator inside a reduction: what it runs is won or lost.
public protocol WinnableSimulator: ServiceSimulator {
  var isWon: Bool { get }
}
