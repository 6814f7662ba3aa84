import ChildProcesses
import Foundation
import TestSupport
import Testing

/// Whoever uses more than it may is stopped, and it is said of what; with other limits it goes on.
@Suite struct ExcessTests {
  /// What watches is the same, with and without processes of its own.
  static let ladders = [[Rung.basics], EscapeTests.everyRung]

  private func child(_ escape: [String], _ rungs: [Rung], limits: (inout Limits) -> Void) throws -> Child {
    var allowed = Limits()
    limits(&allowed)
    let script = PackageRoot.url.appending(path: "Tests/ChildProcessesTests/Escapes/\(escape[0]).py").path
    return try Confined.start([Confined.python, script] + escape.dropFirst(), in: Sandbox(rungs: rungs, limits: allowed))
  }

  /// What it was stopped for, at the latest while it sleeps in the end.
  private func excess(_ escape: String..., rungs: [Rung] = [.basics], limits: (inout Limits) -> Void) throws -> String {
    "\(Confined.lines(of: try child(escape, rungs, limits: limits)).fault)"
  }

  /// What it says, and it goes on.
  private func answer(_ escape: String..., rungs: [Rung] = [.basics], limits: (inout Limits) -> Void) throws -> String {
    let child = try child(escape, rungs, limits: limits)
    let line = try Confined.line(of: child)
    #expect(child.close() == .closed)
    return line
  }

  /// In sessions of their own no signal reaches them all; with every rung they have none.
  @Test(arguments: [("", ladders[0]), ("session", ladders[0]), ("", ladders[1])]) func forkingWithoutEndIsStopped(
    _ session: String, _ rungs: [Rung]
  ) throws {
    let stopped = "was stopped: it had more than 20 processes"
    #expect(try excess("fork", session, rungs: rungs) { $0.processes = 20 } == stopped)
    #expect(try answer("fork", session, rungs: rungs) { $0.processes = 200 } == "forked")
  }

  @Test(arguments: ["many", "deleted"], ladders) func fillingTheDiskIsStopped(_ way: String, _ rungs: [Rung]) throws {
    let stopped = "was stopped: it wrote more than 1 MiB of files"
    #expect(try excess("fill_disk", way, rungs: rungs) { $0.scratchSize = 1 << 20 } == stopped)
    #expect(try answer("fill_disk", way, rungs: rungs) { $0.scratchSize = 16 << 20 } == "filled")
  }

  @Test func manyFilesAreStopped() throws {
    let stopped = "was stopped: it wrote more than 10 files"
    #expect(try excess("fill_disk", "many") { $0.scratchFiles = 10 } == stopped)
  }

  @Test func oneLargeFileIsRefused() throws {
    #expect(try answer("fill_disk", "one") { $0.fileSize = 1 << 20 } == "refused: File too large")
    #expect(try answer("fill_disk", "one") { $0.fileSize = 16 << 20 } == "filled")
  }

  @Test func eatingMemoryIsRefusedOrStopped() throws {
    // The program itself is in memory, too: near the limit what watches may come first.
    let child = try child(["eat_memory", "own"], [.basics]) { $0.memory = 64 << 20 }
    let line = try? Confined.line(of: child)
    let first = try line ?? "\(#require(child.ending))"
    #expect(["refused: out of memory", "was stopped: it held more than 64 MiB of memory"].contains(first))
    for way in ["shared", "apart"] {
      #expect(try excess("eat_memory", way) { $0.memory = 64 << 20 } == "was stopped: it held more than 64 MiB of memory")
    }
    for way in ["own", "shared", "apart"] { #expect(try answer("eat_memory", way) { $0.memory = 512 << 20 } == "held") }
  }

  @Test func processorTimeEnds() throws {
    var limits = Limits()
    limits.processorSeconds = 1
    let child = try Confined.start([Confined.python, "-c", "while True: pass"], in: Sandbox(rungs: [.basics], limits: limits))
    let fault = Confined.lines(of: child).fault
    #expect(
      fault == .ended(.killed(signal: SIGKILL), unfinished: []) || fault == .ended(.killed(signal: SIGXCPU), unfinished: []))
  }
}
