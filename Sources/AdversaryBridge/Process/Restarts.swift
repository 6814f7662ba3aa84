internal import ChildProcesses
internal import Synchronization

/// How often the processes of a command have been started again, all of them together: a command that ends whatever it is asked
/// costs a run no more than so many starts.
final class Restarts: Sendable {
  /// More of them say that the program is broken.
  static let most = 3

  private struct State {
    var count = 0
    var isBroken = false
    var standing: Standing?
    var lastLoss: String?
  }

  private let state = Mutex(State())

  /// Lets a process be started.
  /// - Parameter isFirst: it is the conversation's first, and no other one has ended.
  /// - Returns: the number of the restart, 0 for a first start; nil if there were enough.
  func begin(isFirst: Bool) -> Int? {
    state.withLock { state in
      if isFirst { return state.isBroken ? nil : 0 }
      guard state.count < Self.most else {
        state.isBroken = true
        return nil
      }
      state.count += 1
      return state.count
    }
  }

  var count: Int { state.withLock { $0.count } }

  /// Why the last process was lost; nil before one was.
  var lastLoss: String? {
    get { state.withLock { $0.lastLoss } }
    set { state.withLock { $0.lastLoss = newValue } }
  }

  /// How the processes are confined; nil before the first.
  var standing: Standing? {
    get { state.withLock { $0.standing } }
    set { state.withLock { $0.standing = newValue } }
  }
}
