internal import ArgumentParser
internal import Arena
internal import Coins
internal import KnownChances
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

      With --chances it examines what is said by chances instead: probabilities that are known, over all coins, at few bits and \
      at 64; ways to add chances up that are wrong; and how often intervals leave out the truth.

      Examples:
        \(Program.name) selftest --campaigns 1000 --played 1000
        \(Program.name) selftest --chances --campaigns 1000

      Exit status: 0 all as expected; 1 too many alarms, or a control that raises none; 2 too few campaigns to tell; 130 \
      interrupted, with the procedures that are finished.
      """)

  @Flag(help: "What is said by chances, instead of by counts; runs have trials in proportion to the campaigns.")
  var chances = false

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
    try Failure.orReport(refuse)
    if chances {
      let ticker = Progress.Ticker()
      let record = ChanceSelftest(campaigns: campaigns, source: CoinSource(seed: seed)).run { words in
        ticker.say(words)
        return Interrupts.isRaised
      }
      Progress.finish()
      try outputs.write {
        try $0.of(text: record.text, markdown: record.markdown, json: record, status: record.outcome.status)
      }
      return try record.outcome.status.end()
    }
    let record = try Failure.orReport(measure)
    Progress.say("")
    let table = Table(errorRates: record.procedures)
    try outputs.write {
      try $0.of(text: table.text, markdown: table.markdown, json: record, status: record.outcome.status)
    }
    if record.outcome == .interrupted {
      Failure.say("interrupted: \(record.procedures.count) procedures are finished, those in the table")
    }
    try record.outcome.status.end()
  }

  private func refuse() throws(CatalogError) {
    for (option, count) in [("campaigns", campaigns), ("played", played)] where !(1...Self.most).contains(count) {
      throw CatalogError("`--\(option) \(count)` is out of range", hint: "1 to \(Self.most), for example 10000")
    }
  }

  private func measure() throws(CatalogError) -> SelftestRecord {
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
