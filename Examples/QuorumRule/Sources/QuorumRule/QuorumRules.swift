import DomainManagement
import Policy

/// The rule for the intact policy, and its weaker twin for `--with`.
public struct QuorumRules: RuleAddition {
  public init() {}

  public func rules<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [RuleInForce(link: NeverFewerSigners<S>())] }
  public func weaker<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [RuleInForce(link: TwoSigners<S>())] }
}
