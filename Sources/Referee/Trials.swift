/// The numbers of the trials that one thread plays, in order. Which one is under way is noted as it begins.
public struct Trials: Sequence, IteratorProtocol {
  @usableFromInline var upcoming: UInt64
  @usableFromInline let end: UInt64
  @usableFromInline let mark: TrialMark

  public init(_ numbers: Range<UInt64>) { (upcoming, end, mark) = (numbers.lowerBound, numbers.upperBound, .current) }

  /// Those that are still to be played.
  var numbers: Range<UInt64> { upcoming..<end }

  @inlinable @inline(__always)
  public mutating func next() -> UInt64? {
    guard upcoming < end else { return nil }
    let trial = upcoming
    upcoming += 1
    mark.set(trial)
    return trial
  }
}
