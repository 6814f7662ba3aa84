import Arena
import DomainManagement
import Games
import Policy
import Primitives

/// The rules of the policy as twins of key secrecy: each left out by itself, or with others.
enum RuleTwins {
  /// Every rule that the games ask anything of: nobody has a role in them.
  static let all = rules.filter { isAsked($0.about) && !$0.isAboutRoles }.map { rule in
    if let thief = thieves[rule.identifier] { return PlantedDefect(rule.identifier, by: thief.facts.name) }
    return PlantedDefect(
      rule.identifier, by: Thief.freeHand.facts.name,
      effect: .hidden("no key is lost by its absence alone"))
  }

  /// Rules without which an honest domain comes to list what is not genuine.
  static let breachingPolicy = all.filter { thieves[$0.name]?.breaches == true }

  static let weaker = RuleCatalogue<SymbolicSuite>.weaker.map(\.facts.identifier)
  /// What twins may combine: all of the games' policy.
  static let changes = rules.map(\.identifier).filter { !KeySecrecyRules<CalibratedSuite>.leftOut.contains($0) } + weaker

  /// Whether the protocol of the games puts questions of these kinds.
  static func isAsked(_ kinds: [QuestionKind]) -> Bool { !Set(kinds).isDisjoint(with: KeySecrecyQuery.questions) }

  private static let rules = RuleCatalogue<SymbolicSuite>.rules.map(\.facts)

  /// By rule, who steals a key where it is missing.
  private static let thieves: [String: Thief] = Dictionary(
    Thief.all.flatMap { thief in thief.stoppedBy.map { ($0, thief) } }, uniquingKeysWith: { first, _ in first })
}
