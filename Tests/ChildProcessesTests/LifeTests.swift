import ChildProcesses
import Foundation
import TestSupport
import Testing

/// Nothing that a command has started is there any more when it has ended, whatever it did to stay.
@Suite struct LifeTests {
  static let ladders = [[], [Rung.basics], EscapeTests.everyRung]

  private func isThere(_ process: Int32) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    // One that nobody has asked for yet has ended, too.
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    return !status.contains("State:\tZ")
  }

  /// The system takes its time to end one.
  private func isGone(_ process: Int32) -> Bool {
    let deadline = ContinuousClock.now + .seconds(10)
    while isThere(process), ContinuousClock.now < deadline { usleep(1000) }
    return !isThere(process)
  }

  @Test(arguments: [[], ["keep"]], [[], [Rung.basics]]) func noGrandchildOutlivesItsParents(
    _ arguments: [String], _ rungs: [Rung]
  ) throws {
    let script = PackageRoot.url.appending(path: "Tests/ChildProcessesTests/Escapes/outlive.py").path
    let child = try Confined.start([Confined.python, script] + arguments, in: Sandbox(rungs: rungs))
    let (lines, fault) = Confined.lines(of: child)
    let left = try #require(lines.first?.split(separator: " ").last.flatMap { Int32($0) })
    #expect(fault == .ended(.exited(0), unfinished: []), "it holds no stream")
    #expect(isGone(left))
  }

  /// A few of the hundreds of times that the nightly jobs do it.
  @Test func whoeverIsKilledLeavesNothingBehind() throws {
    let orphans = URL(filePath: Confined.launcher).deletingLastPathComponent().appending(path: "orphans").path
    let run = try ChildProcess([orphans, "10"])
    #expect(run.status == 0 && run.output.hasSuffix("nothing was left behind\n"), "\(run)")
  }

  /// Without a supervisor it stays.
  @Test func theSameGrandchildOutlivesAPlainProcess() throws {
    let script = PackageRoot.url.appending(path: "Tests/ChildProcessesTests/Escapes/outlive.py").path
    let run = try ChildProcess([Confined.python, script])
    let left = try #require(run.output.split(separator: " ").last.flatMap { Int32($0.filter(\.isNumber)) })
    #expect(isThere(left))
    kill(left, SIGKILL)
  }

  /// Its own numbers of processes say nothing here.
  @Test(.enabled(if: Confined.stands(.namespaces))) func inNamespacesAllEndWithTheCommand() throws {
    let child = try Confined.start("outlive", "keep", in: Sandbox(rungs: EscapeTests.everyRung))
    #expect(Confined.lines(of: child).fault == .ended(.exited(0), unfinished: []))
  }

  @Test(arguments: ladders) func whoeverIgnoresSignalsIsEnded(_ rungs: [Rung]) throws {
    let child = try Confined.start("misbehave", "ignore-signals", in: Sandbox(rungs: rungs))
    #expect(try Confined.line(of: child) == "ready")
    #expect(child.close() == .closed)
    #expect(child.close() == .closed, "once")
  }

  /// What ends by itself is told apart from what was ended.
  @Test(arguments: ladders) func theStatusIsTheCommands(_ rungs: [Rung]) throws {
    let endings: [(String, Ending)] = [
      ("exit 0", .exited(0)), ("exit 3", .exited(3)), ("kill -9 $$", .killed(signal: 9)), ("kill -SEGV $$", .killed(signal: 11)),
    ]
    for (script, ending) in endings {
      let child = try Confined.start(["sh", "-c", script], in: Sandbox(rungs: rungs))
      #expect(Confined.lines(of: child).fault == .ended(ending, unfinished: []))
    }
  }

  @Test func theScratchFolderIsGoneWithIt() throws {
    let child = try Confined.start(["sh", "-c", "mkdir -p a/b; touch a/b/c; chmod 0 a; pwd"], in: Sandbox(rungs: [.basics]))
    let folder = try #require(Confined.lines(of: child).lines.first)
    #expect(folder.contains("gamekeeper-") && !FileManager.default.fileExists(atPath: folder))
  }

  /// The supervisor itself is killed.
  @Test(arguments: ladders) func withoutASupervisorTheCommandEnds(_ rungs: [Rung]) throws {
    let child = try Confined.start(["sh", "-c", "echo $$ $TMPDIR; sleep 30"], in: Sandbox(rungs: rungs))
    let words = try Confined.line(of: child).split(separator: " ").map(String.init)
    kill(child.supervisor, SIGKILL)
    #expect(Confined.lines(of: child).fault == .ended(.lost, unfinished: []))
    if !rungs.contains(.namespaces) { #expect(isGone(try #require(Int32(words[0])))) }
    if rungs.contains(.basics) { #expect(!FileManager.default.fileExists(atPath: words[1])) }
  }
}
