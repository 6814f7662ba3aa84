internal import Foundation
public import Synchronization

/// The number of the trial that a thread is inside, for whoever has to say where the program stopped. It costs one store a trial.
public final class TrialMark: Sendable {
  @usableFromInline let number = Atomic(TrialMark.none)
  /// No trial has this number: a run has 10¹⁵ at most.
  @usableFromInline static let none = UInt64.max

  private init() {}

  @inlinable @inline(__always)
  func set(_ trial: UInt64) { number.store(trial, ordering: .relaxed) }

  func clear() { number.store(Self.none, ordering: .relaxed) }

  /// This thread's mark, which is made when it is first asked for and stays as long as the process.
  static var current: TrialMark {
    if let mark = pthread_getspecific(key) { return Unmanaged.fromOpaque(mark).takeUnretainedValue() }
    let mark = TrialMark()
    pthread_setspecific(key, Unmanaged.passRetained(mark).toOpaque())
    return mark
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key, nil)
    precondition(status == 0, "this process has no thread-specific storage left: \(status)")
    return key
  }()

  /// Puts back what `trial` was: for whoever plays several trials in turns on one thread.
  package static func restore(_ trial: UInt64?) { current.set(trial ?? none) }

  /// Makes the thread-specific storage. A signal handler must not be the one to do so.
  public static func prepare() { _ = key }

  /// The trial that this thread is inside, if it is. It allocates nothing, so that a signal handler may ask.
  public static var trial: UInt64? {
    guard let mark = pthread_getspecific(key) else { return nil }
    let number = Unmanaged<TrialMark>.fromOpaque(mark)._withUnsafeGuaranteedRef { $0.number.load(ordering: .relaxed) }
    return number == none ? nil : number
  }
}
