internal import ArgumentParser
internal import Primitives
internal import Records
internal import Reports
internal import Scenarios
internal import Words

struct Attack: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays one scripted attack on domain management as a story; `--without RULE` leaves rules out.",
    discussion: """
      Examples:
        \(Program.name) attack transplant            the intact policy stops it
        \(Program.name) attack transplant --explain  the rules that are asked
        \(Program.name) attack mine.yaml             see `describe files`
        \(Program.name) attack transplant --without token.wrap-bound-to-trust
                                          without the rule it succeeds

      Exit status: 0 it ended as the scenario states for this policy (a stated success of the attack is a 0), or nothing is \
      stated; 1 a step or the end was otherwise; 65 the file is wrong; 130 interrupted, with the steps that were played.
      """)

  enum Format: String, ResultFormat { case text, mermaid, svg, json }

  @Argument(
    help: "A scenario from `\(Program.name) list scenarios`, or the path of a YAML file.", completion: Completions.scenarios)
  var scenario: String

  @OptionGroup var policy: PolicyOptions

  @Option(
    help: "Primitives: \(SuiteName.allCases.map(\.rawValue).joined(separator: ", ")).", completion: Completions.domainSuites)
  var suite = "kms"

  @OptionGroup var output: OutputOptions<Format>

  @OptionGroup var files: FileLimitOptions

  @Option(help: .init("The former name of --format.", visibility: .hidden))
  var trace: Format?

  @Flag(
    help:
      "Tell of each step what it is, which rules are asked, and what each of them says; and which that is left out would refuse.")
  var explain = false

  @Option(parsing: .unconditional, help: "Seed of all coins. (default: 1)", transform: Seed.parsed)
  var seed: UInt64 = 1

  func run() throws {
    let outputs = try output.outputs(printing: trace, reading: policy.files + [scenario])
    if explain, !outputs.contains(.text), !outputs.contains(.json) {
      throw Problem.fail("`--explain` means nothing for a picture, which has no room for it", status: Failure.usage)
    }
    Interrupts.listen()
    let scenario = try files.withLimits { try Files.scenario(self.scenario) }
    let (policy, suite) = (try policy.selection, try SuiteName.named(suite))
    let report = try Problem.report {
      try ScenarioRunner.run(scenario, policy: policy, suite: suite, seed: seed, explaining: explain) { Interrupts.isRaised }
    }
    try outputs.write { format in
      switch format {
      case .text: report.text
      case .mermaid: report.mermaid
      case .svg: report.svg
      case .json: try report.json
      }
    }
    try report.exitStatus.end()
  }
}

extension SuiteName {
  /// For helps.
  static var namesOfPrimitives: String { ofPrimitives.map(\.rawValue).joined(separator: ", ") }

  static func named(_ name: String) throws -> SuiteName {
    guard let suite = SuiteName(rawValue: name) else {
      throw Failure.report(.unknown("suite", name, among: allCases.map(\.rawValue)))
    }
    return suite
  }
}
