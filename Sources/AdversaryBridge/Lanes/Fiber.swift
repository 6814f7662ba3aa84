internal import CFibers

/// A piece of work that can wait in the middle, while others go on with theirs on the same thread.
///
/// Whoever plays a trial waits for the adversary's next line inside the game's code; with a fiber for each trial a line can be
/// about many.
final class Fiber {
  /// The games keep little on the stack; what is not touched costs no memory.
  private static let stackSize = 1 << 20

  private var handle: OpaquePointer?
  private let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }

  var hasEnded: Bool { handle.map { gk_fiber_has_ended($0) } ?? false }

  /// Goes on until the work waits or has ended.
  func resume() {
    if handle == nil {
      handle = gk_fiber_new(
        Self.stackSize, { Unmanaged<Fiber>.fromOpaque($0!).takeUnretainedValue().body() },
        Unmanaged.passUnretained(self).toOpaque())
    }
    guard let handle else { fatalError("no memory for the stack of another trial") }
    gk_fiber_resume(handle)
  }

  /// Called from inside: waits.
  static func wait() { gk_fiber_suspend() }

  deinit {
    if let handle { gk_fiber_free(handle) }
  }
}
