internal import Foundation
internal import Words

/// The part of this program that watches over a command, in a process of its own.
public enum Confinement {
  /// The program that runs, to be executed once more.
  public static var thisProgram: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }

  /// If the arguments ask for a supervisor, becomes one, and ends the process. It is called before there is any other thread.
  ///
  /// For whoever wants to see what a confined command can do, `__confine -- COMMAND` runs one on the standard streams.
  public static func beginIfAsked(_ arguments: [String] = CommandLine.arguments) {
    guard arguments.dropFirst().first == Order.verb else { return }
    if arguments.count > 3, arguments[2] == "--" {
      byHand(Array(arguments[3...]))
    } else if arguments.count == 3, let order = try? JSONDecoder().decode(Order.self, from: Data(arguments[2].utf8)) {
      Supervisor(order, reportingTo: Order.control).run()
    }
    say("error: `\(Order.verb)` watches over a command")
    say("hint: `\(CommandWords.line(Order.verb, "--", "COMMAND"))` shows what a confined command can do")
    exit(64)
  }

  private static func byHand(_ words: [String]) -> Never {
    do throws(StartFailure) {
      let command = try Command(words: words)
      let order = Order(
        sandbox: Sandbox(.best), program: try command.program(path: ProcessInfo.processInfo.environment["PATH"] ?? ""),
        words: [words[0]] + command.absoluteArguments)
      Supervisor(order, reportingTo: nil).run()
    } catch {
      say(error)
      exit(69)
    }
  }

  static func say(_ failure: StartFailure) {
    say("error: \(failure)")
    if let hint = failure.hint { say("hint: \(hint)") }
  }

  static func say(_ text: String) {
    // Where nobody hears it, the status tells the rest.
    try? FileHandle.standardError.write(contentsOf: Data("\(Program.name): \(Escape.terminal(text))\n".utf8))
  }
}
