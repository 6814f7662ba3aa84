internal import ArgumentParser
internal import Arena
internal import KeySecrecyFamily
internal import Coins
internal import Foundation
internal import Primitives
internal import Records
internal import Referee
internal import Scenarios
internal import PolicySearch
internal import Reports
internal import Words

struct MatrixVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Rules against attacks: what breaks without each rule, and which rules matter only together.",
    discussion: """
      Examples:
      \(Program.name) matrix --format markdown
      \(Program.name) matrix -o matrix.svg -o matrix.json
      \(Program.name) matrix --planted          a rule that refuses nothing: unexplained
      \(Program.name) matrix --games            the advantage that each rule keeps away

      For a rule that no attack misses, the smallest sets of other changes are found beside which its absence does matter, with \
      the attack.

      With --games the game of key secrecy is played without each rule, by its adversaries until one wins, and the advantage of \
      the best is measured anew; where no key is lost, the encryption service is played, if the rule is a twin of it; for a \
      rule that matters only beside other changes, with them, too. Where that and the search differ, the row says why.

      Exit status: 0 every rule is explained, and where search and games differ; 1 one is not, or a scenario does not hold \
      under the intact policy; 130 interrupted.
      """)

  enum Format: String, ResultFormat { case text, markdown, json, svg }

  @Option(
    help: "The suite on which scenarios are played and attacks replayed, and the games. (default: kms; with --games calibrated)",
    completion: Completions.domainSuites) var suite: String?
  @Option(
    parsing: .unconditional,
    help: "How many rules are changed together at most: 1 to 5. All pairs are tried, larger sets are guided.") var joint = 2
  @Flag(help: "Put a rule in force that refuses nothing: a canary.") var planted = false
  @Flag(help: "Also measure the advantage against key secrecy, or the service, without each rule.") var games = false
  @Option(
    parsing: .unconditional, help: "Trials of each measure of the games. (default: 1000; 40 on a real suite)") var trials: Int?
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  func run() async throws {
    guard (1...5).contains(joint) else { throw Problem.fail("`--joint` is \(joint); it should be 1 to 5", status: Failure.usage) }
    guard !planted || joint > 1 else {
      throw Problem.fail("`--planted` means nothing with `--joint 1`, which looks for no sets", status: Failure.usage)
    }
    guard trials == nil || games else { throw Problem.fail("`--trials` needs `--games`", status: Failure.usage) }
    guard (1...1_000_000).contains(trials ?? 1) else {
      throw Problem.fail("`--trials` is \(trials ?? 0); it should be 1 to 1000000", status: Failure.usage)
    }
    let suite = try SuiteName.named(suite ?? (games ? "calibrated" : "kms"))
    let columns = games ? try Failure.orReport { () throws(CatalogError) in try gameColumns(on: suite) } : nil
    let outputs = try output.outputs()
    var matrix = Matrix(scenarios: try Files.scenarioNames.map(Files.scenario))
    (matrix.suite, matrix.jointSize, matrix.isPlanted) = (suite, joint, planted)
    Interrupts.listen()
    let asked = matrix
    var report = try Problem.report { try asked.run(progress: Progress.say, shouldStop: { Interrupts.isRaised }) }
    if let columns, report.interruption == nil {
      await columns.measure(
        &report, transparentColumns: asked.transparentColumns, progress: Progress.say, shouldStop: { Interrupts.isRaised })
    }
    Progress.say("")
    let finished = report
    try outputs.write { format in
      switch format {
      case .text: finished.text
      case .markdown: finished.markdown
      case .json: try finished.json
      case .svg: finished.svg
      }
    }
    try finished.exitStatus.end()
  }

  private func gameColumns(on suite: SuiteName) throws(CatalogError) -> GameColumns {
    func settings(_ trials: Int, seed: UInt64) -> RunSettings {
      RunSettings(
        source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: UInt64(trials)),
        threads: ProcessInfo.processInfo.activeProcessorCount)
    }
    return try GameColumns(
      Gamekeeper.registry, on: suite, pilot: settings(suite.isCalibrated ? 16 : 1, seed: 2),
      measure: settings(trials ?? (suite.isCalibrated ? 1000 : 40), seed: 1))
  }
}
