internal import ArgumentParser
internal import Foundation
internal import PolicySearch
internal import Proving
internal import Records
internal import Reports
internal import Scenarios
internal import Words

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The commands that two policies decide differently, with witnesses.",
    discussion: """
      A policy is `intact`, the path of a policy file, or `without:RULE,...` and `with:RULE,...` for changes of the intact one.

      Examples:
      \(Program.name) diff intact without:key.handle-is-fresh
      \(Program.name) diff without:host.token-checked \\
        with:token.signer-is-member.hosts-only
      \(Program.name) diff --prove intact without:founding.quorum-satisfiable

      Asked in one scope, with wrapping as it is and with transparent wrapping: a difference outside it is missed. With --prove \
      it is decided for every size, by an SMT solver, which of the two is more permissive (docs/proving.md); what it finds is \
      put to the code of both.

      Exit status 0: no command is decided differently in the scope, or with --prove at all; 1: some are; 2: the solver got \
      lost; 69: there is no such solver; 130: interrupted, with the witnesses found so far.
      """)

  @Argument(help: "A policy.", completion: Completions.policies) var a: String
  @Argument(help: "Another policy.", completion: Completions.policies) var b: String
  @Flag(help: "For every size, by a solver.") var prove = false
  @OptionGroup var solver: SolverOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions
  @Flag(help: .init("The former name of --format json.", visibility: .hidden)) var json = false

  enum Format: String, ResultFormat { case text, json }

  func run() throws {
    let outputs = try output.outputs(printing: json ? .json : nil, reading: [a, b])
    let (first, second) = (try Self.policy(a), try Self.policy(b))
    if prove, scope.isGiven || limits.isGiven {
      throw Problem.fail("`--prove` is about every size: leave out what names a scope and its limits", status: Failure.usage)
    }
    if !prove, solver.isGiven {
      throw Problem.fail("no solver is asked without `--prove`", status: Failure.usage)
    }
    Interrupts.listen()
    if prove {
      let prover = DifferenceProver(first, second, settings: try solver.settings)
      let proved = try Proofs.report { () throws(Prover.Failure) in try prover.run { Progress.say($0) } }
      Progress.say("")
      try outputs.write { $0 == .json ? try proved.json : proved.text }
      return try proved.exitStatus.end()
    }
    let (scope, limits, ticker) = (scope.scope, try limits.limits, Progress.Ticker())
    let difference = try Problem.report {
      try PolicyDifference.find(first, second, scope: scope, limits: limits) { progress, witnesses in
        ticker.say("\(ProgressLine.text(progress)), witnesses: \(witnesses)")
        return Interrupts.isRaised
      }
    }
    Progress.say("")
    try outputs.write { $0 == .json ? try difference.json : difference.text }
    try difference.exitStatus.end()
  }

  private static func policy(_ name: String) throws -> PolicySelection {
    if name == "intact" { return .intact }
    for (prefix, path) in [("without:", \PolicySelection.without), ("with:", \PolicySelection.with)] where name.hasPrefix(prefix)
    {
      var selection = PolicySelection()
      let rules = name.dropFirst(prefix.count).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard !rules.contains("") else {
        throw Problem.fail(
          "`\(name)` changes nothing: \(rules.count > 1 ? "a rule between its commas is missing" : "it names no rule"); say "
            + "`intact` for the intact policy",
          status: Failure.usage)
      }
      selection[keyPath: path] = rules
      let asked = selection
      return try Problem.report { try asked.validated() }
    }
    guard name == "-" || Files.isPath(name) || FileManager.default.fileExists(atPath: name) else {
      throw Problem.fail(
        "`\(name)` is no policy: say `intact`, `without:RULE,...`, `with:RULE,...` or the path of a policy file",
        status: Failure.usage)
    }
    return try PolicyOptions.selection(file: name)
  }
}
