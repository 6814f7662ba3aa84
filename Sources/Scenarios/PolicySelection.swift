public import DomainManagement
public import Policy

/// A policy by name: the intact one, less some rules, with some weaker ones. The same selection makes the policy of any suite.
public struct PolicySelection: Hashable, Codable, Sendable {
  public var without: [String]
  public var with: [String]

  public init(without: [String] = [], with weaker: [String] = []) {
    self.without = without
    with = weaker
  }

  public static let intact = PolicySelection()
  public var isIntact: Bool { without.isEmpty && with.isEmpty }

  public func policy<S: DomainSuite>(for suite: S.Type = S.self) throws(UnknownRule) -> Policy<S> {
    try Policy<S>.intact.without(without, with: with)
  }

  /// Itself, if every rule it names exists.
  public func validated() throws(UnknownRule) -> PolicySelection {
    _ = try policy(for: SymbolicSuite.self)
    return self
  }

  /// A policy file: YAML with `without` and `with`, each a list of rules.
  public init(yaml text: String, file: String) throws(InputError) {
    try self.init(try YAMLNode.document(text, file: file))
  }

  init(_ node: YAMLNode) throws(InputError) {
    let fields = try node.fields(Self.keys)
    self.init(without: try Scenario.rules(fields["without"]), with: try Scenario.rules(fields["with"]))
  }

  public var words: String {
    if isIntact { return "the intact policy" }
    let parts = (without.isEmpty ? [] : ["without \(without.joined(separator: ", "))"]) + (with.isEmpty ? [] : ["with \(with.joined(separator: ", "))"])
    return "the policy " + parts.joined(separator: " and ")
  }
}
