import Adversaries
import Games
import GameKit
import Primitives
import Testing

/// The search rediscovers known attacks where a rule is missing, and finds none where none is.
@Suite struct TreeSearchTests {
  private func search(without rules: [String], depth: Int = 2) throws -> TreeSearch {
    let model = KeySecrecyGame(rules: try KeySecrecyRules(base: strong).without(rules), stage: .real, challenge: .real)
    return TreeSearch(model: model, population: population, depth: depth)
  }

  @Test func theIntactPolicyOffersNothing() throws { #expect(try search(without: []).plan == nil) }

  /// Signatures that were made on another trust are beyond the search: `move-signatures` moves those.
  @Test(arguments: [
    "successor.quorum-distinct", "successor.quorum-of-parent", "successor.signatures-verify", "operator.genuine-entities",
    "token.signer-is-member", "token.signature-verifies", "token.signature-covers-keys", "token.wrap-bound-to-trust",
    "operator.agreement-key-bound", "operator.quorum-kept", "successor.every-link", "wrap.exactly-the-members",
    "host.root-installed-once", "host.successor-checked", "host.token-trust-is-current",
  ])
  func aMissingRuleIsFoundAndThePlanWorksOnRealPrimitives(rule: String) throws {
    let thief = try search(without: [rule])
    #expect(thief.plan != nil, "\(rule)")
    #expect(
      try secrecy(ModernSuite(), without: [rule], stealing(thief), trials: 2).bits.onlySecond == 2,
      "\(rule): it works without the rule")
    #expect(try secrecy(ModernSuite(), stealing(thief), trials: 2).bits.neither == 2, "\(rule): and not with it")
  }
}
