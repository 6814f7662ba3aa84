import DomainManagement
import Words

extension Policy {
  /// This policy without the named rules, and with the named weaker ones instead of those that they weaken.
  public func without(_ left: [String] = [], with weaker: [String] = []) throws(UnknownRule) -> Policy {
    var rules = self.rules
    for identifier in left {
      guard RuleCatalogue<S>.everything.contains(where: { $0.facts.identifier == identifier }) else {
        throw UnknownRule(identifier, known: RuleCatalogue<S>.identifiers)
      }
      rules.removeAll { $0.facts.identifier == identifier }
    }
    for identifier in weaker {
      guard let rule = RuleCatalogue<S>.everything.first(where: { $0.facts.identifier == identifier }) else {
        throw UnknownRule(identifier, known: RuleCatalogue<S>.identifiers)
      }
      rules.removeAll { $0.facts.identifier == rule.facts.weakens || $0.facts.identifier == identifier }
      rules.append(rule)
    }
    return Policy(rules)
  }
}

/// A rule that does not exist, and the nearest that does.
public struct UnknownRule: Error, Hashable, Sendable, CustomStringConvertible {
  public let identifier: String
  public let suggestion: String?

  public init(_ identifier: String, known: [String]) {
    self.identifier = identifier
    suggestion = nearestName(identifier, known)
  }

  public var description: String {
    let hint = suggestion.map { "did you mean `\($0)`?" } ?? "`\(CommandWords.line("list", "rules"))` names them"
    return "there is no rule `\(identifier)`; \(hint)"
  }
}
