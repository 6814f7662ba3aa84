internal import CConfine
internal import Foundation

/// The two ends of a channel, which close when another program is executed.
enum Ends {
  static func pipe() throws(StartFailure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard confine_pipe(&ends) == 0 else { throw StartFailure.system("no pipe", errno) }
    return (ends[0], ends[1])
  }

  /// Both ends read and write.
  static func socketPair() throws(StartFailure) -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard confine_socket_pair(&ends) == 0 else { throw StartFailure.system("no socket", errno) }
    return (ends[0], ends[1])
  }
}
