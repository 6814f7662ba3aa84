public import Arena
internal import Coins
internal import GameKit
public import Records
internal import Referee

/// A plan with the games that it names, ready to be played, read and judged.
public struct Campaign: Sendable {
  public let plan: CampaignPlan
  public let folder: CampaignFolder
  /// Who plays the rows, in the plan's order.
  let players: [BlockPlayer]

  /// - Parameters:
  ///   - registry: what the plan's names are looked up in.
  ///   - file: the plan's, for errors.
  /// - Throws: an error that names the first row that this program cannot play.
  public init(_ plan: CampaignPlan, in registry: Registry, folder: CampaignFolder, threads: Int, file: String)
    throws(CampaignError)
  {
    (self.plan, self.folder) = (plan, folder)
    guard let source = CoinSource(kind: plan.generator, seed: plan.seed) else {
      throw CampaignError(.badInput, "`\(file)`: there is no generator `\(plan.generator)`")
    }
    let settings = RunSettings(
      source: source, judge: Judge(alpha: plan.alpha / Double(plan.rows.count)),
      rule: StoppingRule(trials: plan.trials, whenDecided: plan.stop == .decided), threads: threads, chanceTrials: plan.trials)
    var players: [BlockPlayer] = []
    for (number, row) in plan.rows.enumerated() {
      do throws(CatalogError) { players.append(BlockPlayer(try registry.select(row), settings)) } catch {
        throw CampaignError(.badInput, "`\(file)`, row \(number + 1): \(error.message)", hint: error.hint)
      }
    }
    self.players = players
  }

  // MARK: Verdicts

  /// What is judged, and over how many shards.
  public struct Totals: Sendable {
    public fileprivate(set) var rows: [TrialBlock] = []
    public fileprivate(set) var shards = 0
    public fileprivate(set) var waiting: [Int] = []
    public fileprivate(set) var isDecided = false
    fileprivate var findings: [Finding] = []
  }

  fileprivate struct Finding: Sendable {
    let row: Int
    let words: String
    let trial: UInt64
    var blocks: Int
  }

  /// Adds up the shards that are there, from the first on without a gap, and no further than where the plan stops.
  /// - Parameter arrivals: the numbers of shards in the order in which they are read; nil for all that are whole. Nothing that is
  ///   returned depends on the order.
  /// - Throws: what is wrong with a file, or with a finding that does not show again.
  public func totals(_ arrivals: [Int]? = nil) throws(CampaignError) -> Totals {
    try folder.check(plan)
    var (totals, prefix) = (Totals(), ContiguousPrefix<ShardFile>())
    var seen: [Int: [String: TrialBlock]] = [:]
    for number in arrivals ?? folder.finished {
      guard let file = try ShardFile(folder.file(number), plan, number, isPart: false) else {
        throw CampaignError(.badInput, "`\(folder.file(number))`: there is no such file")
      }
      for file in prefix.add(file, at: number) where !totals.isDecided {
        for block in file.blocks { try add(block, of: file, to: &totals, &seen) }
        totals.shards += 1
        if plan.stop == .decided { totals.isDecided = zip(players, totals.rows).allSatisfy { $0.isDecided($1) } }
      }
    }
    totals.waiting = (arrivals ?? folder.finished).filter { $0 >= prefix.length }.sorted()
    return totals
  }

  /// The record of what is judged.
  public func record(_ totals: Totals) async -> CampaignRecord {
    var rows: [RunRecord] = []
    for (player, block) in zip(players, totals.rows) {
      rows.append(await player.record(of: block, stopped: totals.isDecided ? .decided : .trialsPlayed))
    }
    return CampaignRecord(
      plan: plan.hash, version: plan.version, commit: plan.commit, seed: plan.seed, alpha: plan.alpha, shards: plan.shards,
      judged: totals.shards, waiting: totals.waiting, isComplete: totals.isDecided || totals.shards == plan.shards, rows: rows,
      findings: totals.findings.map {
        .init(row: plan.rows[$0.row].words, words: $0.words, blocks: $0.blocks, replay: players[$0.row].token($0.trial))
      })
  }

  /// A finding is believed when its trial shows it again; of findings of the same words the first is played.
  private func add(
    _ record: BlockRecord, of file: ShardFile, to totals: inout Totals, _ seen: inout [Int: [String: TrialBlock]]
  ) throws(CampaignError) {
    let (row, player) = (record.row, players[record.row])
    for finding in [record.counts.firstViolation, record.chances?.first].compactMap(\.self) {
      if seen[row]?[finding.words] == nil { seen[row, default: [:]][finding.words] = player.replay(finding.trial) }
      if let index = totals.findings.firstIndex(where: { ($0.row, $0.words) == (row, finding.words) }) {
        totals.findings[index].blocks += 1
      } else {
        totals.findings.append(Finding(row: row, words: finding.words, trial: finding.trial, blocks: 1))
      }
    }
    func replayed(_ trial: UInt64, _ words: String?) -> TrialBlock {
      words.flatMap { seen[row]?[$0] } ?? player.replay(trial)
    }
    do throws(NotReplayed) {
      let counts = try record.counts.tally { replayed($0, record.counts.firstViolation?.words).counts }
      let chances = try record.chances.map { chances throws(NotReplayed) in
        try chances.tally { trial in replayed(trial, chances.first?.words).chances ?? ChanceTally(most: 0) }
      }
      let block = TrialBlock(counts: counts, chances: chances)
      if totals.rows.indices.contains(row) { totals.rows[row] += block } else { totals.rows.append(block) }
    } catch {
      throw notShown(error.finding, row, folder.file(file.shard))
    }
  }
}

extension Registry {
  /// The selection that a row of a plan names.
  func select(_ row: CampaignPlan.Row) throws(CatalogError) -> Selection {
    guard let kind = Entry.Kind(rawValue: row.kind), let coupling = Coupling(rawValue: row.coupling) else {
      throw CatalogError("`\(row.kind)`, `\(row.coupling)`: neither a game nor a hop, or no coupling")
    }
    return try select(
      try entry(row.name, kind: kind), adversary: row.adversary, suite: row.suite,
      settings: row.parameters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }, twin: row.twin,
      coupling: coupling == .coupled ? nil : coupling)
  }
}

extension CampaignPlan.Row {
  /// A row with everything that the selection has decided.
  public init(_ selection: Selection) {
    self.init(
      kind: selection.entry.kind.rawValue, name: selection.entry.name, adversary: selection.adversary,
      suite: selection.suite.rawValue, coupling: selection.coupling.rawValue, twin: selection.twin,
      parameters: selection.parameters)
  }
}
