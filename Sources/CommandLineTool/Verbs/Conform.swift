internal import ArgumentParser
internal import Arena
internal import Catalog
internal import Conformance
internal import Records
internal import Reports
internal import Words

struct Conform: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Holds the games against the published files, oracle by oracle and lemma by lemma.",
    discussion: """
      One row an oracle, a lemma and an axiom of the six EasyCrypt files from which the games are: what ours is, and whether it \
      is the same, different on purpose, or parts from an as-published twin. The twins play what the files say (`None` past the \
      budget, strict bounds, charges of legal queries alone, exponents that may be 0, a hash with a key), beside ours and on the \
      same coins. Every query in which the two part must be one in which a row says so, and every way to part that a row names \
      must be seen.

      Examples:
        \(Program.name) conform                         the ledger
        \(Program.name) conform -o ledger.json          as data, too
        \(Program.name) conform --twin inclusive-bound  a mistake, to be caught

      Exit status: 0 every row holds; 1 one does not; 2 too few trials to see every way to part; 130 interrupted: no ledger.
      """)

  @Option(parsing: .unconditional, help: "Trials of each comparison and of each hop.")
  var trials: UInt64 = 1000

  @Option(parsing: .unconditional, help: "Seed of all coins. (default: 1)", transform: Seed.parsed)
  var seed: UInt64 = 1

  @Option(
    help: .init(
      "A mistake to plant in the published games: \(Mistake.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "mistake"), completion: .list(Mistake.allCases.map(\.rawValue)))
  var twin: String?

  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  private static let most: UInt64 = 1_000_000

  func run() async throws {
    let outputs = try output.outputs()
    let mistake = try Failure.orReport(mistake)
    Interrupts.listen()
    let ticker = Progress.Ticker()
    let record = await Ledger.play(trials: trials, seed: seed, mistake: mistake) { words in
      ticker.say(words)
      return !Interrupts.isRaised
    }
    Progress.finish()
    guard let record else {
      let notice = Notice("interrupted: the ledger needs every row")
      try outputs.write { try $0.of(interrupted: notice) }
      throw Failure.interrupted
    }
    try outputs.write {
      try $0.of(text: record.text, markdown: record.markdown, json: record, status: record.outcome.status)
    }
    try record.outcome.status.end()
  }

  private func mistake() throws(CatalogError) -> Mistake? {
    guard (1...Self.most).contains(trials) else {
      throw CatalogError("`--trials \(trials)` is out of range", hint: "1 to \(Self.most), for example 1000")
    }
    guard let twin else { return nil }
    guard let mistake = Mistake(rawValue: twin) else {
      throw .unknown("twin of conform", twin, among: Mistake.allCases.map(\.rawValue))
    }
    return mistake
  }
}
