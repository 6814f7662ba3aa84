internal import Arena
internal import Families
internal import Primitives
internal import Records

/// The rows of the theorem, before they are played.
struct TheoremPlan {
  struct Part {
    let selection: Selection
    /// Whether chances judge it; otherwise counts do, however few the trials are.
    var isForced = false
    /// Why its chances are not known, so that it is sampled on toy primitives; nil where nothing is to be said.
    var sampled: String?
    /// So many times the trials of a row.
    var effort: UInt64 = 1

    /// Those of any row, as this one is played.
    func settings(_ row: RunSettings) -> RunSettings {
      var settings = row
      settings.chances = isForced ? .required : .off
      settings.rule.trials *= effort
      return settings
    }
  }

  let suite: SuiteName
  let trials: UInt64
  private(set) var terms: [(term: TheoremTerm, together: Part, alone: Part)] = []
  private(set) var total: Part
  private(set) var hops: [Part] = []
  private let rows: Rows

  /// The games and hops of its rows, each once: what another adversary may play.
  var entries: [Entry] {
    var entries: [Entry] = []
    for part in [total] + hops where !entries.contains(where: { $0.name == part.selection.entry.name }) {
      entries.append(part.selection.entry)
    }
    return entries
  }

  /// A row of its own for an adversary, under the parameters that all terms share.
  func row(_ entry: Entry, _ adversary: String) throws(CatalogError) -> Part { try rows.hop(entry, adversary) }

  /// What stands beside the row of a logarithm whose chance is not known: as many operations in a group of full size, or of the
  /// size that is asked for, whose elements are handles. Nil where there is no such row.
  func generic() throws(CatalogError) -> TheoremRecord.Generic? {
    let sizes = TheoremTerm.fullSizes + rows.asked
    guard let row = terms.lazy.map(\.together).first(where: { $0.sampled != nil && $0.selection.adversary == Self.solver }),
      let bits = sizes.last(where: { $0.name == "groupBits" })?.value
    else { return nil }
    let operations = row.selection["work"]
    let selection = try Gamekeeper.registry.select(
      try Gamekeeper.registry.entry("generic-logarithm", kind: .hop), adversary: "baby-steps", suite: suite.rawValue,
      settings: [("q_group", operations), ("q_log", 1), ("groupBits", bits)])
    guard let chance = selection.formula, let bound = selection.boundValue else { return nil }
    return .init(
      hop: selection.entry.name, operations: operations, bits: bits, attack: selection.adversary, chance: chance, bound: bound)
  }

  /// The attack that solves for an exponent.
  private static let solver = "solve-agreement-key"

  var parts: [Part] { terms.flatMap { [$0.together, $0.alone] } + [total] + hops }
  var count: Int { parts.count }

  /// - Parameters:
  ///   - asked: settings that hold in every row.
  ///   - isToy: on toy primitives throughout.
  init(suite name: String, settings asked: [(name: String, value: Int)], isToy: Bool, isDrawn: Bool) throws(CatalogError) {
    let game = try Gamekeeper.registry.entry("end-to-end", kind: .game)
    guard let suite = SuiteName(rawValue: name), SuiteName.ofPrimitives.contains(suite) else {
      throw .unknown("suite", name, among: SuiteName.ofPrimitives.map(\.rawValue))
    }
    guard suite.isCalibrated || !isDrawn else {
      throw CatalogError("a picture (SVG) needs the calibrated suite", hint: "an assumed ε has no size that could be drawn")
    }
    guard suite.isCalibrated || !isToy else {
      throw CatalogError("`--toy` means nothing on suite `\(name)`", hint: "it belongs to the calibrated suite")
    }
    for setting in asked {
      guard let parameter = game.parameters.first(where: { $0.name == setting.name }) else {
        throw .unknown("parameter", setting.name, among: game.parameters.map(\.name))
      }
      guard parameter.applies(to: suite) else {
        throw CatalogError(
          "parameter `\(setting.name)` means nothing on suite `\(name)`", hint: "it belongs to the calibrated suite")
      }
    }
    rows = Rows(suite: suite, asked: asked, isToy: isToy)
    self.suite = suite
    trials = suite.isCalibrated ? isToy ? 10_000 : 700 : 50
    total = try rows.hop(game, "everything")
    for term in TheoremTerm.all where game.adversaries(on: suite).contains(term.adversary) {
      terms.append(
        (
          term, try rows.hop(game, term.adversary),
          try rows.part(
            game, term.adversary, toy: term.dominant, counts: term.counts, effort: suite.isCalibrated ? term.effort : 1)
        ))
    }
    for name in TheoremTerm.all.map(\.hop).eachOnce + MainTheorem.perfect {
      let entry = try Gamekeeper.registry.entry(name, kind: .hop)
      let natural = entry.adversaries(on: suite)[0]
      hops.append(try rows.hop(entry, natural))
      for random in ["random-protocol", "fuzz-service"] where random != natural && entry.adversaries.contains(random) {
        hops.append(try rows.hop(entry, random))
      }
      // Where signatures can be changed into others, the hop is broken and key secrecy is not.
      if !suite.isCalibrated, ["secrecy-operators", "secrecy-hsms"].contains(name) {
        hops.append(try rows.hop(entry, "maul-protocol"))
      }
    }
    if !suite.isCalibrated {
      hops.append(try rows.hop(try Gamekeeper.registry.entry("key-secrecy", kind: .game), "maul-protocol"))
    }
  }
}

/// Makes rows of a theorem.
private struct Rows {
  let suite: SuiteName
  /// Settings that hold in every row.
  let asked: [(name: String, value: Int)]
  let isToy: Bool

  private func select(
    _ entry: Entry, _ adversary: String, _ settings: [(name: String, value: Int)]
  ) throws(CatalogError) -> Selection {
    let known = (settings + asked).filter { setting in
      entry.parameters.contains { $0.name == setting.name && $0.applies(to: suite) }
    }
    return try Gamekeeper.registry.select(entry, adversary: adversary, suite: suite.rawValue, settings: known)
  }

  /// At full sizes where chances are known or nothing is paid, on toy primitives elsewhere.
  func part(
    _ entry: Entry, _ adversary: String, toy: [(name: String, value: Int)], counts: [(name: String, value: Int)],
    effort: UInt64 = 1
  ) throws(CatalogError) -> TheoremPlan.Part {
    let sampled = TheoremPlan.Part(
      selection: try select(entry, adversary, toy), effort: isToy || !suite.isCalibrated ? effort : 1)
    guard suite.isCalibrated, !isToy else { return sampled }
    let full = try select(entry, adversary, counts + TheoremTerm.fullSizes)
    if full.boundValue == 0 { return TheoremPlan.Part(selection: full) }
    guard let why = full.noChances else { return TheoremPlan.Part(selection: full, isForced: true, effort: min(effort, 2)) }
    return TheoremPlan.Part(selection: sampled.selection, sampled: why, effort: 3)
  }

  func hop(_ entry: Entry, _ adversary: String) throws(CatalogError) -> TheoremPlan.Part {
    try part(entry, adversary, toy: TheoremTerm.common, counts: TheoremTerm.common)
  }
}
