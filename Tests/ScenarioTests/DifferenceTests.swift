import DomainManagement
import Policy
import PolicySearch
import Scenarios
import Testing

/// `diff` finds a command that is decided differently for every single change of the policy, and names the rule that was changed.
@Suite struct DifferenceTests {
  /// Every single change, and the rule that refuses under the intact policy.
  static let changes =
    RuleCatalogue<SymbolicSuite>.rules.map { (PolicySelection(without: [$0.facts.identifier]), $0.facts.identifier) }
    + RuleCatalogue<SymbolicSuite>.weaker.compactMap { weaker in
      weaker.facts.weakens.map { (PolicySelection(with: [weaker.facts.identifier]), $0) }
    }

  /// As small as it can be with an operator whose key an HSM shares; and without such keys, as on the command line.
  static let scopes = {
    var shared = Matrix.smallScope
    (shared.rogueOperators, shared.rogueHosts) = (0, 0)
    var apart = ExplorationScope()
    (apart.operators, apart.rogueHosts) = (2, 0)
    return [shared, apart]
  }()

  @Test(arguments: changes.indices) func everyChangeHasAWitnessThatNamesIt(number: Int) throws {
    let (policy, rule) = Self.changes[number]
    for scope in Self.scopes {
      let difference = try PolicyDifference.find(.intact, policy, scope: scope)
      let more = difference.witnesses.filter { $0.allowedBy == "B" }
      #expect(!more.isEmpty && more.allSatisfy { $0.refusedBy == rule && $0.instead == policy.with.first }, "\(difference.text)")
      #expect(
        difference.witnesses.allSatisfy { $0.allowedBy == "B" || $0.refusedBy == policy.with.first },
        "the weaker rule may ask for something else")
      #expect(difference.unseen.isEmpty)
    }
  }

  @Test func aFoundingIsAskedForWithAnyQuorumAndWithAParent() throws {
    let zero = try #require(
      try PolicyDifference.find(.intact, PolicySelection(without: ["founding.quorum-satisfiable"])).witnesses.first)
    #expect(zero.question == "found" && zero.words.contains("quorum 0") && zero.reason.hasPrefix("a quorum of 0 among"))
    let parent = try PolicyDifference.find(.intact, PolicySelection(without: ["founding.has-no-parent"]))
    #expect(Set(parent.witnesses.map(\.question)) == ["found", "install"])
  }

  /// Where the reason names a rule, it is the changed one, too.
  @Test func theReasonIsTheChangedRulesOwn() throws {
    for (rule, reason) in [
      ("successor.quorum-distinct", "one operator signed more than once"),
      ("successor.signature-covers-whole-trust", "a signature was made on another trust"),
      ("successor.signatures-verify", "a signature does not verify"),
      ("successor.context-separated", "a signature was made on a token"),
    ] {
      let difference = try PolicyDifference.find(.intact, PolicySelection(without: [rule]))
      #expect(difference.witnesses.allSatisfy { $0.reason.hasSuffix(reason) }, "\(difference.text)")
    }
  }

  /// Of several changes the witness names the one that decides; both, if it takes both.
  @Test func ofSeveralChangesThoseThatDecideAreNamed() throws {
    let scope = Self.scopes[1]
    let both = try PolicyDifference.find(
      .intact, PolicySelection(without: ["key.handle-is-fresh", "host.root-installed-once"]), scope: scope)
    #expect(Set(both.witnesses.map(\.refusedBy)) == ["key.handle-is-fresh", "host.root-installed-once"])
    let together = try PolicyDifference.find(
      .intact, PolicySelection(without: ["successor.threshold-of-parent", "successor.signatures-verify"]), scope: scope)
    #expect(
      together.witnesses.contains { $0.refusedBy == "successor.threshold-of-parent and successor.signatures-verify" },
      "forged signatures are not counted, so too few are")
    #expect(together.unseen.isEmpty)
  }

  /// Nobody in it has a signature on a token that could pass for an operator's: the rule is named as one that was not seen.
  @Test func aRuleThatDecidesNothingInTheScopeIsNamed() throws {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.rogueOperators, scope.hosts, scope.depth) = (2, 0, 0, 0, 1)
    let difference = try PolicyDifference.find(.intact, PolicySelection(without: ["successor.context-separated"]), scope: scope)
    #expect(difference.witnesses.isEmpty && difference.unseen == ["successor.context-separated"])
    #expect(difference.text.contains("no difference by successor.context-separated: "))
    scope.dishonest = 1
    #expect(
      try !PolicyDifference.find(.intact, PolicySelection(without: ["successor.context-separated"]), scope: scope).witnesses
        .isEmpty)
  }

  @Test func aKeyInClearIsSeenWhereWrappingIsTransparent() throws {
    let difference = try PolicyDifference.find(.intact, PolicySelection(without: ["key.never-leaves-unwrapped"]))
    #expect(difference.witnesses.map(\.refusedBy) == ["key.never-leaves-unwrapped"])
    #expect(difference.witnesses.first?.words.hasSuffix("where wrapping is transparent") == true)
  }

  /// The order of rules, and how often they are named, is no difference.
  @Test func theSameRulesInAnotherOrderAreTheSamePolicy() throws {
    let (a, b) = (["key.handle-is-fresh", "hsm.is-member"], ["hsm.is-member", "key.handle-is-fresh", "key.handle-is-fresh"])
    #expect(try PolicyDifference.find(.init(without: a), .init(without: b), scope: Self.scopes[1]).witnesses.isEmpty)
  }
}
