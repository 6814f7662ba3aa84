internal import ChildProcesses
internal import Foundation
internal import Playground

/// A command of a lesson, played by this very program: in a folder of its own, and with limits. It ends with the server.
enum LessonCommand {
  /// How long it may take, and how long its processes may compute, in seconds.
  private static let (patience, processorSeconds): (Int, UInt64) = (100, 300)

  @Sendable static func play(_ command: String) async -> ShellResult {
    await withCheckedContinuation { continuation in
      // It waits, which the tasks of the pages should not.
      DispatchQueue.global(qos: .utility).async { continuation.resume(returning: played(command)) }
    }
  }

  private static func played(_ text: String) -> ShellResult {
    var limits = Limits()
    (limits.memory, limits.processorSeconds) = (4 << 30, processorSeconds)
    var lines: [String] = []
    do throws(StartFailure) {
      let words = try Command(text).words
      let child = try ChildProcesses.Child(
        Command(words: [Library.program.path] + words.dropFirst()), called: words[0],
        in: Sandbox(rungs: [.basics], limits: limits), isInterrupted: { Interrupts.isRaised },
        say: { lines.append(String($0.trimmingPrefix("\(words[0]): "))) })
      child.patience = .seconds(patience + 1)
      let deadline = ContinuousClock.now + .seconds(patience)
      do throws(ChildFault) {
        while true { lines.append(String(decoding: try child.readLine(within: deadline - .now), as: UTF8.self)) }
      } catch {
        if case .ended(.exited(let status), let unfinished) = error {
          lines += unfinished.isEmpty ? [] : [String(decoding: unfinished, as: UTF8.self)]
          return ShellResult(output: lines.joined(separator: "\n") + "\n", ending: .exited(status))
        }
        let why = if case .silent = error { "was ended: it may take \(patience) s" } else { "\(error)" }
        return ShellResult(output: lines.joined(separator: "\n") + "\n", ending: .cut(why))
      }
    } catch { return ShellResult(output: "", ending: .cut("could not be started: \(error)")) }
  }
}
