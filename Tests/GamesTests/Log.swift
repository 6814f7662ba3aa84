import Synchronization

/// Lines that are written down in order.
final class Log: Sendable {
  private let written = Mutex<[String]>([])
  func append(_ line: String) { written.withLock { $0.append(line) } }
  var lines: [String] { written.withLock { $0 } }
}
