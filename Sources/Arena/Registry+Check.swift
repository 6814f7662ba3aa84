internal import Primitives

extension Registry {
  /// Checks that all rows fit each other.
  /// - Throws: an error with the name of the row that does not.
  public func check() throws(CatalogError) {
    try Self.checkUnique("entry", entries.map(\.name))
    try Self.checkUnique("twin", twins.map(\.name))
    for (index, entry) in entries.enumerated() {
      try Self.check(entry.kind.rawValue, entry.name)
      try entry.checkRows(of: self, after: entries[..<index])
    }
  }

  fileprivate func knows(_ adversary: String) -> Bool {
    adversaries.contains { $0.name == adversary } || entries.contains { $0.adversaries.contains(adversary) }
  }

  static func checkUnique(_ what: String, _ names: [String], of entry: String? = nil) throws(CatalogError) {
    let double = names.enumerated().first { names[..<$0.offset].contains($0.element) }
    guard let name = double?.element else { return }
    throw CatalogError(
      "\(what) `\(name)`\(entry.map { " of `\($0)`" } ?? "") is listed twice", hint: "one row a thing: rename or remove one")
  }

  /// Names stand in commands and replay tokens.
  static func check(_ what: String, _ name: String) throws(CatalogError) {
    let isName = name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    guard isName, !name.isEmpty else {
      throw CatalogError("\(what) `\(name)` has no name for a command", hint: "letters, digits, dots, hyphens and underscores")
    }
  }
}

extension Entry {
  fileprivate func checkRows(of registry: Registry, after earlier: ArraySlice<Entry>) throws(CatalogError) {
    guard !attacks.isEmpty, !suites.isEmpty else {
      throw CatalogError(
        "\(kind.rawValue) `\(name)` has no \(attacks.isEmpty ? "adversary" : "suite")",
        hint: "every game has at least one, if only the idle one on the calibrated suite")
    }
    try Registry.checkUnique("adversary", adversaries, of: name)
    try Registry.checkUnique("parameter", parameters.map(\.name), of: name)
    try Registry.checkUnique("twin", twins, of: name)
    for attack in attacks { try check(attack, beside: registry.adversaries + earlier.flatMap(\.attacks)) }
    for parameter in parameters { try check(parameter, of: registry) }
    for (parameter, value) in showcase.sorted(by: { $0.key < $1.key }) { try check(showcase: parameter, value) }
    for defect in defects {
      do { _ = try defect.selection(in: self, of: registry) } catch {
        throw CatalogError("twin `\(defect.name)` of `\(name)`: \(error.message)", hint: error.hint)
      }
    }
  }

  private func check(_ attack: AttackFacts, beside others: [AttackFacts]) throws(CatalogError) {
    try Registry.check("adversary of \(name)", attack.name)
    if let suites = attack.suites, let stranger = suites.first(where: { !self.suites.contains($0) }) {
      throw CatalogError(
        "adversary `\(attack.name)` plays on suite `\(stranger.rawValue)`, on which \(kind.rawValue) `\(name)` does not run",
        hint: "it runs on: \(suiteNames.joined(separator: ", "))")
    }
    guard others.allSatisfy({ $0.name != attack.name || ($0.title, $0.expectation) == (attack.title, attack.expectation) }) else {
      throw CatalogError(
        "adversary `\(attack.name)` of `\(name)` has the name of another one, which does something else", hint: "rename one")
    }
  }

  private func check(_ parameter: Parameter, of registry: Registry) throws(CatalogError) {
    try Registry.check("parameter of \(name)", parameter.name)
    guard parameter.range.contains(parameter.value) else {
      throw CatalogError(
        "the default of parameter `\(parameter.name)=\(parameter.value)` of `\(name)` is out of range", hint: parameter.rangeWords
      )
    }
    for adversary in parameter.adversaries ?? [] where !registry.knows(adversary) {
      throw CatalogError(
        "parameter `\(parameter.name)` of `\(name)` belongs to an unknown adversary `\(adversary)`",
        hint: "these play it: \(adversaries.joined(separator: ", "))")
    }
  }

  private func check(showcase name: String, _ value: Int) throws(CatalogError) {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      throw .unknown("parameter in the showcase of \(self.name)", name, among: parameters.map(\.name))
    }
    guard parameter.range.contains(value) else {
      throw CatalogError(
        "the showcase of `\(self.name)` has parameter `\(name)=\(value)` out of range", hint: parameter.rangeWords)
    }
  }
}
