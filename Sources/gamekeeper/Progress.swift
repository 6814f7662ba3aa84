internal import Foundation
internal import Referee
internal import Reports
internal import Synchronization

/// Narration on standard error, on a terminal only and at most four times a second; and the answer to an interrupt.
final class Progress: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let judge: Judge
  private let target: UInt64
  private let lastShown = Mutex(Duration.zero)

  init(judge: Judge, target: UInt64) { (self.judge, self.target) = (judge, target) }

  /// Shows how far the run is; false asks it to stop.
  func show(_ progress: Referee.Progress) -> Bool {
    if isTerminal, isDue(progress.elapsed) {
      let estimate = judge.judge(progress.tally, measure: .winning, bound: nil).bad
      let line = ProgressLine.text(
        trials: progress.tally.trials, of: target, seconds: progress.elapsed / .seconds(1), lower: estimate.lower,
        upper: estimate.upper)
      FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }
    return !Interrupts.isRaised
  }

  /// What a long search is doing, in place of what it did before; nothing off a terminal.
  static func say(_ words: String) {
    if isatty(STDERR_FILENO) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[K\(words)".utf8)) }
  }

  /// Says what it is told at most four times a second.
  final class Ticker {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let clock = ContinuousClock()
    private var next = ContinuousClock.now

    func say(_ words: @autoclosure () -> String) {
      guard isTerminal, clock.now >= next else { return }
      next = clock.now + .milliseconds(250)
      Progress.say(words())
    }
  }

  /// For a search that counts: shows the count in the place of `%@`; false at an interrupt.
  static func counting(_ words: String) -> (Int) -> Bool {
    let ticker = Ticker()
    return { count in
      ticker.say(words.replacing("%@", with: "\(count)"))
      return !Interrupts.isRaised
    }
  }

  /// Clears the line.
  func finish() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func isDue(_ elapsed: Duration) -> Bool {
    lastShown.withLock { last in
      guard elapsed - last >= .milliseconds(250) else { return false }
      last = elapsed
      return true
    }
  }
}
