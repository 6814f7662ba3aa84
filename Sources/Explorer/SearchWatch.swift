/// Between a search and whoever waits for it: tells how far it is, and hears whether it should stop. Long loops inside a
/// deduction ask it, too.
public final class SearchWatch {
  /// Whether the search ends: what is concluded from then on is not complete.
  public private(set) var isStopped = false
  private(set) var progress = SearchProgress(states: 0, transitions: 0, depth: 0)
  private let shouldStop: (SearchProgress) -> Bool
  private var ticks = 0

  /// `shouldStop` is told how far the search is; once it says so, the search stops.
  public init(_ shouldStop: @escaping (SearchProgress) -> Bool = { _ in false }) { self.shouldStop = shouldStop }

  /// For the inside of loops: asks at every 1,024th call.
  @inline(__always)
  public func isStopping() -> Bool {
    ticks &+= 1
    if ticks & 1023 == 0 { ask() }
    return isStopped
  }

  func tell(_ progress: SearchProgress) {
    self.progress = progress
    ask()
  }

  func stop() { isStopped = true }

  private func ask() { if !isStopped, shouldStop(progress) { isStopped = true } }
}
