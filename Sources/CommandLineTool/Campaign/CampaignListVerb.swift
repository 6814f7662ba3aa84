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
    var table = Table(header: ["plan", "commit", "rows", "trials", "shards", "verdict"])
    table.rows = ledger.entries.map { entry in
      [
        entry.file, entry.plan.commit, "\(entry.plan.rows.count)", Number.grouped(entry.plan.trials),
        "\(entry.whole) of \(entry.plan.shards)", entry.record?.outcome.status.words ?? "",
      ]
    }
    let listed = ledger.entries.map {
      Listed(file: $0.file, hash: $0.plan.hash, commit: $0.plan.commit, whole: $0.whole, shards: $0.plan.shards)
    }
    try outputs.write { try $0.of(text: table.text, markdown: table.markdown, json: listed) }
  }

  private struct Listed: Encodable {
    let file, hash, commit: String
    let whole, shards: Int
  }
}
