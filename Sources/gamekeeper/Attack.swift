internal import ArgumentParser
internal import Policy
internal import Records
internal import Scenarios

struct Attack: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays one scripted attack on domain management as a story; `--without RULE` leaves rules out.",
    discussion: """
      gamekeeper attack transplant                                      the intact policy stops it, and says where
      gamekeeper attack transplant --without token.wrap-bound-to-trust  and without the rule it succeeds

      Exit status 0: it ended as the scenario states for this policy (a stated success of the attack is a 0), or nothing is stated.
      """)

  enum Trace: String, ExpressibleByArgument, CaseIterable { case text, mermaid, svg, json }

  @Argument(help: "A scenario from `gamekeeper list scenarios`, or the path of a YAML file.")
  var scenario: String

  @OptionGroup var policy: PolicyOptions

  @Option(help: "Primitives: kms, kms-low-s, modern, calibrated, symbolic.")
  var suite = "kms"

  @Option(help: "How it is told: text, mermaid, svg, json.")
  var trace = Trace.text

  @Option(name: .shortAndLong, help: "Write to this file.")
  var output: String?

  @Option(parsing: .unconditional, help: "Seed of all coins. (default: 1)", transform: Seed.parsed)
  var seed: UInt64 = 1

  func run() throws {
    let scenario = try Files.scenario(scenario)
    let (policy, suite) = (try policy.selection, try SuiteName.named(suite))
    let report = try Problem.report { try ScenarioRunner.run(scenario, policy: policy, suite: suite, seed: seed) }
    switch trace {
    case .text: try Problem.write(report.text, to: output)
    case .mermaid: try Problem.write(report.mermaid, to: output)
    case .svg: try Problem.write(report.svg, to: output)
    case .json: try Problem.write(report.json, to: output)
    }
    try report.exitStatus.end()
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
