internal import ChildProcesses

extension Child: Peer {
  var lastLines: String {
    lastWords.map { "\($0.stream): \($0.lines.suffix(3).joined(separator: " ⏎ "))" }.joined(separator: "; ")
  }

  var confinement: Standing? { standing }

  func end() { close() }
}
