internal import ArgumentParser
internal import Arena
internal import CBuild
internal import Campaigns
internal import Records
internal import Reports
internal import Scenarios
internal import Words

struct CampaignPlanVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Makes the plan of a campaign.",
    discussion: """
      A row is a game or a hop with its adversary, as `play` and `hop` have them:

        rows:
          - hop: ind_uf
            adversary: guess
            set: {signatureBits: 10}
        trials: 1e9

      How long trials take is measured, a second a row, and shards are made that take a core a quarter of an hour; `shard` and \
      `block` in the file say it instead. The plan names the version and the commit of this program, which alone plays it.

      Exit status: 0 the plan is written; 65 the file is wrong; 74 it cannot be written.
      """)

  @Argument(help: "What is planned (.yaml).", completion: Completions.texts) var file: String

  @Option(
    name: .shortAndLong, help: .init("The plan; without it, only what it would take is told.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Tell what it takes, in cores and hours, and what it can show, beside the plan.")
  var estimate = false

  @Option(parsing: .unconditional, help: "Measure each row for this long.") var calibrate = "1s"

  @Option(parsing: .unconditional, help: "Cores that the estimate is made for.") var cores = 1

  @Option(name: .shortAndLong, help: "Format of the estimate.") var format = Format.text

  func run() async throws {
    let time = try Failure.orReport { () throws(CatalogError) in try RunOptions.duration(calibrate, of: "calibrate") }
    guard (1...1_000_000).contains(cores) else {
      throw Problem.fail("`--cores \(cores)` is out of range: 1 to 1000000", status: Failure.usage)
    }
    if let output, output != "-", try Destination(output).replaces(file) {
      throw Problem.fail("`\(output)` would take the place of `\(file)`, which is read", status: Failure.usage)
    }
    let place = try output.flatMap { $0 == "-" ? nil : try Destination($0) }
    let text = try Files.text(file)
    let asked = try Problem.report { try PlanFile(yaml: text, file: file, in: Gamekeeper.registry) }
    Interrupts.listen()
    // Where the file says all there is nothing to be measured.
    let isMeasured = estimate || output == nil || asked.shard == nil || asked.block == nil
    let calibration = await Calibration(asked, time: isMeasured ? time : .zero) { Interrupts.isRaised }
    if Interrupts.isRaised { throw Failure.interrupted }
    let plan = calibration.plan(asked, version: Gamekeeper.version, commit: String(cString: gamekeeper_commit()))
    if let place { try place.write(try plan.text) }
    if output == "-" { try Descriptor.show(try plan.text) }
    if estimate || output == nil {
      let told = calibration.estimate(plan, asked)
      let words = try format.of(text: told.text(cores: cores), markdown: told.markdown(cores: cores), json: told, status: .met)
      guard output == "-" else { return try Descriptor.show(words) }
      for line in words.split(separator: "\n") { Failure.line(String(line)) }
    }
  }
}
