internal import ArgumentParser
internal import Foundation
internal import Synchronization

/// Turns the first interrupt (control-C), request to end (SIGTERM) or loss of the terminal (SIGHUP) into a flag, so that a run
/// can end with what it has; the second one kills as usual.
enum Interrupts {
  /// The signal that came; 0 before.
  private static let raised = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Begins to listen. The flag is touched first: a signal handler must not be the one to initialise it.
  /// - Parameter more: signals that end it gently, too, and do so however often they come.
  static func listen(beside more: [Int32] = []) {
    raised.store(0, ordering: .relaxed)
    for number in signals + more {
      // Whoever started this process may have blocked the signal.
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      handle(number) { number in
        Interrupts.raised.store(number, ordering: .relaxed)
        // No loop: a handler may not allocate.
        Interrupts.handle(SIGINT, SIG_DFL)
        Interrupts.handle(SIGTERM, SIG_DFL)
        Interrupts.handle(SIGHUP, SIG_DFL)
      }
    }
  }

  /// Gives the signal this handler, unless it is ignored: whoever started this process wants that, as nohup does with SIGHUP and
  /// a shell's script with SIGINT of what it starts in the background.
  /// - Returns: what handled it before.
  @discardableResult
  private static func handle(_ number: Int32, _ handler: Handler) -> Handler {
    let before = signal(number, handler)
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    return before
  }

  private typealias Handler = (@convention(c) (Int32) -> Void)?

  /// Does `body`, which waits for somebody's input: there is nothing yet that could be kept, so a signal ends the program.
  static func unheard<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let before = signals.map { ($0, handle($0, SIG_DFL)) }
    defer { for (number, handler) in before { signal(number, handler) } }
    return try body()
  }

  static var isRaised: Bool { raised.load(ordering: .relaxed) != 0 }

  /// The exit status of a run that was interrupted: 128 and the signal's number, as shells have it.
  static var status: ExitCode { ExitCode(128 + raised.load(ordering: .relaxed)) }
}
