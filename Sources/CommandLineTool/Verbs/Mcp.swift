internal import AdversaryBridge
internal import ArgumentParser
internal import Foundation
internal import Words

struct Mcp: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the games to an agent, as tools of the Model Context Protocol.",
    discussion: """
      It speaks JSON-RPC 2.0 on its standard streams, a message a line, until its input ends. For a client's settings:

        {"mcpServers": {"\(Program.name)": {"command": "\(Program.name)", "args": ["mcp"]}}}

      The tools: list_games, describe_game, start, ask, guess, verdict, replay. Each session has secret coins of its own. The \
      score is the lower confidence limit of the advantage, as a share of the bound.

      Exit status: 0 the input has ended; 74 the output cannot be written.
      """)

  @Option(parsing: .unconditional, help: "Error probability of all that is said, in whatever number of sessions.")
  var alpha = 1e-3

  func run() throws {
    guard alpha >= 1e-300, alpha < 1 else {
      throw Failure.report(.init("`--alpha \(alpha)` is out of range", hint: "from 1e-300, and below 1"))
    }
    let server = AgentServer(Gamekeeper.registry, version: Gamekeeper.version, alpha: alpha)
    while let line = readLine() {
      for answer in server.answer(line) { try Descriptor.show(answer + "\n") }
    }
  }
}
