import ChildProcesses
import Foundation

/// A program with a command on every ladder, all of which ignore what they are told, and have started others.
struct Keeper {
  private static let stubborn =
    "trap '' HUP INT TERM; (while :; do sleep 1; done) & echo ready; while :; do sleep 1; done"

  let mark: String

  func keep() throws {
    // Whoever began the test may ignore them, or have blocked them.
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    let ladders = [Sandbox(.none), Sandbox(rungs: [.basics]), Sandbox(.best)]
    let command = try Command(words: ["sh", "-c", Self.stubborn, mark])
    var children: [Child] = []
    do {
      for sandbox in ladders { children.append(try Child(command, called: "stubborn", in: sandbox, say: { _ in })) }
      for child in children { _ = try child.readLine(within: .seconds(10)) }
    } catch {
      // Killed before it had begun.
      return
    }
    FileHandle.standardOutput.write(Data("ready\n".utf8))
    while !children.isEmpty {
      children = children.filter { child in
        do throws(ChildFault) { _ = try child.readLine(within: .milliseconds(10)) } catch {
          if case .silent = error { return true }
        }
        return false
      }
    }
  }
}
