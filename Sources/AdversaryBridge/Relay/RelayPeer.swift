internal import ChildProcesses
internal import Dispatch
internal import Synchronization

/// One of the players at the other end of a `Relay`.
final class RelayPeer: Peer, Sendable {
  private let number: Int
  private let relay: Relay
  private let heard = Mutex<[[UInt8]]>([])
  private let news = DispatchSemaphore(value: 0)
  private let fault = Mutex<String?>(nil)

  init(number: Int, _ relay: Relay) { (self.number, self.relay) = (number, relay) }

  /// More than it is asked for is not kept.
  private static let mostLines = 100

  func hear(_ line: [UInt8]) {
    let isKept = heard.withLock { lines in
      guard lines.count < Self.mostLines else { return false }
      lines.append(line)
      return true
    }
    if isKept { news.signal() }
  }

  func send(_ bytes: [UInt8], within time: Duration) throws(ChildFault) {
    relay.add(.line(player: number, String(decoding: bytes, as: UTF8.self)))
  }

  func readLine(within time: Duration) throws(ChildFault) -> [UInt8] {
    let deadline = ContinuousClock.now + time
    while news.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      if relay.isOver { throw .interrupted }
      guard ContinuousClock.now < deadline else {
        fault.withLock { $0 = "said nothing in time" }
        throw .silent(time)
      }
    }
    return heard.withLock { $0.removeFirst() }
  }

  func linesAtHand() -> [[UInt8]] {
    var lines: [[UInt8]] = []
    while news.wait(timeout: .now()) == .success { lines.append(heard.withLock { $0.removeFirst() }) }
    return lines
  }

  func end() { relay.end(number, why: fault.withLock { $0 }) }
  var confinement: Standing? { nil }
  var lastLines: String { "" }
}
