import Foundation

/// The processor time of this thread in seconds: what a core spends, whatever else the machine does meanwhile.
func processorSeconds() -> Double {
  var time = timespec()
  precondition(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0, "this system has no clock of a thread's processor time")
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Trials a second and core: the median of several runs.
func trialsPerCoreSecond(_ trials: UInt64, runs: Int = 5, _ body: (UInt64) -> Void) -> Double {
  let rates = (0..<runs).map { _ in
    let start = processorSeconds()
    body(trials)
    return Double(trials) / (processorSeconds() - start)
  }
  return rates.sorted()[runs / 2]
}

/// The rates of two bodies, run in turn so that both see the same machine.
func alternately(_ trials: UInt64, runs: Int = 5, _ a: (UInt64) -> Void, _ b: (UInt64) -> Void) -> (Double, Double) {
  var (first, second): ([Double], [Double]) = ([], [])
  for _ in 0..<runs {
    first.append(trialsPerCoreSecond(trials, runs: 1, a))
    second.append(trialsPerCoreSecond(trials, runs: 1, b))
  }
  return (first.sorted()[runs / 2], second.sorted()[runs / 2])
}

/// `x` with three significant digits or so.
func rounded(_ x: Double) -> String { x >= 100 ? "\(Int(x.rounded()))" : "\((x * 100).rounded() / 100)" }
