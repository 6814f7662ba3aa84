import Foundation
import TestSupport
import Testing

/// The tools on the standard streams; what each does is tested beside the code that does it.
@Suite struct McpTests {
  @Test func eachLineIsAnsweredUntilTheInputEnds() throws {
    let run = try inScratchFolder {
      try Gamekeeper.shell(
        """
        printf '%s\\n' '{"jsonrpc":"2.0","id":1,"method":"ping"}' '{"jsonrpc":"2.0","method":"notifications/initialized"}' \
          '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"verdict","arguments":{"session":"s1"}}}' | $G mcp
        """, in: $0)
    }
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0 && run.error == "" && lines.count == 2)
    #expect(lines.first == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
    #expect(lines.last?.contains("there is no session `s1`: `start` with a game begins one") == true)
  }

  @Test func anErrorProbabilityThatIsNoneIsRefused() throws {
    let run = try Gamekeeper.run("mcp", "--alpha", "1")
    #expect(run.status == 64 && run.error.hasPrefix("gamekeeper: error: `--alpha 1.0` is out of range\n"))
  }
}
