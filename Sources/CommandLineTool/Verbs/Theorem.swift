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
      that all terms share, and under parameters at which its term is nearly all that the attack may do, with more trials and \
      beside the most that any attack by that way could attain. The error probability is split evenly over all runs, so that the \
      whole table is wrong with probability alpha at most.

      Primitives have 64 bits, and the group 48. Nobody sees them broken by chance, so chances are added up and successes are \
      forced (`describe chances`); a row has 700 trials. Where no chance is known the row says so, and why, and is sampled on \
      toy primitives. With --toy all rows are, with 10,000 trials. On a real suite a row has 50, and nothing is known of an ε: \
      the table then says what no attack has exceeded, and what the bound is on paper.

      With --fixed-work it asks of each term whether it really grows with the number of entities, q: the adversary's whole work \
      stays what it is, and the slope of its advantage in q is measured. Where the bound grows and no attack does, the factor q \
      is slack.

      With --all-hops it plays every hop of the primitives with all its adversaries instead, in one long table; with --hierarchy \
      those below the domain key, from the tokens of customer keys to a user's file, and the bound from operators to there.

      With --against another adversary, such as a command, plays each game and hop of the table that it can, and the other ones \
      are said. Its runs have a share of the error probability, and count for the exit status.

      Examples:
        \(Program.name) theorem
        \(Program.name) theorem --toy                           breaks that are counted
        \(Program.name) theorem -o theorem.tex                  its table for LaTeX
        \(Program.name) theorem --suite kms                     on real cryptography
        \(Program.name) theorem --fixed-work                    what grows with q
        \(Program.name) theorem --hierarchy                     below the domain key
        \(Program.name) theorem --scale q_dom=1000,q_enc=1e9    the bound on paper

      Exit status: 0 nothing exceeds its bound, and an ε that a hop was seen to break is named; 1 something does, or a hop is \
      refuted; 2 some runs are too short to tell; 130 interrupted, with the runs that are finished.
      """)

  @OptionGroup var options: RunOptions

  @Flag(help: "Every hop of the primitives with all its adversaries, instead of the theorem.")
  var allHops = false

  @Flag(help: "The hops below the domain key with all their adversaries, instead of the theorem.")
  var hierarchy = false

  @Flag(help: "What grows with the number of entities at fixed work, instead of the theorem.")
  var fixedWork = false

  @Flag(
    help: """
      On toy primitives, whose breaks are frequent enough to be counted, instead of primitives of 64 bits, whose breaks are \
      forced.
      """)
  var toy = false

  @Option(
    parsing: .unconditional,
    help: .init(
      "Another adversary, by its name or as a command: it plays each game and hop of the table that it can, beside the "
        + "portfolio.",
      valueName: "adversary"), completion: Completions.adversaries)
  var against: String?

  @Option(
    help: .init(
      "Keep each row in this file as it is finished, and do not play again what is there: interrupted, the same command goes on.",
      valueName: "file"), completion: .file()) var resume: String?

  @OptionGroup var baseline: BaselineOptions

  @OptionGroup var output: OutputOptions<TheoremFormat>

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
    let baseline = try baseline.read()
    let rival = try Failure.orReport { () throws(CatalogError) in try self.rival(outputs) }
    if allHops || hierarchy {
      try Failure.orReport(refuseWhatHopsIgnore)
      return try await HopTable(
        options: options, outputs: outputs, rival: rival, resume: resume, baseline: baseline, isHierarchy: hierarchy
      ).run()
    }
    if fixedWork {
      try Failure.orReport(refuseWhatHopsIgnore)
      return try await FixedWorkTable(options: options, outputs: outputs).run()
    }
    let plan = try Failure.orReport { () throws(CatalogError) in
      try TheoremPlan(
        suite: options.suite, settings: options.parameters(), isToy: toy, isDrawn: outputs.contains(.svg))
    }
    let settings = try Failure.orReport { () throws(CatalogError) in try options.runSettings(defaultTrials: plan.trials) }
    var row = settings
    let count = plan.count + (rival == nil ? 0 : plan.entries.count)
    row.judge = .init(alpha: settings.judge.alpha / Double(count))
    let scale = try Failure.orReport(paperScale)
    try rival?.checkStart()
    let kept = try KeptRows(resume)
    let time = CommandTime.begin(settings.rule.time, rows: count)
    let runs = try await time.rows(of: plan.parts, before: count - plan.count) { [row] part, time in
      try await kept.played(part.selection, part.settings(row).within(time))
    }
    // Without every row there is no theorem: what was played is a table of runs.
    guard !Interrupts.isRaised else {
      Failure.say("interrupted after \(runs.count) of \(plan.count) rows: the theorem needs all of them")
      if resume == nil { Failure.say("hint: with `\(CommandWords.option("resume", "FILE"))` rows are kept, and it goes on") }
      return try HopTable.write(
        HopTableRecord(alpha: settings.judge.alpha, rows: runs, isComplete: false), outputs)
    }
    let terms = plan.terms.enumerated().map { number, term in
      record(term.term, (term.together, runs[2 * number]), (term.alone, runs[2 * number + 1]))
    }
    let (total, hops) = (runs[2 * terms.count], Array(runs[(2 * terms.count + 1)...]))
    let result = TheoremRecord(
      suite: plan.suite.rawValue, seed: settings.source.seed, alpha: settings.judge.alpha,
      bound: MainTheorem.statement, terms: terms,
      total: .init(total, value: plan.total.selection.boundValue, sampled: plan.total.sampled), hops: hops, scale: scale,
      sampled: plan.hops.compactMap { part in
        part.sampled.map { .init(row: "\(part.selection.entry.name), \(part.selection.adversary)", why: $0) }
      }, generic: try Failure.orReport(plan.generic))
    var against: AgainstRecord?
    if let rival {
      let own = try Failure.orReport { () throws(CatalogError) in
        try options.runSettings(defaultTrials: plan.trials, defaultCoins: rival.defaultCoins)
      }
      row.source = own.source
      against = try await rival.played(plan.entries, on: plan.suite, alpha: settings.judge.alpha, time: time) {
        [row] (entry: Entry, adversary: String) throws(CatalogError) -> (Selection, RunSettings) in
        let part = try plan.row(entry, adversary)
        return (part.selection, part.settings(row))
      }
    }
    let outcome = Outcome.all([result.outcome] + [against?.outcome].compactMap(\.self))
    try outputs.write { format in
      switch format {
      case .text: result.text + (against?.text ?? "")
      case .json: try JSON.text(Beside(table: result, against: against), status: outcome.status)
      case .markdown: result.markdown + (against?.markdown ?? "")
      case .latex: result.latex
      case .svg: TheoremPlot(result).svg ?? Notice("no term has a size that could be drawn").svg
      }
    }
    try baseline?.end(result.comparedRows, outcome.status)
    try outcome.status.end()
  }

  private func rival(_ outputs: Outputs<TheoremFormat>) throws(CatalogError) -> Rival? {
    guard let against else { return nil }
    if fixedWork {
      throw CatalogError("`--against` means nothing with `--fixed-work`", hint: "its adversaries' work is known; leave one out")
    }
    guard !outputs.contains(.latex), !outputs.contains(.svg) else {
      throw CatalogError("what `--against` adds has no LaTeX and no picture", hint: "text, markdown or json")
    }
    return try Rival(against)
  }

  /// The other tables have nothing on paper, and are two.
  private func refuseWhatHopsIgnore() throws(CatalogError) {
    let table = allHops ? "all-hops" : hierarchy ? "hierarchy" : "fixed-work"
    let ignored = [
      ("hierarchy", allHops && hierarchy), ("scale", scale != nil), ("epsilon-bits", epsilonBits != nil), ("toy", toy),
      ("fixed-work", (allHops || hierarchy) && fixedWork),
      ("resume", fixedWork && resume != nil), ("baseline", fixedWork && baseline.baseline != nil),
    ]
    guard let option = ignored.first(where: \.1)?.0 else { return }
    throw CatalogError(
      "`--\(option)` means nothing with `--\(table)`",
      hint: "it belongs to the theorem's own table: leave out one of them")
  }

  private func record(
    _ term: TheoremTerm, _ together: (part: TheoremPlan.Part, run: RunRecord), _ alone: (part: TheoremPlan.Part, run: RunRecord)
  ) -> TheoremRecord.Term {
    let selection = alone.part.selection, suite = selection.suite
    func share(_ row: (part: TheoremPlan.Part, run: RunRecord)) -> TheoremRecord.Share {
      .init(
        row.run, value: term.bound(suite).value(row.run.parameters.mapValues(Double.init)).map { 2 * $0 },
        sampled: row.part.sampled)
    }
    return .init(
      symbol: term.symbol, definitions: term.bound(suite).definitions, hop: term.hop, lemma: term.lemma,
      adversary: term.adversary, together: share(together), alone: share(alone), ceiling: term.ceiling(selection), why: term.why)
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
    let term: Bound = 2 * "q_dom" * .power("q_enc", 2) / .two(to: 97)
    let value = term.value(["q_dom": Double(parameters["q_dom"] ?? 0), "q_enc": Double(messages)]) ?? 0
    return [.init(term: "\(term)", factor: value * pow(2, epsilonBits ?? 128))]
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
