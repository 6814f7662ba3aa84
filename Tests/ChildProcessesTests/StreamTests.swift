import ChildProcesses
import Foundation
import TestSupport
import Testing

/// What a child does with its streams, in words, and what its keeper hears of it.
@Suite struct StreamTests {
  private let sandbox = Sandbox(.none)

  @Test func whatIsSentComesBack() throws {
    let child = try Confined.start("misbehave", "echo", in: Sandbox(.best))
    for line in ["a", "", "ä\r", String(repeating: "x", count: 300_000)] {
      try child.send(Array((line + "\n").utf8), within: .seconds(20))
      #expect(try Confined.line(of: child) == line)
    }
    child.closeInput()
    #expect(Confined.lines(of: child).fault == .ended(.exited(0), unfinished: []))
  }

  /// More than its pipes hold, of which nothing is read before all is sent.
  @Test func whatComesWhileSomethingIsSentIsKept() throws {
    let child = try Confined.start("misbehave", "echo", in: sandbox)
    try child.send(Array(String(repeating: "0123456789\n", count: 50_000).utf8), within: .seconds(20))
    for _ in 0..<50_000 { #expect(try child.readLine(within: .seconds(20)).count == 10) }
  }

  @Test(arguments: ["flood-errors", "long-error"]) func aFloodOfErrorsIsReadAndCut(_ how: String) throws {
    let said = Confined.Said()
    let child = try Confined.start("misbehave", how, in: sandbox, said: said)
    #expect(try Confined.line(of: child) == "done")
    child.close()
    #expect(said.lines.allSatisfy { $0.hasPrefix("mine: ") })
    #expect(said.lines.last == "mine: (writes too much to standard error: the rest is not shown)")
    #expect(said.lines.map(\.utf8.count).reduce(0, +) < 400_000)
    let last = try #require(child.lastWords.last)
    #expect(last.stream == "standard error" && last.lines.count == 32)
    if how == "flood-errors" { #expect(last.lines.last?.hasPrefix("19999 ") == true) }
  }

  @Test func whatATerminalWouldObeyIsShown() throws {
    let said = Confined.Said()
    let child = try Confined.start(["printf", "a\\033[2Jb\\nhalf"], in: sandbox, said: said)
    let errors = try Confined.start(["sh", "-c", "printf 'a\\033[2Jb\\nhalf' >&2"], in: sandbox, said: said)
    #expect(Confined.lines(of: child).fault == .ended(.exited(0), unfinished: Array("half".utf8)))
    #expect(child.lastWords.first?.lines == ["a\\u{1B}[2Jb", "half"])
    _ = Confined.lines(of: errors)
    errors.close()
    #expect(said.lines == ["mine: a\\u{1B}[2Jb", "mine: half"])
  }

  @Test func onlyTheLastLinesAreKept() throws {
    let child = try Confined.start(["seq", "100"], in: sandbox)
    #expect(Confined.lines(of: child).lines.count == 100)
    #expect(child.lastWords.first?.lines == (69...100).map(String.init))
  }

  @Test(arguments: [
    ("close-output", "closed its output, in the middle of a line"), ("huge-line", "wrote a line of more than 1024 KiB"),
    ("mid-line", "ended with status 3, in the middle of a line"),
  ]) func aMisbehaviourHasWords(_ how: String, _ words: String) throws {
    let child = try Confined.start("misbehave", how, in: sandbox)
    #expect("\(Confined.lines(of: child).fault)" == words)
  }

  /// Never for ever: of its streams one that is not served has a deadline.
  @Test func whoeverDoesNotReadIsLeft() throws {
    let long = [UInt8](repeating: 0x78, count: 1 << 20)
    for (how, fault) in [("ignore-input", ChildFault.doesNotRead(.milliseconds(200))), ("close-input", .closedInput)] {
      let child = try Confined.start("misbehave", how, in: sandbox)
      _ = try Confined.line(of: child)
      #expect(throws: fault) { try child.send(long, within: .milliseconds(200)) }
    }
    let child = try Confined.start("misbehave", "flood-output", in: sandbox)
    #expect(throws: ChildFault.floods(limit: 16 << 20)) { try child.send(long, within: .seconds(20)) }
  }

  @Test func whoeverIsSilentIsLeft() throws {
    let child = try Confined.start("misbehave", "ignore-input", in: sandbox)
    #expect(try Confined.line(of: child) == "deaf")
    #expect(throws: ChildFault.silent(.milliseconds(200))) { try child.readLine(within: .milliseconds(200)) }
    #expect("\(ChildFault.silent(.seconds(5)))" == "wrote no line within 5 s")
  }

  @Test(arguments: [(Duration.milliseconds(50), ["waiting for mine"]), (.seconds(5), [])]) func itIsSaidWhatIsWaitedFor(
    _ patience: Duration, _ lines: [String]
  ) throws {
    let said = Confined.Said()
    let child = try Confined.start(["sleep", "30"], in: sandbox, said: said)
    child.patience = patience
    #expect(throws: ChildFault.silent(.milliseconds(300))) { try child.readLine(within: .milliseconds(300)) }
    #expect(said.lines == lines)
  }

  @Test func anInterruptIsHeardWhileSomethingIsWaitedFor() throws {
    let child = try Child(
      Command("sleep 30"), called: "mine", in: sandbox, launcher: Confined.launcher, isInterrupted: { true }, say: { _ in })
    #expect(throws: ChildFault.interrupted) { try child.readLine(within: .seconds(20)) }
    #expect(child.close() == .closed)
  }

  @Test func processorTimeIsCounted() throws {
    let child = try Confined.start(
      ["sh", "-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; echo; sleep 30"], in: sandbox)
    _ = try Confined.line(of: child)
    #expect(try #require(child.processorTime) > .zero)
  }
}
