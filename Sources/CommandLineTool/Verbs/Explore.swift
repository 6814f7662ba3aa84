internal import Arena
internal import ArgumentParser
internal import PolicySearch
internal import Primitives
internal import Records
internal import Reports
internal import Scenarios
internal import Words

struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Searches a scope for every run of a list of moves: `holds`, or a shortest attack.",
    discussion: """
      Examples:
      \(Program.name) explore --operators 3 --dishonest 1 --hsms 2 --rogue-hsms 1
      \(Program.name) explore --dishonest 2                 the quorum assumption fails
      \(Program.name) explore --without key.handle-is-fresh
      \(Program.name) explore --depth 0 --rotations 2       keys are rotated
      \(Program.name) explore --roles a:1,b:1 --quorum a:1,b:1   with roles
      \(Program.name) explore --without key.handle-is-fresh -o found.yaml
      \(Program.name) attack found.yaml                     what was found is kept
      \(Program.name) check found.yaml                      and still ends as it did

      `holds` is meant for the adversary's moves, of which all orders are searched:
      - every token that was given out goes to every genuine HSM and host;
      - every trust of the scope is proposed as successor: of this trust, another
        one, another domain or an ancestor; endorsed by dishonest operators, by
        forged signatures, and by those on other trusts or on tokens;
      - one version is skipped, through a trust that nobody signed;
      - tokens are forged from own keys or seen ones, under the trust in force or
        an own one, signed by a rogue HSM, by nobody or by a seen signature; and
        under a proposed successor, for an HSM that signs as an operator, too;
      - recipients that are not listed, taken handles, decryption for a rogue
        host of data and of wrapped keys, and second installations are asked for;
      - with --rotations, keys are rotated by orders that are too old, too little
        signed, or keep too few keys or too many; and retired keys are asked for;
      - with --customer-keys, customer keys are wrapped, and wrapped anew, under
        the active key or a retired one; and key tokens are handed in as data.
      Not tried: longer skipped paths, forged tokens in updates, and what follows
      once a property fell; nor is it held against a policy that a token from
      before a rotation brings the old key back (`attack rotation-replayed`):
      HSMs keep no state. Attacks that are found are replayed on a real suite.

      A quorum is a number; so many of each role (security:1,operations:2); several
      of these, of which one is enough (3|security:2); or differs with the command:
      `update=security:2;found=2;rotate-key=operations:1`, where what is left out is as
      update. Assumed is that whoever authorises a command by it includes an honest
      operator. With --roles, operators are also listed with roles that are not
      theirs, and successors proposed whose quorum is lower.

      The formats yaml, mermaid and svg tell the first attack, or that there is
      none; yaml is a scenario file for `attack` and `check`.

      Exit status: 0 holds, 1 an attack was found, 2 stopped before the end. `--expect falls` turns 0 and 1 round.
      """)

  enum Expectation: String, ExpressibleByArgument, CaseIterable { case holds, falls }
  /// The last three tell the first attack, the first of them as a scenario file for `attack` and `check`.
  enum Format: String, ResultFormat { case text, json, yaml, mermaid, svg }

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var policy: PolicyOptions
  @Option(help: "Only this property; repeatable.", completion: Completions.properties) var property: [String] = []
  @Flag(help: "Stop at the first property that falls.") var first = false
  @Flag(help: "Tell entities of one kind apart.") var noSymmetry = false
  @Flag(help: "Tell trusts apart by their ancestors too.") var noLineage = false
  @Flag(help: "Let the adversary try every trust of its own, not only the most permissive.") var noDominance = false
  @Option(help: "The suite on which found attacks are replayed.", completion: Completions.domainSuites) var suite = "kms"
  @Option(parsing: .unconditional, help: "Stop at this many states.") var maximumStates = 2_000_000
  @Option(help: "What is expected: holds, falls.") var expect = Expectation.holds
  @OptionGroup var properties: PropertyFileOptions
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    try StatedInvariant.inForce(try properties.stated) { try runWithProperties() }
  }

  private func runWithProperties() throws {
    let outputs = try output.outputs(reading: policy.files)
    var exploration = Exploration(scope: scope.scope, policy: try policy.selection)
    (exploration.reductions.symmetry, exploration.reductions.lineage, exploration.reductions.dominance) = (
      !noSymmetry, !noLineage, !noDominance
    )
    (exploration.isForAll, exploration.maximumStates, exploration.replaySuite) = (
      !first, maximumStates, try SuiteName.named(suite)
    )
    exploration.limits = try limits.limits
    if maximumStates < 1 {
      throw Problem.fail("`--maximum-states` is \(maximumStates); it should be at least 1", status: Failure.usage)
    }
    if !property.isEmpty {
      exploration.properties = try property.map { name in
        guard let property = Property.allCases.first(where: { $0.rawValue == name }) else {
          throw Failure.report(.unknown("property", name, among: Property.allCases.map(\.rawValue)))
        }
        return property
      }
    }
    Interrupts.listen()
    // Only where somebody would otherwise wonder.
    if scope.scope.objection == nil, !scope.scope.exceeds(exploration.limits), scope.scope.estimatedSeconds > 10 {
      Failure.say("\(scope.scope.estimateInWords) ahead; control-C ends it and keeps what was found")
    }
    let asked = exploration
    let before = Memory.peak
    let ticker = Progress.Ticker()
    var report = try Problem.report {
      try asked.run { progress in
        ticker.say(ProgressLine.text(progress))
        return Interrupts.isRaised
      }
    }
    Progress.say("")
    report.memory = .init(peakBytes: Memory.peak, bytesPerState: (Memory.peak - before) / max(1, report.states))
    let status = Interrupts.isRaised ? .interrupted : report.exitStatus(expecting: expect == .holds ? .holds : .falls)
    let (told, attack) = (report, report.attacks.first)
    let nothing = Notice("no attack was found by \(Self.asked): \(report.verdict)")
    try outputs.write { format in
      switch format {
      case .text: told.text
      case .json: try told.json(status)
      case .yaml: attack?.scenario.map { "# Found by: \(Self.asked)\n\($0)" } ?? nothing.yaml
      case .mermaid: attack?.replay?.mermaid ?? nothing.mermaid
      case .svg: attack?.replay?.svg ?? nothing.svg
      }
    }
    if attack == nil, [.yaml, .mermaid, .svg].contains(where: outputs.contains) {
      Failure.say("there is no attack to write: \(report.verdict)")
    }
    try status.end()
  }

  /// The command line, less where the result goes, on one line as a shell takes it.
  private static var asked: String {
    var words = [Program.name]
    var arguments = CommandLine.arguments.dropFirst()
    while let word = arguments.popFirst() {
      if ["-o", "--output"].contains(word) {
        _ = arguments.popFirst()
      } else if !word.hasPrefix("--output=") {
        words.append(word)
      }
    }
    return words.map { Escape.shell($0) }.joined(separator: " ")
  }
}
