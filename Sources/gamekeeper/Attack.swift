internal import ArgumentParser
internal import Policy
internal import Scenarios

struct Attack: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays one scripted attack on domain management as a story; `--without RULE` leaves rules out.",
    discussion: """
      gamekeeper attack transplant                                      the intact policy stops it, and says where
      gamekeeper attack transplant --without token.wrap-bound-to-trust  and without the rule it succeeds

      Exit status 0: it ended as the scenario states for this policy (a stated success of the attack is a 0), or nothing is stated.
      """)

  enum Format: String, ResultFormat { case text, mermaid, svg, json }

  @Argument(help: "A scenario from `gamekeeper list scenarios`, or the path of a YAML file.", completion: Completions.scenarios)
  var scenario: String

  @OptionGroup var policy: PolicyOptions

  @Option(help: "Primitives: kms, kms-low-s, modern, calibrated, symbolic.", completion: Completions.domainSuites)
  var suite = "kms"

  @OptionGroup var output: OutputOptions<Format>

  @Option(help: .init("The former name of --format.", visibility: .hidden))
  var trace: Format?

  @Option(parsing: .unconditional, help: "Seed of all coins. (default: 1)", transform: Seed.parsed)
  var seed: UInt64 = 1

  func run() throws {
    let outputs = try output.outputs(printing: trace)
    let scenario = try Files.scenario(scenario)
    let (policy, suite) = (try policy.selection, try SuiteName.named(suite))
    let report = try Problem.report { try ScenarioRunner.run(scenario, policy: policy, suite: suite, seed: seed) }
    try outputs.write { format in
      switch format {
      case .text: report.text
      case .mermaid: report.mermaid
      case .svg: report.svg
      case .json: report.json
      }
    }
    if !report.isAsExpected { throw Failure.notMet }
  }
}

extension SuiteName {
  static func named(_ name: String) throws -> SuiteName {
    if let suite = SuiteName(rawValue: name) { return suite }
    let known = allCases.map(\.rawValue)
    let hint = nearestName(name, known).map { "; did you mean `\($0)`?" } ?? ": \(known.joined(separator: ", "))"
    throw Problem.fail("there is no suite `\(name)`\(hint)", status: Failure.usage)
  }
}
