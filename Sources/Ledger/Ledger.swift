public import Campaigns
internal import Foundation
internal import GRDB
public import Records

/// What campaigns there are, and what they have shown by commit: an index for people, in a database that is made again from the
/// files at any time. Nothing stands in it alone, and no worker writes to it.
public struct Ledger: Sendable {
  /// A plan or a record of one, as a file.
  public struct Entry: Sendable {
    public let file: String
    public let plan: CampaignPlan
    public let whole: Int
    public let record: CampaignRecord?
  }

  public let entries: [Entry]

  /// Reads the plans of a folder, with their shards and the records that were kept of them. What is neither is passed by.
  public init(of folder: String) throws(CampaignError) {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted() } catch {
      throw CampaignError(.badInput, "`\(folder)` is no folder that can be read")
    }
    let texts = names.compactMap { name in
      (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)).map { ("\(folder)/\(name)", $0) }
    }
    let records = texts.compactMap { try? JSON.read(CampaignRecord.self, from: $1) }
    entries = texts.compactMap { path, text in
      guard let plan = try? CampaignPlan(text: text, file: path) else { return nil }
      // Of several records of a plan the one that judges most.
      let record = records.filter { $0.plan == plan.hash }.max { $0.judged < $1.judged }
      return Entry(file: path, plan: plan, whole: CampaignFolder(beside: path).finished.count, record: record)
    }
  }

  /// Writes the database anew; whoever reads it meanwhile reads the old one.
  public func write(to path: String) throws(CampaignError) {
    let new = path + ".new"
    do {
      try? FileManager.default.removeItem(atPath: new)
      let queue = try DatabaseQueue(path: new)
      try queue.write { database in
        try Self.tables(in: database)
        for entry in entries { try Self.insert(entry, into: database) }
      }
      try queue.close()
      guard rename(new, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    } catch {
      try? FileManager.default.removeItem(atPath: new)
      throw CampaignError(.cannotWrite, "`\(path)` cannot be written: \(error.localizedDescription)")
    }
  }

  private static func tables(in database: Database) throws {
    try database.create(table: "plans") { table in
      table.primaryKey("hash", .text)
      for name in ["file", "version", "commit", "verdict"] { table.column(name, .text) }
      for name in ["trials", "shards", "whole"] { table.column(name, .integer) }
    }
    try database.create(table: "rows") { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("plan", .text).references("plans")
      for name in ["name", "commit", "verdict", "replay"] { table.column(name, .text) }
      for name in ["trials"] { table.column(name, .integer) }
      for name in ["advantage", "lower", "upper", "bound"] { table.column(name, .double) }
    }
    try database.create(table: "findings") { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("plan", .text).references("plans")
      for name in ["row", "words", "replay"] { table.column(name, .text) }
    }
  }

  private static func insert(_ entry: Entry, into database: Database) throws {
    let plan = entry.plan
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO plans (hash, file, version, "commit", verdict, trials, shards, whole)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        plan.hash, entry.file, plan.version, plan.commit, entry.record?.outcome.status.words, Int64(plan.trials), plan.shards,
        entry.whole,
      ])
    for row in entry.record?.rows ?? [] {
      try database.execute(
        sql: """
          INSERT INTO rows (plan, name, "commit", verdict, replay, trials, advantage, lower, upper, bound)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          plan.hash, row.comparedRows[0].name, plan.commit, row.verdict.rawValue, row.replay, Int64(row.trials),
          row.advantage.estimate,
          row.advantage.lower, row.advantage.upper, row.bound?.value,
        ])
    }
    for finding in entry.record?.findings ?? [] {
      try database.execute(
        sql: "INSERT INTO findings (plan, row, words, replay) VALUES (?, ?, ?, ?)",
        arguments: [plan.hash, finding.row, finding.words, finding.replay])
    }
  }
}
