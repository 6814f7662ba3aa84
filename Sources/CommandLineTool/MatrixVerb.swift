internal import ArgumentParser
internal import Primitives
internal import Records
internal import Scenarios
internal import PolicySearch
internal import Reports
internal import Words

struct MatrixVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Rules against attacks: what breaks without each rule, and which rules matter only together.",
    discussion: """
      Examples:
      \(Program.name) matrix --format markdown
      \(Program.name) matrix -o matrix.svg -o matrix.json
      \(Program.name) matrix --planted          with a rule that refuses nothing, which must come out unexplained

      For a rule that no attack misses, the smallest sets of other changes are found beside which its absence does matter, with \
      the attack.

      Exit status: 0 every rule is explained; 1 one is not, or a scenario does not hold under the intact policy; 130 interrupted.
      """)

  enum Format: String, ResultFormat { case text, markdown, json, svg }

  @Option(help: "The suite on which scenarios are played and attacks replayed.", completion: Completions.domainSuites) var suite =
    "kms"
  @Option(
    parsing: .unconditional,
    help: "How many rules are changed together at most: 1 to 5. All pairs are tried, larger sets are guided.") var joint = 2
  @Flag(help: "Put a rule in force that refuses nothing: a canary.") var planted = false
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    guard (1...5).contains(joint) else { throw Problem.fail("`--joint` is \(joint); it should be 1 to 5", status: Failure.usage) }
    let outputs = try output.outputs()
    var matrix = Matrix(scenarios: try Files.scenarioNames.map(Files.scenario))
    (matrix.suite, matrix.jointSize, matrix.isPlanted) = (try SuiteName.named(suite), joint, planted)
    Interrupts.listen()
    let asked = matrix
    let report = try Problem.report { try asked.run(progress: Progress.say, shouldStop: { Interrupts.isRaised }) }
    Progress.say("")
    try outputs.write { format in
      switch format {
      case .text: report.text
      case .markdown: report.markdown
      case .json: try report.json
      case .svg: report.svg
      }
    }
    try report.exitStatus.end()
  }
}
