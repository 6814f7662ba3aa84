internal import ArgumentParser
internal import Campaigns
internal import Ledger
internal import Records
internal import Reports

struct CampaignListVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the campaigns of a folder, and makes their index, results.sqlite, anew.",
    discussion: """
      The index has the tables plans, rows and findings: what each plan has shown, by commit, as records say that lie beside it \
      (campaign show -o). It is made from the files, and nothing stands in it alone.

      Exit status: 0; 65 the folder cannot be read; 74 the index cannot be written.
      """)

  @Argument(help: "The folder.", completion: .directory) var folder = "."
  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let ledger = try Failure.orReport { () throws(CampaignError) in
      let ledger = try Ledger(of: folder)
      try ledger.write(to: "\(folder)/results.sqlite")
      return ledger
    }
    let record = CampaignListRecord(
      rows: ledger.entries.map { entry in
        .init(
          file: entry.file, hash: entry.plan.hash, commit: entry.plan.commit, whole: entry.whole, shards: entry.plan.shards,
          rows: entry.plan.rows.count, trials: entry.plan.trials, status: entry.record?.outcome.status)
      })
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record) }
  }
}
