import Foundation
import TestSupport

/// The built program, run as people run it.
enum Gamekeeper {
  struct Run {
    let output: String
    let error: String
    let status: Int32

    /// The JSON object that was printed.
    func json() throws -> [String: Value] { try JSONDecoder().decode([String: Value].self, from: Data(output.utf8)) }
  }

  /// It stands beside the test bundle.
  static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("gamekeeper")

  static func run(_ arguments: String..., interruptingAfter seconds: Double? = nil, environment: [String: String] = [:]) throws
    -> Run
  {
    try run(arguments, interruptingAfter: seconds, environment: environment)
  }

  static func run(
    _ arguments: [String], interruptingAfter seconds: Double? = nil, with signal: Int32 = SIGINT,
    environment: [String: String] = [:]
  ) throws -> Run {
    try launch(executable, arguments, interruptingAfter: seconds, with: signal, environment: environment)
  }

  /// Runs `script` in bash, in `folder`; `$G` is the program.
  static func shell(_ script: String, in folder: URL) throws -> Run {
    try launch(URL(fileURLWithPath: "/bin/bash"), ["-c", "cd '\(folder.path)' && { \(script); }"])
  }

  /// Whether the process has a handler for the signal.
  private static func listens(_ process: Int32, to signal: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let caught = status.firstMatch(of: /SigCgt:\s*([0-9a-f]+)/), let signals = UInt64(caught.1, radix: 16)
    else { return false }
    return signals & 1 << UInt64(signal - 1) != 0
  }

  private static func launch(
    _ program: URL, _ arguments: [String], interruptingAfter seconds: Double? = nil, with signal: Int32 = SIGINT,
    environment: [String: String] = [:]
  ) throws -> Run {
    try inScratchFolder { folder in
      let (output, error) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
      for file in [output, error] { try Data().write(to: file) }

      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.environment = ["PATH": "/usr/bin:/bin", "G": executable.path].merging(environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: error)
      try process.run()
      if let seconds {
        // Before it listens, a signal would kill it.
        while process.isRunning, !listens(process.processIdentifier, to: signal) { Thread.sleep(forTimeInterval: 0.01) }
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, signal)
      }
      process.waitUntilExit()
      return Run(
        output: try String(contentsOf: output, encoding: .utf8), error: try String(contentsOf: error, encoding: .utf8),
        status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
    }
  }
}
