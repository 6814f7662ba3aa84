internal import Foundation
internal import Records
internal import Scenarios

/// A record that was kept, whatever verb made it: its rows, and who made it.
struct RecordFile {
  let rows: [ComparedRow]
  let maker: MakerRecord?

  /// What a record is told by.
  private struct Kind: Decodable {
    let format: Int?
    let made: MakerRecord?
    let game, verdict, plan: String?
    let terms, rows, cases, points: Anything?
  }

  /// That it is there is what matters.
  private struct Anything: Decodable { init(from decoder: any Decoder) throws {} }

  /// - Throws: an error that names the file.
  init(_ file: String) throws {
    let text = try Files.text(file)
    self = try Problem.report { try Self(text: text, file: file) }
  }

  init(text: String, file: String) throws(InputError) {
    func fail(_ why: String) -> InputError { InputError(file: file, why) }
    let kind: Kind
    do { kind = try JSON.read(Kind.self, from: text) } catch { throw fail("it is no record") }
    maker = kind.made
    do {
      if kind.cases != nil {
        try Self.check(kind.format, CheckRecord.formatVersion, fail)
        rows = try JSON.read(CheckRecord.self, from: text).comparedRows
        return
      }
      try Self.check(kind.format, JSON.format, fail)
      if kind.terms != nil {
        rows = try JSON.read(TheoremRecord.self, from: text).comparedRows
      } else if kind.plan != nil, kind.rows != nil {
        rows = try JSON.read(CampaignRecord.self, from: text).comparedRows
      } else if kind.rows != nil {
        rows = try JSON.read(HopTableRecord.self, from: text).comparedRows
      } else if kind.points != nil {
        rows = try JSON.read(SweepRecord.self, from: text).comparedRows
      } else if kind.game != nil, kind.verdict != nil {
        rows = try JSON.read(RunRecord.self, from: text).comparedRows
      } else {
        throw fail("it is no record of `play`, `hop`, `theorem`, `check` or `campaign`")
      }
    } catch let error as InputError { throw error } catch { throw fail("it is no whole record: \(error)") }
  }

  private static func check(_ format: Int?, _ own: Int, _ fail: (String) -> InputError) throws(InputError) {
    guard let format, format != own else { return }
    throw fail("it is a record of format \(format), and this program reads format \(own)")
  }
}
