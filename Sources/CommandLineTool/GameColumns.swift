internal import Arena
internal import Catalog
internal import Coins
internal import DomainManagement
internal import Foundation
internal import Policy
internal import Primitives
internal import Records
internal import Referee

/// What the game of key secrecy measures without each rule of a matrix.
struct GameColumns {
  private let entry: Entry
  private let suite: SuiteName
  private let trials: UInt64
  /// Trials in which an adversary may show that it can win at all.
  private let pilot: Range<UInt64>

  init(suite: SuiteName, trials: Int?) throws(CatalogError) {
    entry = try Gamekeeper.registry.entry("key-secrecy", kind: .game)
    (self.suite, self.trials) = (suite, trials.map(UInt64.init) ?? (suite.isCalibrated ? 1000 : 40))
    pilot = 0..<(suite.isCalibrated ? 16 : 1)
    // Whether the game runs there at all.
    _ = try select(adversaries[0], changes: [])
  }

  /// Fills in the rows, until an interrupt.
  func measure(_ report: inout MatrixRecord) async {
    report.games = .init(suite: suite.rawValue, trials: trials)
    let parts = report.rows.reduce(0) { $0 + 1 + 2 * $1.redundantWith.count }
    let judge = Judge(alpha: 1e-3 / Double(max(1, parts)))
    for index in report.rows.indices {
      let row = report.rows[index]
      Progress.say("games: \(index + 1) of \(report.rows.count), without \(row.rule)")
      guard let finding = await finding(row, judge) else {
        report.interruption = "after the games without \(index) of \(report.rows.count) rules"
        return
      }
      report.rows[index].games = finding
    }
  }

  /// Nil if an interrupt came.
  private func finding(_ row: MatrixRecord.Row, _ judge: Judge) async -> GameFinding? {
    guard let facts = RuleCatalogue<SymbolicSuite>.everything.first(where: { $0.facts.identifier == row.rule })?.facts else {
      return .outside([])
    }
    let isIdle = row.rule == RuleCatalogue<SymbolicSuite>.idle.facts.identifier
    guard isIdle || entry.twins.contains(row.rule) else { return .outside(facts.about.map { "\($0)" }) }
    // A rule that refuses nothing is no loss to the intact policy.
    let leftOut = isIdle ? [] : [PolicyChange.leftOut(row.rule)]
    guard let alone = await best(without: leftOut, judge) else { return nil }
    var pairs: [GameFinding.Pair] = []
    for set in row.redundantWith where !alone.isShown {
      Progress.say("games: without \(row.rule), \(set.words)")
      guard let without = await best(without: leftOut + set.changes, judge), let with = await best(without: set.changes, judge)
      else { return nil }
      pairs.append(.init(without: without, with: with))
    }
    return .measured(alone, beside: pairs)
  }

  /// The first adversary that wins a trial, or none, with its advantage on other coins.
  private func best(without changes: [PolicyChange], _ judge: Judge) async -> GameMeasure? {
    let named = entry.defects.filter { defect in changes.contains { $0.twin == defect.name } }.map(\.adversary)
    let candidates = named + adversaries.filter { !named.contains($0) }
    var (winner, tried) = (candidates[0], 0)
    for candidate in candidates {
      if Interrupts.isRaised { return nil }
      tried += 1
      guard let tally = try? select(candidate, changes: changes).experiment.run(pilot, source: CoinSource(seed: 2)),
        tally.bits.onlyFirst + tally.bits.onlySecond > 0
      else { continue }
      winner = candidate
      break
    }
    guard let selection = try? select(winner, changes: changes) else { return nil }
    let settings = RunSettings(
      source: CoinSource(seed: 1), judge: judge, rule: StoppingRule(trials: trials),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let run = await selection.run(settings) { _ in !Interrupts.isRaised }
    guard run.stopped != .interrupted else { return nil }
    return GameMeasure(
      game: entry.name, changes: changes, adversary: winner, tried: tried, trials: run.record.trials,
      advantage: run.record.advantage)
  }

  /// Those that cost least come first: what follows is asked only where none of these wins.
  private var adversaries: [String] {
    let last = ["random-protocol", "portfolio", "tree-search"]
    return entry.adversaries(on: suite).filter { !last.contains($0) && $0 != "idle" } + last
  }

  private func select(_ adversary: String, changes: [PolicyChange]) throws(CatalogError) -> Selection {
    try Gamekeeper.registry.select(
      entry, adversary: adversary, suite: suite.rawValue, settings: [],
      twin: changes.isEmpty ? nil : changes.map(\.twin).joined(separator: "+"))
  }
}

extension PolicyChange {
  /// Its name as a twin.
  fileprivate var twin: String {
    switch self {
    case .leftOut(let rule): rule
    case .weakened(_, let weaker): weaker
    }
  }
}
