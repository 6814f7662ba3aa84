internal import Arena
internal import Campaigns
internal import Records
internal import Referee

/// The rows of a table that are finished, in a file: whoever is interrupted goes on where it was.
final class KeptRows {
  private struct Line: Codable {
    let key: String
    let record: RunRecord
  }

  private var records: [String: RunRecord] = [:]
  private let writer: JournalWriter?

  /// - Parameter path: nil to keep nothing.
  /// - Throws: an error if the file is of another commit, or cannot be written.
  init(_ path: String?) throws {
    guard let path else {
      writer = nil
      return
    }
    let maker = Gamekeeper.maker
    let (journal, writer) = try Failure.orReport { () throws(CampaignError) in
      try JournalWriter.open(path, about: "rows of version \(maker.version), commit \(maker.commit)")
    }
    self.writer = writer
    for text in journal.lines {
      if let line = try? JSON.read(Line.self, from: text) { records[line.key] = line.record }
    }
    if !records.isEmpty { Failure.say("\(records.count) rows of `\(path)` are not played again") }
  }

  /// The row: the one that was kept, or played now and kept.
  func played(_ selection: Selection, _ settings: RunSettings) async throws -> RunRecord {
    guard let writer else { return await selection.narrated(settings).record }
    let key = Self.key(selection, settings)
    if let record = records[key] {
      _ = Progress.nextRow("")
      return record
    }
    let run = await selection.narrated(settings)
    // What a clock or a person ended is not the row that was asked for.
    if ![.interrupted, .timeUp].contains(run.stopped), let line = try? JSON.line(Line(key: key, record: run.record)) {
      try Failure.orReport { () throws(CampaignError) in try writer.append(line) }
    }
    return run.record
  }

  /// Everything that the record of a row depends on.
  private static func key(_ selection: Selection, _ settings: RunSettings) -> String {
    let rule = settings.rule
    return [
      ReplayToken(selection, source: settings.source, trial: 0).text, "\(rule.trials)", "\(rule.whenDecided)",
      rule.width.map { "\($0)" } ?? "-", "\(settings.judge.alpha)", settings.chances.rawValue, "\(settings.chanceTrials)",
      settings.order.rawValue,
    ].joined(separator: " ")
  }
}
