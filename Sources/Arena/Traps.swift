internal import Coins
internal import Foundation
internal import Referee
internal import Synchronization
internal import Words

/// Says where the program was when it trapped, as an adversary does with an index out of range. Swift cannot catch a trap; one
/// line can still be written before the process ends with status 70.
public enum Traps {
  /// What is being played, as the bytes that stand around the number of the trial.
  private struct Scene {
    /// From the adversary's name to the head of the token.
    let text: UnsafeMutableBufferPointer<UInt8>
    /// Of the token's head.
    let checksum: ReplayToken.Checksum
  }

  /// The address of the scene; 0 before there is one.
  private static let scene = Atomic<UInt>(0)
  /// The address of how the line begins, which a C string ends.
  private static let beginning = Atomic<UInt>(0)
  private static let isReported = Atomic(false)

  /// Begins to listen, unless the environment asks for Swift's own backtrace (`SWIFT_BACKTRACE=enable=yes`). Everything that the
  /// handler touches is touched first: a signal handler must not be the one to initialise it.
  public static func listen() {
    if ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"]?.contains("enable=yes") == true { return }
    TrialMark.prepare()
    isReported.store(false, ordering: .relaxed)
    _ = scene.load(ordering: .relaxed)
    let words = "\(Program.name): internal error: the program stopped"
    beginning.store(UInt(bitPattern: words.withCString { strdup($0) }), ordering: .releasing)
    for trap in [SIGILL, SIGTRAP] { signal(trap) { _ in Traps.report() } }
  }

  /// From now on the trials are this selection's.
  static func isPlaying(_ selection: Selection, _ source: CoinSource) {
    let head = ReplayToken.head(selection, source)
    // What ends the token is added when it is known.
    let replay = CommandWords.replay(head).dropLast()
    let words = " of \(selection.adversary) on \(selection.entry.name); replay it with: \(replay)"
    let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: words.utf8.count)
    _ = text.initialize(from: words.utf8)
    var checksum = ReplayToken.Checksum()
    checksum.add(head.utf8)
    let new = UnsafeMutablePointer<Scene>.allocate(capacity: 1)
    new.initialize(to: Scene(text: text, checksum: checksum))
    // Whatever was played before has ended: nobody reads its scene any more.
    let last = scene.exchange(UInt(bitPattern: new), ordering: .acquiringAndReleasing)
    guard let old = UnsafeMutablePointer<Scene>(bitPattern: last) else { return }
    old.pointee.text.deallocate()
    old.deinitialize(count: 1)
    old.deallocate()
  }

  /// Runs in a signal handler: it may not allocate, and what it calls may not either.
  private static func report() -> Never {
    // Of several threads that trap at once one reports.
    while isReported.exchange(true, ordering: .acquiringAndReleasing) { pause() }
    if let words = UnsafePointer<CChar>(bitPattern: beginning.load(ordering: .acquiring)) {
      _ = Foundation.write(STDERR_FILENO, words, strlen(words))
    }
    if let trial = TrialMark.trial, let scene = UnsafePointer<Scene>(bitPattern: scene.load(ordering: .acquiring))?.pointee {
      write(" inside trial ")
      var checksum = scene.checksum
      write(decimal: trial)
      _ = Foundation.write(STDERR_FILENO, scene.text.baseAddress, scene.text.count)
      write(decimal: trial) { checksum.add($0) }
      write("/")
      for shift in stride(from: 28, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: checksum.sum >> UInt32(shift)) & 15
        write(byte: digit < 10 ? 48 + digit : 87 + digit)
      }
      write("'")
    }
    write("\n")
    _exit(70)
  }

  private static func write(decimal number: UInt64, seen: (UInt8) -> Void = { _ in }) {
    var power: UInt64 = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      let digit = 48 + UInt8(truncatingIfNeeded: number / power % 10)
      seen(digit)
      write(byte: digit)
      power /= 10
    }
  }

  private static func write(_ text: StaticString) { _ = Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount) }

  private static func write(byte: UInt8) {
    var byte = byte
    _ = Foundation.write(STDERR_FILENO, &byte, 1)
  }
}
