import DomainManagement

extension Policy {
  /// This policy without the named rules, and with the named weaker ones instead of those that they weaken.
  public func without(_ left: [String] = [], with weaker: [String] = []) throws(UnknownRule) -> Policy {
    var rules = self.rules
    for identifier in left {
      guard RuleCatalogue<S>.everything.contains(where: { $0.facts.identifier == identifier }) else { throw UnknownRule(identifier, known: RuleCatalogue<S>.identifiers) }
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

  /// Near is what a few letters change, at the end of which more may follow.
  public init(_ identifier: String, known: [String]) {
    self.identifier = identifier
    let near = known.map { name in
      let start = (-2...2).map { editDistance(identifier, String(name.prefix(max(0, identifier.count + $0)))) }.min() ?? .max
      return (name: name, distance: min(start, editDistance(identifier, name)))
    }.min { $0.distance < $1.distance }
    suggestion = near.flatMap { $0.distance <= max(2, identifier.count / 4) && $0.distance < identifier.count ? $0.name : nil }
  }

  public var description: String {
    "there is no rule `\(identifier)`" + (suggestion.map { "; did you mean `\($0)`?" } ?? "; `gamekeeper list rules` names them")
  }
}

/// The Levenshtein distance: how many letters have to be put in, left out or changed.
package func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
