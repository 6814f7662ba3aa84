internal import ArgumentParser
internal import Foundation
internal import Policy
internal import PolicySearch
internal import Primitives
internal import Proving
internal import Records
internal import Reports
internal import Scenarios
internal import Words

struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proves the policy for every size, by induction, or shows a state and a step that break it.",
    discussion: """
      Examples:
      \(Program.name) prove                                     the intact policy
      \(Program.name) prove --without successor.quorum-distinct
      \(Program.name) prove --policy mine.yaml -o proof.json
      \(Program.name) prove --all-rules                         each rule left out, each weakened
      \(Program.name) prove --solver cvc5

      Proved are the properties of domain management, for any number of operators, HSMs, hosts, domains and versions: every \
      operation keeps an invariant that has them. What each rule says is a formula (`\(Program.name) describe RULE`), and \
      quorums are a sort of their own, of which it is assumed that those of genuine operators who meet the global rules \
      include an honest one. The solver is a program of its own, Debian's `z3`, or `cvc5`. \
      docs/proving.md says what is modelled, and what is not.

      A counterexample is a state that has the invariant, and a step out of it; nobody says that the state can come about. So it \
      is handed to the explorer, which brings it about and plays it on a real suite, or says that it does not.

      Exit status: 0 proved, 1 not proved, 2 the solver got lost, 69 there is no such solver, 130 interrupted.
      """)

  enum Format: String, ResultFormat { case text, json }

  @OptionGroup var policy: PolicyOptions
  @Flag(help: "Each rule left out, and each weakened: what is proved without it, and what the explorer finds.") var allRules =
    false
  @Flag(help: "Do not assume that a quorum of genuine operators includes an honest one.") var noAssumption = false
  @OptionGroup var solver: SolverOptions
  @Flag(help: "Leave counterexamples to whoever reads them: the explorer is not asked.") var noPursuit = false
  @Option(help: "The suite on which attacks are played.", completion: Completions.domainSuites) var suite = "kms"
  @OptionGroup var properties: PropertyFileOptions
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    try StatedInvariant.inForce(try properties.stated) { try runWithProperties() }
  }

  private func runWithProperties() throws {
    let outputs = try output.outputs(reading: policy.files)
    let (selection, suite, settings) = (try policy.selection, try SuiteName.named(suite), try solver.settings)
    Interrupts.listen()
    if allRules {
      guard selection.isIntact else {
        throw Problem.fail("`--all-rules` changes the intact policy, rule by rule", status: Failure.usage)
      }
      return try proveAll(suite, settings, outputs)
    }
    let record = try proof(of: selection, suite, settings)
    Progress.say("")
    try outputs.write { $0 == .json ? try record.json : record.text }
    try record.exitStatus.end()
  }

  private func proveAll(_ suite: SuiteName, _ settings: SolverSettings, _ outputs: Outputs<Format>) throws {
    var table = NecessityRecord(solver: settings.name.rawValue)
    for change in PolicyChange.all {
      let selection = PolicySelection(change)
      table.rows.append(.init(change: change, proof: try proof(of: selection, suite, settings)))
    }
    Progress.say("")
    let finished = table
    try outputs.write { $0 == .json ? try finished.json : finished.text }
    try finished.exitStatus.end()
  }

  private func proof(of selection: PolicySelection, _ suite: SuiteName, _ settings: SolverSettings) throws -> ProofRecord {
    var prover = Prover(selection, settings: settings)
    prover.isQuorumAssumed = !noAssumption
    let proving = prover
    var record = try Proofs.report { () throws(Prover.Failure) in
      try proving.run { Progress.say("\(selection.words): \($0)") }
    }
    if !noPursuit, !record.refuted.isEmpty {
      Progress.say("\(selection.words): the counterexample is handed to the explorer")
      var pursuer = Pursuer(selection)
      (pursuer.suite, pursuer.isQuorumAssumed) = (suite, !noAssumption)
      let (asked, proof) = (pursuer, record)
      record.pursuit = try Problem.report { try asked.pursue(proof) { Interrupts.isRaised } }
    }
    return record
  }
}

private let usual = (solver: SolverOptions.Asked.z3, seconds: 10)

/// Who proves.
struct SolverOptions: ParsableArguments {
  enum Asked: String, ExpressibleByArgument, CaseIterable { case z3, cvc5 }

  @Option(help: "Who is asked: z3, cvc5.") var solver = usual.solver
  @Option(parsing: .unconditional, help: "Seconds that the solver has for each statement.") var solverTime = usual.seconds

  /// Whether nobody has asked for another solver, or another time.
  var areUsual: Bool { (solver, solverTime) == usual }

  var settings: SolverSettings {
    get throws {
      guard (1...86_400).contains(solverTime) else {
        throw Problem.fail("`--solver-time` is \(solverTime); it should be 1 to 86400", status: Failure.usage)
      }
      var settings = SolverSettings(solver == .z3 ? .z3 : .cvc5)
      settings.limit = .seconds(solverTime)
      settings.isInterrupted = { Interrupts.isRaised }
      return settings
    }
  }
}

/// Errors of proofs.
enum Proofs {
  static func report<T>(_ body: () throws(Prover.Failure) -> T) throws -> T {
    do throws(Prover.Failure) { return try body() } catch {
      switch error {
      case .unknownRule, .unstated: throw Problem.fail(error.description, status: Failure.usage)
      case .solver(.interrupted): throw Failure.interrupted
      case .solver(.missing(let solver, let reason)):
        Failure.say("error: there is no `\(solver.rawValue)`: \(reason)")
        Failure.say("hint: Debian's package `\(solver.package)` has it: apt install \(solver.package)")
        throw Failure.unavailable
      case .solver(.lost): throw Problem.fail(error.description, status: Failure.inconclusive)
      }
    }
  }
}
