internal import Referee

extension Registry {
  /// The lists with what packages of their own bring.
  /// - Throws: an error with the name of the row that is duplicated, does not fit, or is out of range.
  public func adding(_ additions: [Additions]) throws(CatalogError) -> Registry {
    var registry = self
    for addition in additions { try registry.add(addition) }
    return registry
  }

  private mutating func add(_ addition: Additions) throws(CatalogError) {
    try Self.check("origin", addition.origin)
    for var entry in addition.entries {
      entry.origin = addition.origin
      for index in entry.attacks.indices where !isListed(entry.attacks[index]) { entry.attacks[index].origin = addition.origin }
      entries.append(entry)
    }
    for attack in addition.attacks { try add(attack, from: addition.origin) }
    twins += addition.twins
    try check()
    // Only rows that fit can be built.
    for entry in addition.entries { try entry.checkMeasure(of: self) }
    for attack in entries.flatMap(\.attacks) { list(attack) }
  }

  /// Whether an adversary of this name and these words is there already, such as the idle one.
  private func isListed(_ attack: AttackFacts) -> Bool {
    adversaries.contains { $0.name == attack.name && $0.title == attack.title && $0.expectation == attack.expectation }
  }

  private mutating func add(_ attack: OutsideAttack, from origin: String) throws(CatalogError) {
    for name in attack.entries {
      guard let index = entries.firstIndex(where: { $0.name == name }) else {
        throw .unknown("game or hop of adversary \(attack.facts.name)", name, among: entries.map(\.name))
      }
      func refusal(_ hint: String) -> CatalogError {
        CatalogError(
          "adversary `\(attack.facts.name)` of `\(origin)` cannot play \(entries[index].kind.rawValue) `\(name)`", hint: hint)
      }
      guard let stage = entries[index].outside, var row = stage.accept(attack.row) else {
        throw refusal("its row is on a stage with other queries and answers")
      }
      if let suites = stage.suites {
        guard row.facts.suites.map({ $0.allSatisfy(suites.contains) }) ?? true else {
          throw refusal("attacks of other packages play it on: \(suites.map(\.rawValue).joined(separator: ", "))")
        }
        row.facts = row.facts.only(on: row.facts.suites ?? suites)
      }
      entries[index].add(row, from: origin)
    }
  }
}

extension Entry {
  fileprivate mutating func add(_ row: OutsideStage.Row, from origin: String) {
    attacks.append(row.facts)
    attacks[attacks.count - 1].origin = origin
    let name = row.facts.name
    experiment = { [experiment] in $0.adversary == name ? row.experiment($0) : experiment($0) }
  }

  /// Builds one experiment to see that it measures what the entry says.
  fileprivate func checkMeasure(of registry: Registry) throws(CatalogError) {
    guard let suite = suites.first, !attacks.isEmpty else { return }
    let selection = try registry.select(self, adversary: nil, suite: suite.rawValue, settings: [])
    let measured = selection.experiment.measure
    guard measured == measure else {
      throw CatalogError(
        "\(kind.rawValue) `\(name)` says that it measures `\(measure)`, and its stage measures `\(measured)`",
        hint: "measure: .\(measured)")
    }
  }
}
