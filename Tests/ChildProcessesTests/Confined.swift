import ChildProcesses
import Foundation
import TestSupport

/// Programs that try to get out, started as the tests need them.
enum Confined {
  /// The supervisor: it stands beside the test bundle.
  static let launcher = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("gamekeeper").path
  static let python = access("/usr/bin/python3", X_OK) == 0 ? "/usr/bin/python3" : "python3"

  /// What was said while a child was at work.
  final class Said {
    var lines: [String] = []
  }

  /// As a supervisor finds the system; nil if there is none. This process hides its memory, and cannot try namespaces any more.
  static let best = try? start(["true"], in: Sandbox(.best)).standing

  static func stands(_ rung: Rung) -> Bool { best?.rungs.contains(rung) ?? false }

  static func start(_ escape: String, _ arguments: String..., in sandbox: Sandbox, said: Said = Said()) throws -> Child {
    let script = PackageRoot.url.appending(path: "Tests/ChildProcessesTests/Escapes/\(escape).py").path
    return try start([python, script] + arguments, in: sandbox, said: said)
  }

  static func start(_ words: [String], in sandbox: Sandbox, said: Said = Said()) throws -> Child {
    try Child(Command(words: words), called: "mine", in: sandbox, launcher: launcher) { said.lines.append($0) }
  }

  /// The lines that it prints, up to its end or what is wrong with it.
  static func lines(of child: Child) -> (lines: [String], fault: ChildFault) {
    var lines: [String] = []
    while true {
      do throws(ChildFault) {
        lines.append(String(decoding: try child.readLine(within: .seconds(20)), as: UTF8.self))
      } catch { return (lines, error) }
    }
  }

  static func line(of child: Child) throws -> String {
    String(decoding: try child.readLine(within: .seconds(20)), as: UTF8.self)
  }
}
