internal import ArgumentParser
internal import Arena
internal import Coins
internal import Records
internal import Referee
internal import Reports
internal import Words

struct Selftest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Referees the referee: how often it raises an alarm when nothing is wrong.",
    discussion: """
      Each campaign is watched after every trial and stopped at the first alarm, the worst that a user can do. The alarms must \
      stay below the promised probability; the control, which is what people usually do instead, must be seen to exceed it.

      Example:
        \(Program.name) selftest --campaigns 1000 --played 1000

      Exit status: 0 all as expected; 1 too many alarms, or a control that raises none; 2 too few campaigns to tell; 130 \
      interrupted, with the procedures that are finished.
      """)

  @Option(parsing: .unconditional, help: "Simulated campaigns of each procedure.")
  var campaigns = 10_000

  @Option(parsing: .unconditional, help: "Campaigns whose trials are really played (2,000 trials each).")
  var played = 10_000

  @Option(parsing: .unconditional, help: "Seed of all coins. (default: 1)", transform: Seed.parsed)
  var seed: UInt64 = 1

  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  private static let most = 1_000_000_000

  func run() throws {
    let outputs = try output.outputs()
    Interrupts.listen()
    let record = try Failure.orReport(measure)
    Progress.say("")
    var table = Table(header: ["procedure", "truth", "α", "campaigns", "trials each", "alarms", "rate", "exact", "as expected"])
    table.rows = record.procedures.map { record in
      [
        record.procedure, Number.text(record.truth), Number.text(record.alpha), "\(record.campaigns)", "\(record.horizon)",
        "\(record.alarms)",
        Number.text(record.rate), record.exact.map { Number.text($0) } ?? "", record.finding.rawValue,
      ]
    }
    try outputs.write {
      try $0.of(text: table.text, markdown: table.markdown, json: record, status: record.outcome.status)
    }
    if record.outcome == .interrupted {
      Failure.say("interrupted: \(record.procedures.count) procedures are finished, those in the table")
    }
    try record.outcome.status.end()
  }

  private func measure() throws(CatalogError) -> SelftestRecord {
    for (option, count) in [("campaigns", campaigns), ("played", played)] where !(1...Self.most).contains(count) {
      throw CatalogError("`--\(option) \(count)` is out of range", hint: "1 to \(Self.most), for example 10000")
    }
    let source = CoinSource(seed: seed)
    let selection = try Gamekeeper.registry.select(
      try Gamekeeper.registry.entry("signature-idealization", kind: .game), adversary: "guess", suite: "calibrated",
      settings: [("signatureBits", 7), ("tries", 1)])
    let procedures = Progress.counting("simulated campaigns: %@ procedures are finished")
    let simulated = ErrorRates.simulated(campaigns, source: source) { !procedures($0) }
    let campaigns = Progress.counting("played campaigns: %@ of \(played)")
    let played = ErrorRates.played(
      played, of: selection.experiment, truth: 0x1p-7, horizon: 2_000, source: source,
      shouldStop: { !campaigns($0) })
    return SelftestRecord(
      seed: seed, procedures: simulated + [played].compactMap(\.self), isComplete: !Interrupts.isRaised)
  }
}
