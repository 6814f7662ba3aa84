internal import Arena
internal import Foundation
internal import Records
internal import Referee

/// What a shard's file holds line by line: whose it is, its blocks, its end.
struct ShardLine: Codable, Hashable {
  struct Header: Codable, Hashable {
    let format: Int
    let plan: String
    let shard: Int
  }

  struct End: Codable, Hashable { let blocks: Int }

  var header: Header?
  var block: BlockRecord?
  var end: End?
}

/// What a block of trials of a row showed.
struct BlockRecord: Codable, Hashable {
  let row: Int
  let first: UInt64
  let counts: TallyRecord
  let chances: ChanceTallyRecord?

  init(row: Int, first: UInt64, _ block: TrialBlock) {
    (self.row, self.first, counts) = (row, first, TallyRecord(block.counts))
    chances = block.chances.map { ChanceTallyRecord($0) }
  }
}

/// A shard's file as it was read: its blocks, in the plan's order, and whether it has its end.
struct ShardFile {
  let shard: Int
  let blocks: [BlockRecord]
  let isWhole: Bool
  let journal: Journal

  /// What the checksums of a shard's file begin with.
  static func subject(_ plan: CampaignPlan, _ shard: Int) -> String { "shard \(shard) of plan \(plan.hash)" }

  static func header(_ plan: CampaignPlan, _ shard: Int) -> ShardLine {
    ShardLine(header: .init(format: CampaignPlan.format, plan: plan.hash, shard: shard))
  }

  /// - Throws: what is wrong with it, by its path and line; a part may be cut off.
  init?(_ path: String, _ plan: CampaignPlan, _ shard: Int, isPart: Bool) throws(CampaignError) {
    guard let bytes = try Journal.bytes(of: path) else { return nil }
    let journal = Journal(bytes, about: Self.subject(plan, shard))
    func fail(_ why: String, hint: String? = nil) -> CampaignError { CampaignError(.badInput, "`\(path)`: \(why)", hint: hint) }
    if let other = Self.foreign(bytes, plan, shard) { throw fail(other, hint: "move it away: its plan's own folder may want it") }
    if !isPart {
      switch journal.rest {
      case .nothing: break
      case .cutOff:
        throw fail("it is cut off after line \(journal.lines.count)", hint: "delete it, and the shard is played again")
      case .wrong(let line):
        throw fail(
          "line \(line) was changed: its checksum does not match", hint: "delete the file, and the shard is played again")
      }
    }
    let planned = plan.blocks(of: shard)
    var (blocks, isWhole): ([BlockRecord], Bool) = ([], false)
    for (number, text) in journal.lines.enumerated() {
      guard let line = try? JSON.read(ShardLine.self, from: text) else { throw fail("line \(number + 1) is no line of a shard") }
      if number == 0 {
        guard line == Self.header(plan, shard) else { throw fail("its first line is of another shard") }
      } else if let block = line.block, blocks.count < planned.count, !isWhole {
        let expected = planned[blocks.count]
        guard block.row == expected.row, block.first == expected.trials.lowerBound,
          block.counts.trials == UInt64(expected.trials.count)
        else { throw fail("line \(number + 1) is not the block that the plan has there") }
        blocks.append(block)
      } else if let end = line.end, end.blocks == planned.count, blocks.count == planned.count, !isWhole {
        isWhole = true
      } else {
        throw fail("line \(number + 1) is too much")
      }
    }
    guard isWhole || isPart else { throw fail("it has \(blocks.count) of \(planned.count) blocks and no end") }
    (self.shard, self.blocks, self.isWhole, self.journal) = (shard, blocks, isWhole, journal)
  }

  /// Whose it says that it is, if it is not this plan's or not this shard; nil if it says nothing else.
  private static func foreign(_ bytes: [UInt8], _ plan: CampaignPlan, _ shard: Int) -> String? {
    let first = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard let blank = first.firstIndex(of: " "),
      let header = try? JSON.read(ShardLine.self, from: String(first[first.index(after: blank)...])).header
    else { return nil }
    if header.format != CampaignPlan.format {
      return "it is a shard of format \(header.format), and this program reads format \(CampaignPlan.format)"
    }
    if header.plan != plan.hash {
      return "it is a shard of another plan, \(header.plan.prefix(12))…, not of \(plan.hash.prefix(12))…"
    }
    return header.shard == shard ? nil : "it holds shard \(header.shard), and is named as \(shard)"
  }
}
