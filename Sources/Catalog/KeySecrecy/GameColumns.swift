package import Arena
import DomainManagement
import Policy
package import Primitives
package import Records
import Referee

/// What the game of key secrecy measures without each rule of a matrix; where no key is lost, what the encryption service's does
/// without those that it has as twins.
package struct GameColumns: Sendable {
  private let registry: Arena.Registry
  private let entry: Entry
  private let service: Entry
  private let suite: SuiteName
  /// A few trials, in which an adversary may show that it can win at all; and how the best one is measured then, on other coins.
  private let settings: (pilot: RunSettings, measure: RunSettings)

  /// - Throws: if the game does not run on the suite.
  package init(
    _ registry: Arena.Registry, on suite: SuiteName, pilot: RunSettings, measure: RunSettings
  ) throws(CatalogError) {
    (self.registry, self.suite, settings) = (registry, suite, (pilot, measure))
    entry = try registry.entry("key-secrecy", kind: .game)
    service = try registry.entry("service", kind: .game)
    _ = try select(nil, in: entry, changes: [])
  }

  /// Fills in the rows, until it is to stop.
  /// - Parameters:
  ///   - transparentColumns: the columns in which anybody can read wrapped keys.
  ///   - progress: is told what is being done, in words.
  package func measure(
    _ report: inout MatrixRecord, transparentColumns: [String] = [], progress: (String) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async {
    report.games = .init(suite: suite.rawValue, trials: settings.measure.rule.trials, transparentColumns: transparentColumns)
    let measures = report.rows.reduce(0) {
      $0 + 1 + (service.twins.contains($1.rule) ? 1 : 0) + 2 * $1.redundantWith.count
    }
    for index in report.rows.indices {
      let words = "games: \(index + 1) of \(report.rows.count), without \(report.rows[index].rule)"
      guard let finding = await finding(report.rows[index], { progress(words + $0) }, shouldStop, sharing: measures) else {
        report.interruption = "after the games without \(index) of \(report.rows.count) rules"
        return
      }
      report.rows[index].games = finding
    }
  }

  /// Nil if it was to stop.
  private func finding(
    _ row: MatrixRecord.Row, _ progress: (String) -> Void, _ shouldStop: @escaping @Sendable () -> Bool, sharing measures: Int
  ) async -> GameFinding? {
    let facts = RuleCatalogue<SymbolicSuite>.everything.first { $0.facts.identifier == row.rule }?.facts
    let isIdle = row.rule == RuleCatalogue<SymbolicSuite>.idle.facts.identifier
    guard facts != nil, isIdle || entry.twins.contains(row.rule) else {
      let roles = facts?.isAboutRoles == true ? " where operators have roles" : ""
      return .outside(facts?.about.map { "\($0)\(roles)" } ?? [])
    }
    progress("")
    // A rule that refuses nothing is no loss to the intact policy.
    let leftOut = isIdle ? [] : [PolicyChange.leftOut(row.rule)]
    guard var alone = await best(leftOut, in: entry, shouldStop, sharing: measures) else { return nil }
    if !alone.isShown, service.twins.contains(row.rule) {
      guard let served = await best(leftOut, in: service, shouldStop, sharing: measures) else { return nil }
      if served.isShown { alone = served }
    }
    var pairs: [GameFinding.Pair] = []
    for set in row.redundantWith where !alone.isShown {
      progress(", \(set.words)")
      guard let without = await best(leftOut + set.changes, in: entry, shouldStop, sharing: measures),
        let with = await best(set.changes, in: entry, shouldStop, sharing: measures)
      else { return nil }
      pairs.append(.init(without: without, with: with))
    }
    return .measured(alone, beside: pairs)
  }

  /// The first adversary that wins a trial, or none, with its advantage on other coins.
  private func best(
    _ changes: [PolicyChange], in entry: Entry, _ shouldStop: @escaping @Sendable () -> Bool, sharing measures: Int
  ) async -> GameMeasure? {
    let named = entry.defects.filter { defect in changes.contains { $0.twin == defect.name } }.map(\.adversary)
    let candidates = named + adversaries(of: entry).filter { !named.contains($0) }
    var (winner, tried) = (candidates[0], 0)
    for candidate in candidates {
      if shouldStop() { return nil }
      tried += 1
      let trials = 0..<settings.pilot.rule.trials
      guard
        let tally = try? select(candidate, in: entry, changes: changes).experiment.run(trials, source: settings.pilot.source),
        tally.bits.onlyFirst + tally.bits.onlySecond > 0
      else { continue }
      winner = candidate
      break
    }
    guard let selection = try? select(winner, in: entry, changes: changes) else { return nil }
    var settings = settings.measure
    // With a rule and without it the same is measured.
    settings.chances = .off
    // The whole table keeps to the error probability.
    settings.judge = Judge(alpha: settings.judge.alpha / Double(max(1, measures)), slack: settings.judge.slack)
    let run = await selection.run(settings) { _ in !shouldStop() }
    guard run.stopped != .interrupted else { return nil }
    return GameMeasure(
      game: entry.name, changes: changes, adversary: winner, tried: tried, trials: run.record.trials,
      advantage: run.record.advantage)
  }

  /// Those that cost least come first: what follows is asked only where none of these wins.
  private func adversaries(of entry: Entry) -> [String] {
    let all = entry.attacks.filter { $0.cost > 0 && $0.plays(on: suite) }
    return Set(all.map(\.cost)).sorted().flatMap { cost in all.filter { $0.cost == cost }.map(\.name) }
  }

  private func select(_ adversary: String?, in entry: Entry, changes: [PolicyChange]) throws(CatalogError) -> Selection {
    try registry.select(
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
