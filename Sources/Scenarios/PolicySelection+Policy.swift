public import DomainManagement
public import Policy
public import Records

/// The same selection makes the policy of any suite.
extension PolicySelection {
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
}
