public import Referee

/// The explicit lists of what there is.
public enum Catalog {
  /// Every game and hop, in the order of the proof.
  public static let entries: [Entry] =
    signatureGames + hashGames + cipherGames + recipientGames + keySecrecyGames + serviceGames + endToEndGames + signatureHops
    + hashHops + policyHops + recipientHops + freshKeyHops + keySecrecyHops + serviceHops

  public static let adversaries: [AdversaryFacts] =
    signatureAdversaries + hashAdversaries + policyAdversaries + cipherAdversaries
    + recipientAdversaries + keySecrecyAdversaries + serviceAdversaries
    + endToEndFacts

  public static var games: [Entry] { entries.filter { $0.kind == .game } }
  public static var hops: [Entry] { entries.filter { $0.kind == .hop } }

  /// Finds a game or a hop by its name.
  /// - Throws: an error with the nearest name.
  public static func entry(_ name: String, kind: Entry.Kind) throws(CatalogError) -> Entry {
    let candidates = entries.filter { $0.kind == kind }
    if let entry = candidates.first(where: { $0.name == name }) { return entry }
    if let other = entries.first(where: { $0.name == name }) {
      throw CatalogError(
        "`\(name)` is a \(other.kind.rawValue), not a \(kind.rawValue)",
        hint: "gamekeeper \(other.kind == .hop ? "hop" : "play") \(name)")
    }
    throw .unknown(kind.rawValue, name, among: candidates.map(\.name))
  }

  /// Checks every part of a request.
  /// - Parameters:
  ///   - settings: pairs of a parameter's name and its value.
  ///   - coupling: nil for coupled worlds, or for one world, which has no other to be coupled with.
  public static func select(
    _ entry: Entry, adversary: String?, suite: String, settings: [(name: String, value: Int)], twin: String? = nil,
    coupling: Coupling? = nil
  ) throws(CatalogError) -> Selection {
    guard let suite = entry.isSymbolic && suite == "symbolic" ? .calibrated : Suite(rawValue: suite) else {
      throw .unknown("suite", suite, among: entry.suiteNames)
    }
    guard entry.suites.contains(suite) else {
      throw CatalogError(
        "\(entry.kind.rawValue) `\(entry.name)` does not run on suite `\(suite.rawValue)`",
        hint: "it runs on: \(entry.suiteNames.joined(separator: ", "))")
    }
    let adversary = adversary ?? entry.adversaries(on: suite).first ?? entry.adversaries[0]
    guard entry.adversaries.contains(adversary) else {
      if adversaries.contains(where: { $0.name == adversary }) {
        throw CatalogError(
          "adversary `\(adversary)` does not play \(entry.kind.rawValue) `\(entry.name)`",
          hint: "these do: \(entry.adversaries.joined(separator: ", "))")
      }
      throw .unknown("adversary of \(entry.name)", adversary, among: entry.adversaries)
    }
    if let twin, !entry.twins.contains(twin) { throw .unknown("twin of \(entry.name)", twin, among: entry.twins) }
    if !suite.isCalibrated {
      for name in [adversary, twin ?? ""] where entry.calibratedOnly.contains(name) {
        throw CatalogError("`\(name)` does not exist on suite `\(suite.rawValue)`", hint: "it exists on: calibrated")
      }
    }
    var parameters: [String: Int] = [:]
    for parameter in entry.parameters where parameter.applies(to: suite) && parameter.applies(to: adversary) {
      parameters[parameter.name] = parameter.value
    }
    for (name, value) in settings {
      guard let parameter = entry.parameters.first(where: { $0.name == name }) else {
        throw .unknown("parameter of \(entry.name)", name, among: entry.parameters.map(\.name))
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
        throw CatalogError(
          "parameter `\(name)=\(value)` is out of range",
          hint: "\(parameter.meaning): \(parameter.range.lowerBound) to \(parameter.range.upperBound)")
      }
      parameters[name] = value
    }
    let selection = Selection(
      entry: entry, adversary: adversary, suite: suite, parameters: parameters, twin: twin, coupling: coupling ?? .coupled)
    guard coupling == nil || selection.hasTwoWorlds else { throw selection.oneWorld("coupling") }
    return selection
  }
}
