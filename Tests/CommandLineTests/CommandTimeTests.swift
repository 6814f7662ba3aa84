import Foundation
import TestSupport
import Testing

/// What long tables do with their time, and with an interrupt.
@Suite struct CommandTimeTests {
  /// A sweep of nine points on a budget of each would take nine times as long.
  @Test func theBudgetIsTheCommands() throws {
    let began = ContinuousClock.now
    let run = try Gamekeeper.run(
      "play", "signature-idealization", "--trials", "1e12", "--budget", "3s", "--set", "signatureBits=6...14", "--chances", "off")
    #expect(run.output.contains("signatureBits"), "\(run)")
    #expect(ContinuousClock.now - began < .seconds(20), "it is not spent nine times over")
  }

  @Test func aTableThatIsInterruptedGoesOnWhereItWas() throws {
    try inScratchFolder { folder in
      let kept = folder.appending(path: "rows").path
      let table = ["theorem", "--all-hops", "--trials", "5000"]
      let stopped = try Gamekeeper.shell(
        """
        (exec env --default-signal=INT $G \(table.joined(separator: " ")) --resume rows > out 2> err) & table=$!
        until [ "$(wc -l < rows 2> /dev/null || echo 0)" -gt 1 ]; do sleep 0.02; done
        kill -INT $table; wait $table; echo $?
        """, in: folder)
      #expect(stopped.output == "130\n", "\(stopped)")
      let rows = try String(contentsOfFile: kept, encoding: .utf8).split(separator: "\n").count
      #expect(rows > 0)
      let again = try Gamekeeper.run(table + ["--resume", kept]), whole = try Gamekeeper.run(table)
      #expect(again.error.contains("\(rows) rows of `\(kept)` are not played again"), "\(again.error)")
      #expect(again.output == whole.output && again.status == whole.status)
    }
  }

  @Test func whatIsKeptOfSomethingElseIsRefused() throws {
    let (run, path) = try runOnFile("something else\n", "theorem", "--all-hops", "--trials", "5", "--resume", "{}")
    expectError(run, 65, "`\(path)` is about something else")
  }

  @Test func aRowSaysWhichItIsOfHowMany() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--trials", "2000", "--progress", "always")
    let left = try Regex("of [0-9]+, about [0-9]+ (s|min) left: ")
    #expect(run.error.contains("1 of ") && run.error.contains(left), "\(run.error)")
  }
}
