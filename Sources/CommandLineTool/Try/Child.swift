internal import Foundation

/// Another program, on the streams of this one.
enum Child {
  /// Runs it to its end.
  /// - Returns: its exit status; for one that a signal has ended, 128 and the signal's number.
  static func status(of program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // A terminal sends its interrupt to both: the other program says what it has so far, and this one waits for it.
    let old = signal(SIGINT) { _ in }
    defer { _ = signal(SIGINT, old) }
    do { try process.run() } catch {
      throw Problem.fail("`\(program)` cannot be run: \(error)", status: Failure.unavailable)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// The program of this name on the path.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }.first {
      access($0, X_OK) == 0 && !Files.isFolder($0)
    }
  }
}
