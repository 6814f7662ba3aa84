/// Between a search and whoever waits for it: tells how far it is, and hears whether it should stop. Long loops inside a
/// deduction ask it, too.
public final class SearchWatch {
  /// Whether the search ends: what is concluded from then on is not complete.
  public private(set) var isStopped = false
  private var progress = SearchProgress()
  private let began = ContinuousClock.now
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

  func tell(states: Int, frontier: Int, transitions: Int, depth: Int) {
    (progress.states, progress.frontier, progress.transitions, progress.depth) = (states, frontier, transitions, depth)
    ask()
  }

  func stop() { isStopped = true }

  private func ask() {
    if isStopped { return }
    progress.elapsed = ContinuousClock.now - began
    if shouldStop(progress) { isStopped = true }
  }
}
