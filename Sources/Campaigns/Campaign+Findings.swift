internal import Arena
public import Records
internal import Referee

extension Campaign {
  /// What contradicts a claim in a block that is there, of a shard that is whole or was begun, behind a gap or not: one trial
  /// refutes, whatever else was played. Each is played again before it is told, and told once for what it violates.
  /// - Throws: what is wrong with a file, or with a finding that does not show again.
  public func findings() throws(CampaignError) -> FindingsRecord {
    try folder.check(plan)
    var (found, blocks): ([FindingKey: CampaignRecord.Finding], Int) = ([:], 0)
    let (whole, begun) = (folder.finished, folder.begun)
    let paths =
      whole.map { (shard: $0, path: folder.file($0), isPart: false) }
      + begun.flatMap { shard in folder.parts(of: shard).map { (shard: shard, path: $0, isPart: true) } }
    for (shard, path, isPart) in paths {
      // A part may be finished, and have its new name, in the meantime.
      guard let file = try ShardFile(path, plan, shard, isPart: isPart) else { continue }
      blocks += file.blocks.count
      for record in file.blocks {
        for finding in [record.counts.firstViolation, record.chances?.first].compactMap(\.self) {
          try note(finding, record.row, path, in: &found)
        }
      }
    }
    return FindingsRecord(
      plan: plan.hash, shards: plan.shards, whole: whole.count, begun: begun.count, blocks: blocks,
      findings: found.sorted { $0.key < $1.key }.map(\.value))
  }

  private struct FindingKey: Hashable, Comparable {
    let row: Int
    let words: String

    static func < (a: Self, b: Self) -> Bool { (a.row, a.words) < (b.row, b.words) }
  }

  private func note(
    _ finding: TallyRecord.Finding, _ row: Int, _ path: String, in found: inout [FindingKey: CampaignRecord.Finding]
  ) throws(CampaignError) {
    let key = FindingKey(row: row, words: finding.words)
    if let known = found[key] {
      found[key] = .init(row: known.row, words: known.words, blocks: known.blocks + 1, replay: known.replay)
      return
    }
    let again = players[row].replay(finding.trial)
    let shown = [again.counts.firstViolation?.violation.description, again.chances?.first?.violation.description]
    guard shown.contains(finding.words) else { throw notShown(finding, row, path) }
    found[key] = .init(
      row: plan.rows[row].words, words: finding.words, blocks: 1, replay: players[row].token(finding.trial))
  }

  /// The error for a finding that does not show when its trial is played again.
  func notShown(_ finding: TallyRecord.Finding, _ row: Int, _ path: String) -> CampaignError {
    CampaignError(
      .notDeterministic,
      "`\(path)`: trial \(finding.trial) of \(plan.rows[row].words) does not show what is written of it: " + finding.words,
      hint: "delete the file, and the shard is played again; replay: \(players[row].token(finding.trial))")
  }
}
