/// The numbers of the trials that one thread plays, in order. Which one is under way is noted as it begins.
public struct Trials: Sequence, IteratorProtocol {
  @usableFromInline var upcoming: UInt64
  @usableFromInline var left: UInt64
  @usableFromInline let mark: TrialMark

  public init(_ numbers: Range<UInt64>) {
    (upcoming, left, mark) = (numbers.lowerBound, numbers.upperBound - numbers.lowerBound, .current)
  }

  /// One trial: also the last that a number names, which no range ends after.
  init(only trial: UInt64) { (upcoming, left, mark) = (trial, 1, .current) }

  /// Those that are still to be played; the last that a number names is in none.
  var numbers: Range<UInt64> { upcoming..<Swift.max(upcoming, upcoming &+ left) }

  @inlinable @inline(__always)
  public mutating func next() -> UInt64? {
    guard left > 0 else { return nil }
    let trial = upcoming
    (upcoming, left) = (upcoming &+ 1, left - 1)
    mark.set(trial)
    return trial
  }
}
