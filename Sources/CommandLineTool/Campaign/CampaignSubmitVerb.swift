internal import ArgumentParser
internal import Campaigns
internal import Foundation
internal import Words

struct CampaignSubmitVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Writes the script that runs a campaign on an engine; with --run, submits it.",
    discussion: """
      The plan and its folder are to be on a file system that all workers see.

      Examples:
        \(Program.name) campaign submit night.json --engine print
        \(Program.name) campaign submit night.json --engine slurm --workers 200 \\
          --at-once 50 --run

      Exit status: 0; 64 the array is too large; 69 the engine is not there, or takes no job; otherwise with --run the script's.
      """)

  @OptionGroup var options: CampaignOptions

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case slurm, parallel, awsBatch = "aws-batch", print
    var engine: Engine { Engine(rawValue: rawValue) ?? .print }
  }

  @Option(help: "Who runs the workers.") var engine: Name
  @Option(parsing: .unconditional, help: "How many workers. (default: one a shard)") var workers: Int?
  @Option(parsing: .unconditional, help: "At most so many workers at once.") var atOnce: Int?
  @Option(help: "The queue of AWS Batch.") var queue: String?
  @Option(help: "The job definition of AWS Batch.") var definition: String?
  @Option(help: "The program, as the workers call it. (default: this one)", completion: .file()) var program: String?
  @Flag(name: .customLong("run"), help: "Submit it, too.") var submits = false

  func run() throws {
    let (plan, engine) = (try options.read(), engine.engine)
    let script = try Failure.orReport { () throws(CampaignError) in
      for (name, value) in [("workers", workers), ("at-once", atOnce)] {
        if let value, value < 1 { throw CampaignError(.usage, "`--\(name) \(value)` are none", hint: "1 or more") }
      }
      if submits, engine == .print { throw CampaignError(.usage, "`--engine print` is run by nobody", hint: "leave out --run") }
      if submits, let needs = engine.needs, Self.path(of: needs.program) == nil {
        throw CampaignError(
          .unavailable, "`\(needs.program)` of engine `\(engine.rawValue)` is not there", hint: "apt-get install \(needs.package)"
        )
      }
      return try engine.script(
        .init(
          plan: Self.absolute(options.plan), folder: Self.absolute(options.place.path), program: program ?? Self.this,
          workers: min(workers ?? plan.shards, plan.shards), atOnce: atOnce, queue: queue, definition: definition,
          maximumArray: maximumArray(engine)))
    }
    guard submits else { return try Descriptor.show(script) }
    try Failure.orReport { () throws(CampaignError) in try options.place.make() }
    let process = Process()
    (process.executableURL, process.arguments) = (URL(filePath: "/bin/sh"), ["-c", script])
    guard let probe = engine.probe else {
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus != 0 { throw ExitCode(process.terminationStatus) }
      return
    }
    let error = Pipe()
    process.standardError = error
    try process.run()
    let said = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
    process.waitUntilExit()
    guard process.terminationStatus != 0 else {
      for line in said { Failure.line(String(line)) }
      return
    }
    // What it says last is why it ended.
    let taker = engine.needs.flatMap { Self.path(of: $0.program) } ?? engine.rawValue
    throw Failure.report(
      CampaignError(
        .unavailable,
        "engine `\(engine.rawValue)` did not take the campaign: `\(taker)` ended with \(process.terminationStatus): "
          + (said.last ?? "it said nothing"),
        hint: "`\(probe)` shows whether it takes jobs; `\(CommandWords.option("engine", "print"))` needs none"))
  }

  /// As the engine says it, where it is there to be asked.
  private func maximumArray(_ engine: Engine) -> Int {
    guard engine == .slurm, let scontrol = Self.path(of: "scontrol") else { return engine.usualMaximumArray }
    let (process, output) = (Process(), Pipe())
    (process.executableURL, process.arguments) = (URL(filePath: scontrol), ["show", "config"])
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return engine.usualMaximumArray }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.firstMatch(of: /MaxArraySize\s*=\s*(\d+)/).flatMap { Int($0.1) } ?? engine.usualMaximumArray
  }

  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }

  private static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
  private static var this: String { URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path }
}
