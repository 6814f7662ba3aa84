internal import Foundation
internal import Referee
internal import Reports
internal import Synchronization

/// Narration on standard error: one line that is written over, at most four times a second; or, where `--progress always` asks
/// for it and there is no such terminal, a line now and then.
enum Progress {
  enum Style { case over, below, none }

  private struct State {
    var mode = ProgressOptions.Mode.auto
    var row = 0
    var rows = 0
    var began = ContinuousClock.now
  }

  private static let state = Mutex(State())

  static func choose(_ mode: ProgressOptions.Mode) { state.withLock { $0.mode = mode } }

  static var style: Style {
    switch state.withLock(\.mode) {
    case .never: .none
    case .auto: Terminal.hasEscapes(STDERR_FILENO) ? .over : .none
    case .always: Terminal.hasEscapes(STDERR_FILENO) ? .over : .below
    }
  }

  /// The runs that follow are the rows of one table.
  static func expect(rows: Int) { state.withLock { ($0.row, $0.rows, $0.began) = (0, rows, .now) } }

  /// The name of the row that begins: with its number, if there are several, and about when the last one ends, if those that are
  /// left take as long as those before.
  static func nextRow(_ name: String) -> String {
    state.withLock { state in
      guard state.rows > 1 else { return "" }
      state.row += 1
      let seconds = (ContinuousClock.now - state.began) / .seconds(1)
      let left = state.row > 1 ? seconds / Double(state.row - 1) * Double(state.rows - state.row + 1) : 0
      return "\(state.row) of \(state.rows)\(left >= 1 ? ", about \(ProgressLine.time(left)) left" : ""): \(name)   "
    }
  }

  /// What a long search is doing, in place of what it did before.
  static func say(_ words: String) {
    // Names come from files: what would move the cursor is not passed on.
    let plain = String(
      String.UnicodeScalarView(words.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    switch style {
    case .over: try? Descriptor.write("\r\u{1B}[K\(plain.prefix(Terminal.columns(STDERR_FILENO) - 1))", to: STDERR_FILENO)
    case .below: if !plain.isEmpty { Failure.line(plain) }
    case .none: break
    }
  }

  /// Clears the line.
  static func finish() { say("") }

  /// Says what it is told only as often as somebody can read it.
  final class Ticker: Sendable {
    private let style = Progress.style
    private let next = Mutex(ContinuousClock.now)

    func say(_ words: @autoclosure () -> String) {
      guard style != .none, isDue() else { return }
      Progress.say(words())
    }

    private func isDue() -> Bool {
      let now = ContinuousClock.now
      return next.withLock { next in
        if now < next { return false }
        next = now + .milliseconds(style == .over ? 250 : 2000)
        return true
      }
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

  /// For a run: shows how far it is; false at an interrupt.
  /// - Parameters:
  ///   - measure: how the advantage is measured; nil where it is the bad event that is counted.
  ///   - chances: how the advantage is measured by chances, and in how many trials.
  static func running(
    _ name: String, judge: Judge, measure: Measure?, target: UInt64, chances: (measure: Measure, target: UInt64)
  ) -> @Sendable (Referee.Progress) -> Bool {
    let (ticker, row) = (Ticker(), nextRow(name))
    return { progress in
      func line() -> String {
        let seconds = progress.elapsed / .seconds(1)
        if let tally = progress.chances {
          let advantage = judge.judge(tally, measure: chances.measure, bound: nil).advantage
          return row
            + ProgressLine.text(
              trials: tally.trials, of: chances.target, seconds: seconds, quantity: "advantage by chances",
              lower: advantage.lower, upper: advantage.upper)
        }
        let judgement = judge.judge(progress.tally, measure: measure ?? .winning, bound: nil)
        let (lower, upper) =
          measure == nil ? (judgement.bad.lower, judgement.bad.upper) : (judgement.advantage.lower, judgement.advantage.upper)
        return row
          + ProgressLine.text(
            trials: progress.tally.trials, of: target, seconds: seconds, quantity: measure == nil ? "bad event" : "advantage",
            lower: lower, upper: upper)
      }
      ticker.say(line())
      return !Interrupts.isRaised
    }
  }
}
