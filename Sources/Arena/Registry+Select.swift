internal import Primitives
public import Referee

extension Registry {
  /// Checks every part of a request.
  /// - Parameters:
  ///   - settings: pairs of a parameter's name and its value.
  ///   - coupling: nil for coupled worlds, or for one world, which has no other to be coupled with.
  public func select(
    _ entry: Entry, adversary: String?, suite: String, settings: [(name: String, value: Int)], twin: String? = nil,
    coupling: Coupling? = nil
  ) throws(CatalogError) -> Selection {
    guard let asked = SuiteName(rawValue: suite) else { throw .unknown("suite", suite, among: entry.suiteNames) }
    guard let suite = entry.suite(for: asked) else {
      throw CatalogError(
        "\(entry.kind.rawValue) `\(entry.name)` does not run on suite `\(asked.rawValue)`",
        hint: "it runs on: \(entry.suiteNames.joined(separator: ", "))")
    }
    let adversary = adversary ?? entry.adversaries(on: suite).first ?? entry.adversaries[0]
    guard let attack = entry.attacks.first(where: { $0.name == adversary }) else {
      if adversaries.contains(where: { $0.name == adversary }) {
        throw CatalogError(
          "adversary `\(adversary)` does not play \(entry.kind.rawValue) `\(entry.name)`",
          hint: "these do: \(entry.adversaries.joined(separator: ", "))")
      }
      throw .unknown("adversary of \(entry.name)", adversary, among: entry.adversaries)
    }
    let defect = entry.defects.first { $0.name == twin }
    if let twin, defect == nil {
      for part in twin.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
      where !entry.changes.contains(part) {
        throw .unknown("twin of \(entry.name)", part, among: entry.twins + entry.changes)
      }
    }
    if !attack.plays(on: suite) { throw Self.isNot(adversary, on: suite, attack.suites ?? []) }
    if let defect, defect.isCalibratedOnly, !suite.isCalibrated { throw Self.isNot(defect.name, on: suite, [.calibrated]) }
    let selection = Selection(
      entry: entry, adversary: adversary, suite: suite,
      parameters: try entry.values(settings, adversary: adversary, suite: suite), twin: twin, coupling: coupling ?? .coupled)
    guard coupling == nil || selection.hasTwoWorlds else { throw selection.oneWorld("coupling") }
    return selection
  }

  private static func isNot(_ name: String, on suite: SuiteName, _ suites: [SuiteName]) -> CatalogError {
    CatalogError(
      "`\(name)` does not exist on suite `\(suite.rawValue)`",
      hint: "it exists on: \(suites.map(\.rawValue).joined(separator: ", "))")
  }
}

extension Entry {
  /// A value for every parameter that means something to the adversary on the suite.
  fileprivate func values(
    _ settings: [(name: String, value: Int)], adversary: String, suite: SuiteName
  ) throws(CatalogError) -> [String: Int] {
    var values: [String: Int] = [:]
    for parameter in parameters where parameter.applies(to: suite) && parameter.applies(to: adversary) {
      values[parameter.name] = parameter.value
    }
    for (name, value) in settings {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw .unknown("parameter of \(self.name)", name, among: parameters.map(\.name))
      }
      guard parameter.applies(to: suite) else {
        throw CatalogError(
          "parameter `\(name)` means nothing on suite `\(suite.rawValue)`", hint: "it belongs to the calibrated suite")
      }
      guard parameter.applies(to: adversary) else {
        throw CatalogError(
          "parameter `\(name)` means nothing to adversary `\(adversary)`",
          hint: "it belongs to: \((parameter.adversaries ?? []).joined(separator: ", "))")
      }
      guard parameter.range.contains(value) else {
        throw CatalogError("parameter `\(name)=\(value)` is out of range", hint: parameter.rangeWords)
      }
      values[name] = value
    }
    return values
  }
}

extension Parameter {
  var rangeWords: String { "\(meaning): \(range.lowerBound) to \(range.upperBound)" }
}
