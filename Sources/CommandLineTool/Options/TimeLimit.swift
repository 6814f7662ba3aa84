internal import AdversaryBridge
internal import Synchronization

/// The time that a run may take: no block of trials, and no wait for a program, goes on after it.
final class TimeLimit: Sendable {
  /// Nil for no limit.
  let time: Duration?
  /// When it is over; nil before it has begun.
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  init(seconds: Int?) { time = seconds.map { .seconds($0) } }

  /// From now on it runs.
  func begin() { end.withLock { $0 = time.map { .now + $0 } } }

  private var isOver: Bool { end.withLock { $0.map { $0 <= .now } ?? false } }

  /// The program, which is interrupted then: what it had not finished counts as not played.
  func ending(_ program: AdversaryBridge.Program) -> AdversaryBridge.Program {
    var program = program
    program.isInterrupted = { [self, isInterrupted = program.isInterrupted] in isInterrupted() || isOver }
    return program
  }
}
