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
    let (jobs, said) = try Self.submit(process)
    try Descriptor.show(jobs)
    for line in said { Failure.line(line) }
    guard process.terminationStatus != 0 else { return }
    let taker = engine.needs.flatMap { Self.path(of: $0.program) } ?? engine.rawValue
    let ended = "`\(taker)` ended with \(process.terminationStatus)"
    // The workers are handed in first: a job that was taken is theirs, and goes on.
    guard let job = jobs.split(separator: "\n").first.map(String.init) else {
      throw Failure.report(
        CampaignError(
          .unavailable, "engine `\(engine.rawValue)` did not take the campaign: \(ended)",
          hint: "`\(probe)` shows whether it takes jobs; `\(CommandWords.option("engine", "print"))` needs none"))
    }
    let folder = options.folder.map { [CommandWords.option("folder", Escape.shell($0))] } ?? []
    let judge = CommandWords.line(["campaign", "merge", Escape.shell(options.plan)] + folder)
    throw Failure.report(
      CampaignError(
        .unavailable, "engine `\(engine.rawValue)` took the workers, as job \(job), and not the job that judges: \(ended)",
        hint: "`\(judge)` judges when they have ended" + (engine.cancelling(job).map { "; `\($0)` takes them back" } ?? "")))
  }

  /// What was taken, a line a job, and what is said on standard error: of much the last lines.
  private static func submit(_ process: Process) throws -> (jobs: String, said: [String]) {
    // A file, so that neither of the two streams can be full while the other one is read.
    guard let file = tmpfile() else {
      throw Failure.report(CampaignError(.cannotWrite, "no temporary file can be made"))
    }
    defer { fclose(file) }
    let (output, error) = (FileHandle(fileDescriptor: fileno(file)), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    try process.run()
    let lines = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    let jobs = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
    let left = lines.count - shown
    return (
      jobs,
      (left > 0 ? ["… \(left) line\(left == 1 ? "" : "s") before"] : [])
        + lines.suffix(shown).map { $0.count > width ? "\($0.prefix(width))…" : String($0) }
    )
  }

  /// So many lines of an engine are shown, and so much of each.
  private static let (shown, width) = (32, 400)

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
