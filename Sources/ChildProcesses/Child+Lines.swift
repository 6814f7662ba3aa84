internal import CConfine
internal import Foundation

extension Child {
  /// The next line that it writes, without its end.
  public func readLine(within time: Duration) throws(ChildFault) -> [UInt8] {
    if let line = output.next() { return kept(line) }
    let now = ContinuousClock.now, deadline = now + time
    var isPatient = time >= patience
    while true {
      guard output.count <= Self.longestLine else { throw .endlessLine(limit: Self.longestLine) }
      guard isOutputOpen else { throw ended() }
      if isPatient, now.duration(to: .now) >= patience {
        isPatient = false
        say("waiting for \(name)")
      }
      guard try wait(writing: false, until: deadline) else { throw .silent(time) }
      if let line = output.next() { return kept(line) }
    }
  }

  /// The lines that it has written already, as far as one look at its output shows them.
  public func linesAtHand() -> [[UInt8]] {
    if isOutputOpen { readOutput() }
    var lines: [[UInt8]] = []
    while let line = output.next() { lines.append(kept(line)) }
    return lines
  }

  private func kept(_ line: [UInt8]) -> [UInt8] {
    lastOutput.append(line)
    return line
  }

  /// After the end of its output.
  private func ended() -> ChildFault {
    let unfinished = output.takeRest()
    if !unfinished.isEmpty { lastOutput.append(unfinished) }
    guard let ending = settledEnding() else { return .closedOutput(unfinished: unfinished) }
    return .ended(ending, unfinished: unfinished)
  }

  /// Sends all of it, and reads meanwhile what it writes.
  public func send(_ bytes: [UInt8], within time: Duration) throws(ChildFault) {
    let deadline = ContinuousClock.now + time
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        return confine_write(launch.input, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        guard output.count <= Self.mostUnread else { throw .floods(limit: Self.mostUnread) }
        guard try wait(writing: true, until: deadline) else { throw .doesNotRead(time) }
      } else if errno != EINTR {
        // It may have ended, and then that is what there is to say.
        guard let ending = settledEnding() else { throw .closedInput }
        throw .ended(ending, unfinished: [])
      }
    }
  }

  /// Its input ends here.
  public func closeInput() {
    if isInputOpen { _ = Foundation.close(launch.input) }
    isInputOpen = false
  }
}
