/// Whoever is at the other end: a process, or in tests a pair of lists.
protocol Peer: AnyObject {
  /// Writes bytes that are whole lines.
  func send(_ bytes: [UInt8]) throws(PeerEnd)
  /// The next line, without its end.
  func readLine(until deadline: ContinuousClock.Instant) throws(PeerEnd) -> [UInt8]
  /// Ends it and all that it has started.
  func end()
  /// What it has said last beside the conversation, for whoever asks why it ended; empty if nothing.
  var lastWords: String { get }
}

/// Why no line comes any more.
enum PeerEnd: Error, Hashable {
  case late
  case ended(String)
  case tooLong(Int)
}
