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

  /// Itself, if every rule it names exists and every change has an effect.
  public func validated() throws(PolicyMistake) -> PolicySelection {
    do throws(UnknownRule) { _ = try policy(for: SymbolicSuite.self) } catch { throw .unknown(error) }
    if let idle = idleChange { throw .idle(idle.words) }
    return self
  }

  /// A policy file: YAML with `without` and `with`, each a list of rules.
  public init(yaml text: String, file: String) throws(InputError) {
    try self.init(YAMLNode.document(text, file: file))
  }

  /// A mapping of `without` and `with`.
  package init(_ node: YAMLNode) throws(InputError) {
    let fields = try node.fields(Self.keys)
    try self.init(without: fields["without"], with: fields["with"])
  }

  /// Two lists of rules, either of which may be missing; a change without effect is an error where it stands.
  init(without: YAMLNode?, with weaker: YAMLNode?) throws(InputError) {
    self.init(without: try Scenario.rules(without), with: try Scenario.rules(weaker))
    guard let idle = idleChange else { return }
    for node in [without, weaker] {
      for item in try node?.items() ?? [] where try item.string() == idle.rule { throw item.error(idle.words) }
    }
  }

  public var words: String {
    if isIntact { return "the intact policy" }
    let parts =
      (without.isEmpty ? [] : ["without \(without.joined(separator: ", "))"])
      + (with.isEmpty ? [] : ["with \(with.joined(separator: ", "))"])
    return "the policy " + parts.joined(separator: " and ")
  }
}
