import KeySecrecyAdversaries
import Arena
import DomainManagement
import Games
import Policy
import Primitives

/// The rules of the policy as twins of key secrecy: each left out by itself, or with others.
enum RuleTwins {
  /// Every rule that the games ask anything of: nobody has a role in them.
  static let all = rules.filter { isAsked($0.about) && !$0.isAboutRoles }.map { rule in
    if let thief = thieves[rule.identifier] { return PlantedDefect(rule.identifier, by: thief) }
    return PlantedDefect(
      rule.identifier, by: "free-hand",
      effect: .hidden("no key is lost by its absence alone"))
  }

  /// Rules without which an honest domain comes to list what is not genuine.
  static let breachingPolicy = all.filter { breaching.contains($0.adversary) }

  static let weaker = RuleCatalogue<SymbolicSuite>.weaker.map(\.facts.identifier)
  /// What twins may combine: all of the games' policy.
  static let changes = rules.map(\.identifier).filter { !KeySecrecyRules<CalibratedSuite>.leftOut.contains($0) } + weaker

  /// Whether the protocol of the games puts questions of these kinds.
  static func isAsked(_ kinds: [QuestionKind]) -> Bool { !Set(kinds).isDisjoint(with: KeySecrecyQuery.questions) }

  private static let rules = RuleCatalogue<SymbolicSuite>.rules.map(\.facts)

  /// By rule, who steals a key where it is missing.
  private static let thieves: [String: String] = {
    var thieves = Dictionary(
      Script.allCases.compactMap { script in script.rule.map { ($0, script.rawValue) } }, uniquingKeysWith: { first, _ in first })
    thieves["operator.genuine-entities"] = "stage-coup"
    for rule in ["quorum-distinct", "quorum-of-parent", "threshold-of-parent", "signatures-verify"] {
      thieves["successor.\(rule)"] = "stage-coup"
    }
    for rule in ["signer-is-member", "signature-verifies", "signature-covers-keys", "wrap-bound-to-trust"] {
      thieves["token.\(rule)"] = "tree-search"
    }
    return thieves
  }()

  private static let breaching =
    ["stage-coup"]
    + [Script.swapAgreementKey, .lowerThreshold, .skipVersion, .moveSignatures, .advanceHost].map(\.rawValue)
}
