/// A policy by name: the intact one, less some rules, with some weaker ones.
public struct PolicySelection: Hashable, Codable, Sendable {
  public var without: [String]
  public var with: [String]

  public init(without: [String] = [], with weaker: [String] = []) {
    self.without = without
    with = weaker
  }

  public static let intact = PolicySelection()
  public var isIntact: Bool { without.isEmpty && with.isEmpty }

  public var words: String {
    if isIntact { return "the intact policy" }
    let parts =
      (without.isEmpty ? [] : ["without \(without.joined(separator: ", "))"])
      + (with.isEmpty ? [] : ["with \(with.joined(separator: ", "))"])
    return "the policy " + parts.joined(separator: " and ")
  }
}
