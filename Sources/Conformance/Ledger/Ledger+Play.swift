internal import Arena
internal import Catalog
internal import Coins
public import Records
internal import Referee

extension Ledger {
  /// Plays every comparison and hop that the rows name, and holds the rows against what was seen.
  /// - Parameter progress: is told what is going on; false ends it.
  /// - Returns: nil if it was ended.
  public static func play(
    _ rows: [LedgerRow] = rows, trials: UInt64, seed: UInt64, mistake: Mistake? = nil, progress: (String) -> Bool
  ) async -> ConformanceRecord? {
    let observations = Comparisons.play(mistake, trials: trials, seed: seed) { !progress("comparing games") }
    guard let observations else { return nil }
    var hops: [Conformance.Play: Outcome] = [:]
    for play in rows.flatMap(\.conformance.hops) where hops[play] == nil {
      guard progress("hop \(play.hop)") else { return nil }
      hops[play] = await outcome(of: play, trials: trials, seed: seed)
    }
    let judged = rows.map { $0.judged(observations, hops) }
    let seen = Set(judged.flatMap(\.partings).map(\.difference))
    return ConformanceRecord(
      commit: PublishedFile.commit, seed: seed, trials: trials, twin: mistake?.rawValue, rows: judged,
      differences: Difference.allCases.filter { seen.contains($0.rawValue) }.map {
        .init(name: $0.rawValue, words: $0.words, why: $0.why, said: $0.said)
      })
  }

  /// No trial violates the hop, and neither its bound nor its reduction is refuted. More is not asked: few trials decide little.
  private static func outcome(of play: Conformance.Play, trials: UInt64, seed: UInt64) async -> Outcome {
    let selection: Selection
    do throws(CatalogError) {
      selection = try Catalog.registry.select(
        try Catalog.registry.entry(play.hop, kind: .hop), adversary: play.adversary, suite: "calibrated", settings: [])
    } catch { return .notMet(error.message) }
    let run = await selection.run(
      RunSettings(
        source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials), threads: 1)
    ).record
    if let first = run.lockstep.first { return .notMet("hop \(play.hop): \(first)") }
    if run.reduction?.verdict == .refuted { return .notMet("hop \(play.hop): the reduction is refuted") }
    return [.boundExceeded, .invalid, .forfeit].contains(run.verdict) ? .notMet("hop \(play.hop): \(run.reason)") : .met
  }
}

extension Conformance {
  fileprivate var hops: [Play] {
    switch self {
    case .hops(let plays), .different(_, _, let plays): plays
    case .played, .whole, .assumed, .proof: []
    }
  }
}

extension LedgerRow {
  fileprivate func judged(
    _ observations: [String: Observation], _ hops: [Conformance.Play: Outcome]
  ) -> ConformanceRecord.Row {
    switch conformance {
    case .played(let plays):
      let partings = plays.flatMap { $0.partings(in: observations) }
      return row(
        plays.allSatisfy(\.parts.isEmpty) ? .same : .twin, partings: partings, held: plays.map(\.comparison),
        .all(plays.map { $0.outcome(in: observations) }))
    case .whole(let names): return row(.same, held: names, .all(names.map { Self.whole($0, observations[$0]) }))
    case .hops(let plays): return row(.same, held: plays.map { "hop \($0.hop)" }, .all(plays.compactMap { hops[$0] }))
    case .different(let why, let said, let plays):
      return row(
        .different, why: why, said: said, held: plays.map { "hop \($0.hop)" }, .all(plays.compactMap { hops[$0] }))
    case .assumed(let why): return row(.assumed, why: why, .met)
    case .proof(let why): return row(.proof, why: why, .met)
    }
  }

  private func row(
    _ standing: ConformanceStanding, why: String? = nil, said: String? = nil, partings: [ConformanceRecord.Parting] = [],
    held: [String] = [], _ outcome: Outcome
  ) -> ConformanceRecord.Row {
    .init(
      file: file.rawValue, kind: kind.rawValue, name: name, ours: ours, standing: standing, why: why, said: said,
      partings: partings, held: held, outcome: outcome)
  }

  private static func whole(_ name: String, _ observation: Observation?) -> Outcome {
    guard let observation else { return .notMet("there is no comparison `\(name)`") }
    let first = observation.queries.values.compactMap(\.unexpected).min { ($0.trial, $0.number) < ($1.trial, $1.number) }
    return first.map { .notMet("\(name): \($0.words)") } ?? .met
  }
}

extension Conformance.Played {
  fileprivate func outcome(in observations: [String: Observation]) -> Outcome {
    guard let observation = observations[comparison] else { return .notMet("there is no comparison `\(comparison)`") }
    let seen = observation.queries[query] ?? .init()
    if let unexpected = seen.unexpected { return .notMet("\(comparison): \(unexpected.words)") }
    let found = Set(seen.partings.keys)
    if let surplus = Self.first(found.subtracting(parts)) {
      return .notMet("\(comparison): the games part in \(query) by \(surplus), and the row does not say so")
    }
    if let missing = Self.first(parts.subtracting(found)) {
      return .inconclusive("\(comparison): no trial came to a \(query) in which the games are to part by \(missing)")
    }
    return .met
  }

  private static func first(_ differences: Set<Difference>) -> String? { differences.map(\.rawValue).min() }

  fileprivate func partings(in observations: [String: Observation]) -> [ConformanceRecord.Parting] {
    guard let seen = observations[comparison]?.queries[query] else { return [] }
    return Difference.allCases.compactMap { difference in
      seen.partings[difference].map { first in
        .init(
          comparison: comparison, query: query, difference: difference.rawValue, times: seen.counts[difference, default: 0],
          trial: first.trial, number: first.number, asked: first.query, ours: first.ours, published: first.published)
      }
    }
  }
}

extension Sighting {
  /// For a query that was not answered as expected.
  fileprivate var words: String {
    let expected = difference.map { "to part by \($0.rawValue)" } ?? "to agree"
    return "query \(number) of trial \(trial), \(Self.short(query)), was \(expected): here \(Self.short(ours)), in the file "
      + Self.short(published)
  }

  private static func short(_ text: String) -> String { text.count > 60 ? "\(text.prefix(59))…" : text }
}
