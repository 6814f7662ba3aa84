internal import ArgumentParser
internal import Arena
internal import Records
internal import Referee
internal import Reports
internal import Words

struct Terms: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the bound of multi-recipient encryption term by term: who pays for an adversary.",
    discussion: """
      The adversary plays multi-recipient encryption, B₁ around it plays oracle Diffie-Hellman, B₂ around it plays authenticated \
      encryption. The error probability is split evenly over the three measurements.
      Example:
        \(Program.name) terms -a solve-key --set work=128 --trials 1e6

      Exit status: 0 the terms pay for the adversary; 1 it has more than they pay; 130 interrupted: no sum.
      """)

  @Option(name: .shortAndLong, help: "An adversary of the hop `reduction`.", completion: Completions.adversaries)
  var adversary: String?

  @Option(help: "Plant a defect; `describe reduction` lists them.")
  var twin: String?

  @OptionGroup var options: RunOptions

  @OptionGroup var output: OutputOptions<Format>

  func run() async throws {
    let outputs = try output.outputs()
    let (total, terms) = try Failure.orReport(request)
    var settings = try Failure.orReport { () throws(CatalogError) in
      try options.runSettings(defaultTrials: total.suite.trials)
    }
    settings.judge = .init(alpha: settings.judge.alpha / Double(1 + terms.count))
    let selections = [total] + terms.map(\.1)
    let commandTime = CommandTime.begin(settings.rule.time, rows: selections.count)
    let runs = await commandTime.rows(of: selections) { [settings] selection, time in
      await selection.narrated(settings.within(time)).record
    }
    guard let measured = runs.first else { throw Failure.interrupted }
    let paid = zip(runs.dropFirst(), terms).map { TermsRecord.Term($0, factor: $1.0) }
    let record = TermsRecord(
      measured, alpha: settings.judge.alpha * Double(1 + terms.count), terms: paid,
      missing: terms.dropFirst(paid.count).map(\.1.entry.name))
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record, status: record.outcome.status) }
    try record.outcome.status.end()
  }

  private func request() throws(CatalogError) -> (Selection, [(Double, Selection)]) {
    let pairs = try RunOptions.pairs(options.settings)
    let adversary = adversary ?? "solve-key"
    func select(
      _ hop: String, _ settings: [(name: String, value: Int)], _ attacker: (Entry) -> String
    ) throws(CatalogError) -> Selection {
      let entry = try Gamekeeper.registry.entry(hop, kind: .hop)
      return try Gamekeeper.registry.select(
        entry, adversary: attacker(entry), suite: options.suite, settings: settings, twin: twin)
    }
    let total = try select("reduction", pairs) { _ in adversary }
    // Whatever a term's own defaults are, it is one of this sum.
    let shared = total.parameters.map { (name: $0.key, value: $0.value) }
    var terms: [(Double, Selection)] = []
    for payment in total.entry.bound(total.suite).payments {
      guard let hop = payment.hops.last else { continue }
      // Whoever pays is played by the reduction around the adversary.
      terms.append(
        (payment.number, try select(hop, shared) { $0.attacks.first { $0.around == adversary }?.name ?? adversary }))
    }
    return (total, terms)
  }
}
