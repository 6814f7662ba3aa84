internal import Foundation
internal import Records

/// A worker's own file of a shard: nobody else writes to it.
///
/// A file that a dead worker left is taken over up to its last whole line, by copying: should that worker be alive after all, as
/// can be where a file system has no locks, each goes on by itself, and both end with the same bytes.
final class ShardWriter {
  let blocks: [BlockRecord]
  private let path: String
  private let writer: JournalWriter
  private let plan: CampaignPlan
  private let shard: Int
  private let folder: CampaignFolder

  /// Nil while another worker is at it.
  init?(_ plan: CampaignPlan, _ shard: Int, in folder: CampaignFolder) throws(CampaignError) {
    var (left, best): ([Int32], ShardFile?) = ([], nil)
    var paths: [String] = []
    defer { for descriptor in left { close(descriptor) } }
    for path in folder.parts(of: shard) {
      let descriptor = open(path, O_RDWR | O_CLOEXEC)
      // It was finished or taken over a moment ago.
      guard descriptor >= 0 else { continue }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
        close(descriptor)
        return nil
      }
      left.append(descriptor)
      paths.append(path)
      let file = try ShardFile(path, plan, shard, isPart: true)
      if let file, file.journal.length > best?.journal.length ?? 0 { best = file }
    }
    let (path, descriptor) = try Self.create(shard, in: folder)
    let kept = best?.journal ?? Journal([], about: ShardFile.subject(plan, shard))
    let writer = JournalWriter(path, descriptor: descriptor, behind: Journal([], about: ShardFile.subject(plan, shard)))
    (self.path, self.writer, self.plan, self.shard, self.folder) = (path, writer, plan, shard, folder)
    blocks = best?.blocks ?? []
    // A file that lacks nothing but its new name is written to the last block again, and ends below.
    for line in best?.isWhole == true ? Array(kept.lines.dropLast()) : kept.lines { try writer.append(line) }
    if kept.lines.isEmpty { try append(ShardFile.header(plan, shard)) }
    for path in paths { unlink(path) }
  }

  /// A new file that is locked, so that others leave it alone.
  private static func create(_ shard: Int, in folder: CampaignFolder) throws(CampaignError) -> (String, Int32) {
    while true {
      let path = "\(folder.path)/\(CampaignFolder.name(shard)).\(UInt32.random(in: 0 ... .max))\(CampaignFolder.part)"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        throw .system(.cannotWrite, path, errno)
      }
      // Between its making and its locking somebody may have taken it for a dead worker's.
      let isTaken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if !isTaken, access(path, F_OK) == 0 { return (path, descriptor) }
      close(descriptor)
    }
  }

  private func append(_ line: ShardLine) throws(CampaignError) {
    guard let text = try? JSON.line(line) else {
      throw CampaignError(.cannotWrite, "`\(path)`: a block cannot be written as JSON")
    }
    try writer.append(text)
  }

  func append(_ block: BlockRecord) throws(CampaignError) { try append(ShardLine(block: block)) }

  /// Gives the whole shard its name.
  /// - Throws: an error if there is one with other bytes: then trials are no function of their coins, and both files stay.
  func finish() throws(CampaignError) {
    let file = folder.file(shard)
    try append(ShardLine(end: .init(blocks: plan.blocks(of: shard).count)))
    if let there = try Journal.bytes(of: file), let mine = try Journal.bytes(of: path) {
      guard there == mine else {
        throw CampaignError(
          .notDeterministic, "`\(file)` and `\(path)` are the same shard with other bytes",
          hint: "trials must be functions of their coins: compare both, and replay a trial of the first line that differs")
      }
      unlink(path)
      return
    }
    defer { folder.forgetParts(of: shard) }
    guard rename(path, file) == 0 else {
      let code = errno
      // Somebody took this worker for dead, and has finished the shard or goes on with it.
      if code == ENOENT { return }
      throw .system(.cannotWrite, file, code)
    }
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }
}
