import DomainManagement
public import Policy
import Records

extension PolicySelection {
  /// The first change that changes nothing, and why: a policy that is told as another one than it is would make what comes of it
  /// worthless. Nil if each has an effect; that a rule is named twice does no harm.
  var idleChange: (rule: String, words: String)? {
    let facts = RuleCatalogue<SymbolicSuite>.everything.map(\.facts)
    let intact = RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier)
    for rule in with where facts.first(where: { $0.identifier == rule })?.weakens == nil {
      if without.contains(rule) { return (rule, "`\(rule)` is left out and put in again: together that changes nothing") }
      if intact.contains(rule) {
        return (rule, "`\(rule)` is in force already, and no weaker rule: putting it in changes nothing")
      }
      return (rule, "`\(rule)` refuses nothing: putting it in changes nothing")
    }
    for rule in without {
      guard intact.contains(rule) else { return (rule, "`\(rule)` is not in force: leaving it out changes nothing") }
      if let weaker = facts.first(where: { $0.weakens == rule && with.contains($0.identifier) }) {
        return (rule, "`\(weaker.identifier)` takes the place of `\(rule)`: leaving that out besides changes nothing")
      }
    }
    return nil
  }
}

/// A selection that makes no sense.
public enum PolicyMistake: Error, Hashable, CustomStringConvertible {
  case unknown(UnknownRule)
  case idle(String)

  public var description: String {
    switch self {
    case .unknown(let error): error.description
    case .idle(let words): words
    }
  }
}
