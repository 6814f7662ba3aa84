internal import ChildProcesses
internal import Foundation

/// Writes down what is said, line by line, `>` what the process is told and `<` what it says.
final class Traced: Peer {
  private let peer: any Peer
  private let file: Int32

  /// - Parameter path: a file to which everything of the run is added.
  init(_ peer: any Peer, to path: String) {
    self.peer = peer
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  deinit { close(file) }

  func send(_ bytes: [UInt8], within time: Duration) throws(ChildFault) {
    note("> ", bytes)
    try peer.send(bytes, within: time)
  }

  func readLine(within time: Duration) throws(ChildFault) -> [UInt8] {
    let line = try peer.readLine(within: time)
    note("< ", line + [10])
    return line
  }

  func end() { peer.end() }
  var lastLines: String { peer.lastLines }

  private func note(_ mark: String, _ bytes: [UInt8]) { _ = write(file, Array(mark.utf8) + bytes, bytes.count + 2) }
}
