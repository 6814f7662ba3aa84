package import ChildProcesses

package typealias StartPeer = @Sendable () throws(StartFailure) -> any Peer

/// Whoever is at the other end: a child, or in tests a function.
package protocol Peer: AnyObject {
  /// Writes bytes that are whole lines.
  func send(_ bytes: [UInt8], within time: Duration) throws(ChildFault)
  /// The next line, without its end.
  func readLine(within time: Duration) throws(ChildFault) -> [UInt8]
  /// The lines that have come already, as far as one look at its output shows them.
  func linesAtHand() -> [[UInt8]]
  /// How it is confined; nil for what is no process.
  var confinement: Standing? { get }
  /// Ends it and all that it has started.
  func end()
  /// What it has written last, for whoever asks why it ended; empty if nothing.
  var lastLines: String { get }
}
