internal import ArgumentParser
internal import Arena
internal import Enumeration
internal import Foundation
internal import Primitives
internal import Records
internal import Referee
internal import Reports
internal import Words

struct Exact: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays a game or a hop over all coins: every probability as a fraction.",
    discussion: """
      For parameters of a few bits. An interrupt ends it with status 130; what is finished then is printed. With --views the two \
      worlds are compared as whole distributions of what the adversary sees and says; distance 0 means that they are equal.
      Examples:
        \(Program.name) exact ind_cr -a birthday --set hashBits=3 --set q_work=4
        \(Program.name) exact hop2 -a transplant-tag --views --set groupBits=4 \\
          --set cipherKeyBits=1 --set nonceBits=1 --set tagBits=1 --set length=0
      What is too large is refused with values that are small enough.

      Exit status: 0; 1 a hop is refuted, by lockstep or by its reduction; 64 it is too large, or there is no such name; 130 \
      interrupted.
      """)

  @Argument(help: "A game or a hop; `\(Program.name) list` names them.", completion: Completions.entries)
  var name: String

  @Option(name: .shortAndLong, help: "The adversary; by default the first.", completion: Completions.adversaries)
  var adversary: String?

  @Option(
    parsing: .unconditional,
    help: .init("Not possible: a command draws its own coins, and they cannot be gone through.", valueName: "command"))
  var adversaryCommand: String?

  @Option(help: "Plant a defect; `describe` lists them.", completion: Completions.twins)
  var twin: String?

  @Option(name: .customLong("set"), help: "A parameter, as name=value; repeatable.", completion: Completions.parameters)
  var settings: [String] = []

  @Option(parsing: .unconditional, help: "The most paths through the coins that are played in one pass.")
  var limit = 20_000_000

  @Flag(help: "Also compare the distributions of everything that the adversary sees.")
  var views = false

  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let outputs = try output.outputs()
    let selection = try Failure.orReport(request)
    if views, !selection.hasTwoWorlds { throw Failure.report(selection.oneWorld("views")) }
    Interrupts.listen()
    let result = try Failure.orReport { () throws(CatalogError) in try self.result(selection) }
    guard let record = result else {
      let notice = Notice("interrupted: no pass over the coins is finished")
      try outputs.write { try $0.of(interrupted: notice) }
      throw Failure.interrupted
    }
    if Interrupts.isRaised { Failure.say("interrupted: the distributions of views are not compared") }
    let status: RunStatus = Interrupts.isRaised ? .interrupted : record.refutation == nil ? .met : .notMet
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record, status: status) }
    try status.end()
  }

  private func request() throws(CatalogError) -> Selection {
    if let adversaryCommand {
      throw CatalogError(
        "the command `\(adversaryCommand)` cannot be played over all coins: it draws its own, out of sight",
        hint:
          "`\(Program.name) play \(name) --adversary-command …` plays trials; an adversary in Swift can be played over all coins")
    }
    let entry = try Gamekeeper.registry.entry(name)
    guard limit > 0 else { throw CatalogError("`--limit \(limit)` is out of range", hint: "at least 1") }
    return try Gamekeeper.registry.select(
      entry, adversary: adversary, suite: SuiteName.calibrated.rawValue, settings: try RunOptions.pairs(settings), twin: twin)
  }

  /// Nil where chances are not known, and, said so, where forcing every success takes too many paths.
  private func chances(_ experiment: AnyExperiment) throws(EnumerationError) -> ExactChances? {
    do {
      return try ExactChances(experiment, limit: limit, progress: Progress.counting("chances: %@ paths"))
    } catch .interrupted(let paths) {
      throw .interrupted(paths: paths)
    } catch {
      Failure.say("note: chances are not gone through: \(error)")
      return nil
    }
  }

  /// Nil if not even the probabilities are finished; without the distributions if those are not.
  private func result(_ selection: Selection) throws(CatalogError) -> ExactRecord? {
    let experiment = selection.experiment
    defer { Progress.say("") }
    do {
      let exact = try ExactProbabilities(experiment, limit: limit, progress: Progress.counting("probabilities: %@ paths"))
      let chances = try chances(experiment)
      let distributions: ExactDistributions?
      do {
        distributions =
          views ? try ExactDistributions(experiment, limit: limit, progress: Progress.counting("views: %@ paths")) : nil
      } catch .interrupted { distributions = nil }
      let bound = selection.entry.bound(selection.suite)
      let isWinnable = selection.measure == .winning
      let value = selection.measure == .independentWorlds ? exact.advantage : exact.bad
      let reduction = selection.entry.reduction
      return ExactRecord(
        game: selection.entry.name, adversary: selection.adversary, twin: selection.twin, parameters: selection.parameters,
        paths: exact.paths, bad: "\(exact.bad)", left: isWinnable ? nil : "\(exact.left)",
        right: isWinnable ? nil : "\(exact.right)", advantage: isWinnable ? nil : "\(exact.advantage)",
        value: value.value, formula: selection.formula,
        bound: BoundRecord(expression: bound.description, definitions: bound.definitions, value: selection.boundValue),
        reduction: "\(exact.reduction)", disagreement: "\(exact.disagreement)",
        places: reduction?.agreement == .planted ? "\(exact.places)" : nil, violation: "\(exact.violation)",
        forfeit: "\(exact.forfeit)",
        views: distributions.map { .init(left: $0.leftViews, right: $0.rightViews, distance: "\($0.distance)") },
        refutation: refutation(exact, chances, selection), chances: chances?.record)
    } catch .interrupted {
      return nil
    } catch {
      throw CatalogError(
        "\(name) cannot be played over all coins with `\(selection.adversary)`: \(error)",
        hint: smaller(than: selection) ?? error.hint)
    }
  }

  private func refutation(_ exact: ExactProbabilities, _ chances: ExactChances?, _ selection: Selection) -> String? {
    if exact.violation != 0 { return "the two worlds part before the bad event with probability \(exact.violation)" }
    if chances?.holds == false { return "the reported chances are not those with which moves succeed" }
    switch selection.entry.reduction?.agreement {
    case .everyTrial where exact.disagreement != 0:
      return "the reduction does not win with the bad event: one comes without the other with probability \(exact.disagreement)"
    case .planted:
      let loss = Int(selection.entry.reduction?.loss(selection) ?? 1)
      return exact.places == Rational(integerLiteral: loss) * exact.reduction
        ? nil : "the bad event has \(exact.places) places on average, not \(loss) times the \(exact.reduction) that is won"
    case .everyTrial, .onAverage, nil: return nil
    }
  }
}

extension ExactChances {
  fileprivate var record: ExactRecord.Chances {
    ExactRecord.Chances(
      kinds: kinds.map { .init(kind: $0.name, chances: "\($0.chances)", successes: "\($0.successes)") }, bad: "\(forcedBad)",
      shown: "\(shown)", forced: "\(forcedShown)", violation: "\(violation)", areRight: holds)
  }
}
