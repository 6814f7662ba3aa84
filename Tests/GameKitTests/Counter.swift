import Synchronization

/// Counts its own calls, from any thread.
final class Counter: Sendable {
  private let calls = Atomic(0)
  func next() -> Int { calls.add(1, ordering: .relaxed).oldValue }
}
