internal import Pages
internal import Synchronization

/// What goes on while a page looks at it.
final class Live<Progress: Sendable>: Sendable {
  private struct State {
    var progress: Progress?
    var lastSeen = ContinuousClock.now
    var cut: PlayState.Cut?
  }

  /// How long whoever has begun it may look away. A browser wakes a page that nobody sees once a minute.
  private static var patience: Duration { .seconds(90) }

  private let state = Mutex(State())

  /// How far it is, for a page that watches it.
  var seen: Progress? {
    state.withLock { state in
      state.lastSeen = .now
      return state.progress
    }
  }

  func stop() { cut(.stopped) }

  /// Ends it; the first reason stands.
  func cut(_ why: PlayState.Cut) { state.withLock { $0.cut = $0.cut ?? why } }

  /// Why it was ended; nil if it was not.
  var cut: PlayState.Cut? { state.withLock { $0.cut } }

  /// - Returns: whether it goes on: what no page looks at any more does not.
  func go(to progress: Progress) -> Bool {
    state.withLock { state in
      state.progress = progress
      if ContinuousClock.now - state.lastSeen >= Self.patience { state.cut = state.cut ?? .unwatched }
      return state.cut == nil
    }
  }
}
