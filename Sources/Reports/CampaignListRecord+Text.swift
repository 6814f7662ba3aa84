public import Records

extension CampaignListRecord {
  public var text: String { table.text }
  public var markdown: String { table.markdown }

  private var table: Table {
    var table = Table(header: ["plan", "commit", "rows", "trials", "shards", "verdict"])
    table.rows = rows.map { row in
      [
        row.file, row.commit, "\(row.rows)", Number.grouped(row.trials), "\(row.whole) of \(row.shards)", row.status?.words ?? "",
      ]
    }
    return table
  }
}
