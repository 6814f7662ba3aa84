internal import Foundation
internal import Synchronization

/// Turns the first interrupt (control-C) into a flag, so that a run can end with what it has; the second one kills as usual.
enum Interrupts {
  private static let raised = Atomic(false)

  /// Begins to listen. The flag is touched first: a signal handler must not be the one to initialise it.
  static func listen() {
    raised.store(false, ordering: .relaxed)
    // Whoever started this process may have blocked the signal.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    signal(SIGINT) { _ in
      Interrupts.raised.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  static var isRaised: Bool { raised.load(ordering: .relaxed) }
}
