internal import ArgumentParser
internal import Scenarios

struct MatrixVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Rules against attacks: what breaks without each rule, and which rules matter only together.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, svg }

  @Option(help: "The suite on which scenarios are played and attacks replayed.") var suite = "kms"
  @Option(help: "How many rules are left out together: 1, 2 or 3.") var joint = 2
  @Option(name: .shortAndLong, help: "Output format: text, markdown, json, svg.") var format = Format.text
  @Option(name: .shortAndLong, help: "Write to this file.") var output: String?

  func run() throws {
    guard (1...3).contains(joint) else { throw Problem.fail("`--joint` is \(joint); it should be 1, 2 or 3", status: Failure.usage) }
    var matrix = Matrix(scenarios: try Files.allScenarios())
    (matrix.suite, matrix.jointSize) = (try SuiteName.named(suite), joint)
    Interrupts.listen()
    let asked = matrix
    let report = try Problem.report { try asked.run(shouldStop: { Interrupts.isRaised }) }
    switch format {
    case .text: try Problem.write(report.text, to: output)
    case .markdown: try Problem.write(report.markdown, to: output)
    case .json: try Problem.write(report.json, to: output)
    case .svg: try Problem.write(report.svg, to: output)
    }
    if Interrupts.isRaised { throw Failure.interrupted }
    if !report.invalid.isEmpty { throw Failure.notMet }
  }
}
