import Foundation

/// The processor time of this thread in seconds: what the harness spends, whatever the child does meanwhile.
func processorSeconds() -> Double {
  var time = timespec()
  precondition(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0, "this system has no clock of a thread's processor time")
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// What so many queries cost.
struct Cost {
  /// By the clock, a second.
  let queriesPerSecond: Double
  /// Of this thread's processor time, in microseconds.
  let microsecondsPerQuery: Double

  /// The run of several that took this thread the median of their times.
  init(queries: UInt64, runs: Int = 3, _ body: () -> Void) {
    let all = (0..<runs).map { _ in
      let (clock, start) = (ContinuousClock.now, processorSeconds())
      body()
      let (elapsed, used) = (clock.duration(to: .now) / .seconds(1), processorSeconds() - start)
      return (elapsed, used)
    }.sorted { $0.1 < $1.1 }
    let (elapsed, used) = all[runs / 2]
    (queriesPerSecond, microsecondsPerQuery) = (Double(queries) / elapsed, used / Double(queries) * 1e6)
  }
}
