import Foundation

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

  static func run(_ arguments: String..., interruptingAfter seconds: Double? = nil, environment: [String: String] = [:]) throws -> Run {
    try run(arguments, interruptingAfter: seconds, environment: environment)
  }

  static func run(_ arguments: [String], interruptingAfter seconds: Double? = nil, environment: [String: String] = [:]) throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gamekeeper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, error) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    for file in [output, error] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      process.interrupt()
    }
    process.waitUntilExit()
    return Run(
      output: try String(contentsOf: output, encoding: .utf8), error: try String(contentsOf: error, encoding: .utf8),
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
  }
}
