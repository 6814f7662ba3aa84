internal import ChildProcesses
internal import Foundation

/// Writes down what is said, line by line, `>` what the process is told and `<` what it says.
final class Traced: Peer {
  private let peer: any Peer
  private let file: Int32

  /// - Parameter path: a file to which everything of the run is added.
  init(_ peer: any Peer, to path: String) throws(StartFailure) {
    (self.peer, file) = (peer, try Self.opened(path))
  }

  static func opened(_ path: String) throws(StartFailure) -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw StartFailure(
        "what is said cannot be written to `\(path)`: \(String(cString: strerror(errno)).lowercased())",
        hint: "the variable GAMEKEEPER_TRACE names a file, to which everything is added")
    }
    return file
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

  func linesAtHand() -> [[UInt8]] {
    let lines = peer.linesAtHand()
    for line in lines { note("< ", line + [10]) }
    return lines
  }

  func end() { peer.end() }
  var confinement: Standing? { peer.confinement }
  var lastLines: String { peer.lastLines }

  private func note(_ mark: String, _ bytes: [UInt8]) { _ = write(file, Array(mark.utf8) + bytes, bytes.count + 2) }
}
