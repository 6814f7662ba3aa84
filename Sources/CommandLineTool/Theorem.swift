internal import ArgumentParser
internal import Arena
internal import Catalog
internal import Families
internal import Foundation
internal import Primitives
internal import Records
internal import Referee
internal import Reports
internal import Words

struct Theorem: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Prints the theorem: every term with the attack that shows it, all attacks against the total, and every hop checked.",
    discussion: """
      The bound is \(MainTheorem.formula). Each term's attack plays against the whole encryption service twice: under parameters \
      that all terms share, and under parameters at which its term is nearly all of the bound, with more trials and beside the \
      most that any attack by that way could attain. The error probability is split evenly over all runs, so that the whole \
      table is wrong with probability alpha at most; a row has 10,000 trials, or 50 on a real suite. On a real suite nothing is \
      known of an ε: the table then says what no attack has exceeded, and what the bound is on paper.

      With --fixed-work it asks of each term whether it really grows with the number of entities, q: the adversary's whole work \
      stays what it is, and the slope of its advantage in q is measured. Where the bound grows and no attack does, the factor q \
      is slack.

      With --all-hops it plays every hop of the primitives with all its adversaries instead, in one long table.

      Examples:
        \(Program.name) theorem
        \(Program.name) theorem --suite kms                     on real cryptography
        \(Program.name) theorem --fixed-work                    what grows with q
        \(Program.name) theorem --scale q_dom=1000,q_enc=1e9    the bound on paper

      Exit status: 0 nothing exceeds its bound, and an ε that a hop was seen to break is named; 1 something does, or a hop is \
      refuted; 2 some runs are too short to tell; 130 interrupted, with the runs that are finished.
      """)

  @OptionGroup var options: RunOptions

  @Flag(help: "Every hop of the primitives with all its adversaries, instead of the theorem.")
  var allHops = false

  @Flag(help: "What grows with the number of entities at fixed work, instead of the theorem.")
  var fixedWork = false

  @OptionGroup var output: OutputOptions<RunFormat>

  @Option(help: .init("As -o, whatever the ending: the table's picture (SVG).", valueName: "file"), completion: .file())
  var plot: String?

  @Option(
    help: """
      The scale for the bound on paper; what is left out is as by default. With q_enc, the messages under one domain key, the \
      chance of a repeated nonce of 96 bits is told, too. (default: q_ops=1000,q_hid=100000,q_dom=1000000)
      """)
  var scale: String?

  @Option(parsing: .unconditional, help: "On paper, every ε is two to minus this number of bits. (default: 128)")
  var epsilonBits: Double?

  func run() async throws {
    let outputs = try output.outputs((.svg, plot))
    if allHops {
      try Failure.orReport(refuseWhatHopsIgnore)
      return try await HopTable(options: options, outputs: outputs).run()
    }
    if fixedWork {
      try Failure.orReport(refuseWhatHopsIgnore)
      return try await FixedWorkTable(options: options, outputs: outputs).run()
    }
    let plan = try Failure.orReport { () throws(CatalogError) in try self.plan(isDrawn: outputs.contains(.svg)) }
    let settings = try Failure.orReport { () throws(CatalogError) in try options.runSettings(defaultTrials: plan.trials) }
    var row = settings
    row.judge = .init(alpha: settings.judge.alpha / Double(plan.count))
    let scale = try Failure.orReport(paperScale)
    Interrupts.listen()
    Progress.expect(rows: plan.count)
    var requests: [(Selection, RunSettings)] = []
    for (term, together, alone) in plan.terms {
      var deep = row
      if plan.suite.isCalibrated { deep.rule.trials *= term.effort }
      requests += [(together, row), (alone, deep)]
    }
    requests += ([plan.total] + plan.hops).map { ($0, row) }
    var runs: [RunRecord] = []
    for (selection, settings) in requests where !Interrupts.isRaised {
      runs.append(await selection.narrated(settings).record)
    }
    // Without every row there is no theorem: what was played is a table of runs.
    guard !Interrupts.isRaised else {
      Failure.say("interrupted after \(runs.count) of \(requests.count) rows: the theorem needs all of them")
      return try HopTable.write(
        HopTableRecord(alpha: settings.judge.alpha, rows: runs, isComplete: false), outputs)
    }
    let terms = plan.terms.enumerated().map { number, term in
      record(term.term, term.alone, runs[2 * number], runs[2 * number + 1])
    }
    let (total, hops) = (runs[2 * terms.count], Array(runs[(2 * terms.count + 1)...]))
    let result = TheoremRecord(
      suite: plan.suite.rawValue, seed: settings.source.seed, alpha: settings.judge.alpha,
      bound: MainTheorem.statement, terms: terms,
      total: .init(total, value: plan.total.boundValue), hops: hops, scale: scale)
    try outputs.write { format in
      switch format {
      case .text: result.text
      case .json: try JSON.text(result, status: result.outcome.status)
      case .markdown: result.markdown
      case .svg: TheoremPlot(result).svg ?? Notice("no term has a size that could be drawn").svg
      }
    }
    try result.outcome.status.end()
  }

  /// The other tables have nothing on paper, and are two.
  private func refuseWhatHopsIgnore() throws(CatalogError) {
    let ignored = [("scale", scale != nil), ("epsilon-bits", epsilonBits != nil), ("fixed-work", allHops && fixedWork)]
    guard let option = ignored.first(where: \.1)?.0 else { return }
    throw CatalogError(
      "`--\(option)` means nothing with `--\(allHops ? "all-hops" : "fixed-work")`",
      hint: "it belongs to the theorem's own table: leave out one of them")
  }

  private func record(_ term: TheoremTerm, _ selection: Selection, _ together: RunRecord, _ alone: RunRecord)
    -> TheoremRecord.Term
  {
    let suite = selection.suite
    func value(_ run: RunRecord) -> Double? { term.bound(suite).value(run.parameters.mapValues(Double.init)).map { 2 * $0 } }
    return .init(
      symbol: term.symbol, definitions: term.bound(suite).definitions, hop: term.hop, lemma: term.lemma,
      adversary: term.adversary,
      together: .init(together, value: value(together)), alone: .init(alone, value: value(alone)),
      ceiling: term.ceiling(selection), why: term.why)
  }

  // MARK: The plan

  private struct Plan {
    let suite: SuiteName
    var terms: [(term: TheoremTerm, together: Selection, alone: Selection)] = []
    var total: Selection
    var hops: [Selection] = []

    var count: Int { 2 * terms.count + 1 + hops.count }
    var trials: UInt64 { suite.isCalibrated ? 10_000 : 50 }
  }

  private func plan(isDrawn: Bool) throws(CatalogError) -> Plan {
    let game = try Gamekeeper.registry.entry("end-to-end", kind: .game)
    guard let suite = SuiteName(rawValue: options.suite), SuiteName.ofPrimitives.contains(suite) else {
      throw .unknown("suite", options.suite, among: SuiteName.ofPrimitives.map(\.rawValue))
    }
    guard !isDrawn || suite.isCalibrated else {
      throw CatalogError("a picture (SVG) needs the calibrated suite", hint: "an assumed ε has no size that could be drawn")
    }
    let asked = try options.parameters()
    for setting in asked {
      guard let parameter = game.parameters.first(where: { $0.name == setting.name }) else {
        throw .unknown("parameter", setting.name, among: game.parameters.map(\.name))
      }
      guard parameter.applies(to: suite) else {
        throw CatalogError(
          "parameter `\(setting.name)` means nothing on suite `\(suite.rawValue)`", hint: "it belongs to the calibrated suite")
      }
    }
    func select(_ entry: Entry, _ adversary: String, _ settings: [(name: String, value: Int)]) throws(CatalogError) -> Selection {
      let known = (settings + asked).filter { setting in
        entry.parameters.contains { $0.name == setting.name && $0.applies(to: suite) }
      }
      return try Gamekeeper.registry.select(entry, adversary: adversary, suite: options.suite, settings: known)
    }
    let common = TheoremTerm.common
    var plan = Plan(suite: suite, total: try select(game, "everything", common))
    for term in TheoremTerm.all where game.adversaries(on: suite).contains(term.adversary) {
      plan.terms.append((term, try select(game, term.adversary, common), try select(game, term.adversary, term.dominant)))
    }
    let paid = TheoremTerm.all.map(\.hop).eachOnce
    for name in paid + MainTheorem.perfect {
      let hop = try Gamekeeper.registry.entry(name, kind: .hop)
      let natural = hop.adversaries(on: suite)[0]
      plan.hops.append(try select(hop, natural, common))
      for random in ["random-protocol", "fuzz-service"] where random != natural && hop.adversaries.contains(random) {
        plan.hops.append(try select(hop, random, common))
      }
      // Where signatures can be changed into others, the hop is broken and key secrecy is not.
      if !suite.isCalibrated, ["secrecy-operators", "secrecy-hsms"].contains(name) {
        plan.hops.append(try select(hop, "maul-protocol", common))
      }
    }
    if !suite.isCalibrated {
      plan.hops.append(try select(try Gamekeeper.registry.entry("key-secrecy", kind: .game), "maul-protocol", common))
    }
    return plan
  }

  /// A large cloud: what `--scale` leaves out.
  private static let cloud = ["q_ops": 1000, "q_hid": 100_000, "q_dom": 1_000_000]

  /// The part of q_dom·ε_aead that grows with the square of the messages under one key: that two random nonces of 96 bits are
  /// equal.
  private func nonces(_ parameters: [String: Int]) -> [TheoremRecord.Scale.Line] {
    guard let messages = parameters["q_enc"] else { return [] }
    if messages > 1 << 32 {
      Failure.say(
        "warning: \(messages) messages under one key of AES-GCM with random nonces are more than the 2^32 that NIST "
          + "SP 800-38D allows"
      )
    }
    let term = 2 * Double(parameters["q_dom"] ?? 0) * pow(Double(messages), 2) * pow(2, -97)
    return [.init(term: "2·q_dom·q_enc²/2^97", factor: term * pow(2, epsilonBits ?? 128))]
  }

  /// What the terms weigh at a scale that nobody can play at.
  private func paperScale() throws(CatalogError) -> TheoremRecord.Scale {
    var parameters = Self.cloud
    for part in scale?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
      let pair = part.split(separator: "=").map(String.init)
      guard pair.count == 2, ["q_ops", "q_hid", "q_dom", "q_enc"].contains(pair[0]),
        let value = RunOptions.count(of: pair[1]).map(Int.init)
      else {
        throw CatalogError(
          "`--scale \(scale ?? "")` cannot be read at `\(part)`", hint: "for example q_ops=1000,q_hid=100000,q_dom=1000000")
      }
      parameters[pair[0]] = value
    }
    let epsilonBits = epsilonBits ?? 128
    guard epsilonBits > 0, epsilonBits < 4096 else {
      throw CatalogError("`--epsilon-bits \(epsilonBits)` is out of range", hint: "between 0 and 4096")
    }
    return .init(
      parameters: parameters, bits: epsilonBits,
      lines: nonces(parameters) + MainTheorem.weights(parameters).map { .init(term: $0.term, factor: $0.weight) })
  }
}
