internal import Foundation
internal import Words

extension Campaign {
  /// Takes the whole shards of other folders into this one. It may be done again and in any order.
  /// - Returns: how many were new.
  /// - Throws: what is wrong with a file, by its path; nothing of a folder with a wrong file is taken. Two files of one shard
  ///   with other bytes are both named, and both stay.
  public func merge(_ folders: [CampaignFolder]) throws(CampaignError) -> Int {
    try folder.make()
    var new: [(shard: Int, bytes: [UInt8])] = []
    for other in folders {
      guard FileManager.default.fileExists(atPath: other.path) else {
        throw CampaignError(.badInput, "`\(other.path)`: there is no such folder")
      }
      try other.check(plan)
      for shard in other.finished {
        let path = other.file(shard)
        guard try ShardFile(path, plan, shard, isPart: false) != nil, let bytes = try Journal.bytes(of: path) else { continue }
        let known = try Journal.bytes(of: folder.file(shard)) ?? new.first { $0.shard == shard }?.bytes
        guard let known else {
          new.append((shard, bytes))
          continue
        }
        guard known == bytes else {
          throw CampaignError(
            .badInput, "`\(path)` and `\(folder.file(shard))` are the same shard with other bytes",
            hint: "trials must be functions of their coins: compare both, delete the wrong one, or play the shard again")
        }
      }
    }
    for (shard, bytes) in new { try take(bytes, as: shard) }
    return new.count
  }

  /// Refuses what is not judged because something before it is missing.
  public func refuseGap(_ totals: Totals) throws(CampaignError) {
    guard !totals.isDecided, let last = totals.waiting.last else { return }
    let there = Set(totals.waiting), missing = (totals.shards..<last).filter { !there.contains($0) }
    throw CampaignError(
      .badInput,
      "`\(folder.path)`: shard\(missing.count == 1 ? "" : "s") \(missing.prefix(10).map(String.init).joined(separator: ", "))"
        + (missing.count > 10 ? " and \(missing.count - 10) more" : "")
        + " \(missing.count == 1 ? "is" : "are") missing before shard \(last)",
      hint: "`\(CommandWords.line("campaign", "run"))` plays them; `show` judges the \(totals.shards) before")
  }

  private func take(_ bytes: [UInt8], as shard: Int) throws(CampaignError) {
    let path = "\(folder.path)/.\(CampaignFolder.name(shard)).\(UInt32.random(in: 0 ... .max))"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(.cannotWrite, path, errno) }
    defer { close(descriptor) }
    do throws(CampaignError) {
      try JournalWriter.write(bytes, to: descriptor, path)
      guard fsync(descriptor) == 0, rename(path, folder.file(shard)) == 0 else {
        throw .system(.cannotWrite, folder.file(shard), errno)
      }
    } catch {
      unlink(path)
      throw error
    }
  }
}
