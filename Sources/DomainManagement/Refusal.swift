/// An operation that failed with no effect (docs/model.md, section 1): a rule refused, or it cannot be done at all.
public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The policy refused; `rule` names why.
  case rule(String, reason: String)
  /// No policy allows it: the cryptography or the state does not give what the operation needs.
  case impossible(String)

  init(_ denial: Decision.Denial) {
    self = .rule(denial.rule, reason: denial.reason)
  }

  public var rule: String? {
    guard case .rule(let rule, _) = self else { return nil }
    return rule
  }

  public var description: String {
    switch self {
    case .rule(let rule, let reason): "refused by \(rule): \(reason)"
    case .impossible(let reason): "impossible: \(reason)"
    }
  }
}
