import DomainManagement
import Policy
import Scenarios
import Testing

/// `diff` finds a command that is decided differently without a rule, for every rule but those whose refusals others make too.
@Suite struct DifferenceTests {
  /// In the small scope whatever these refuse is refused by other rules as well.
  static let coveredByOthers = ["founding.quorum-satisfiable", "token.signature-covers-trust", "successor.context-separated"]

  @Test(arguments: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))
  func everyRuleLeftOutHasAWitnessOrIsNamed(rule: String) throws {
    let difference = try PolicyDifference.find(.intact, PolicySelection(without: [rule]))
    #expect(difference.witnesses.isEmpty == Self.coveredByOthers.contains(rule), "\(difference.verdict)")
    #expect(difference.witnesses.allSatisfy { $0.allowedBy == "B" })
  }

  @Test func aKeyInClearIsSeenWhereWrappingIsTransparent() throws {
    let difference = try PolicyDifference.find(.intact, PolicySelection(without: ["key.never-leaves-unwrapped"]))
    #expect(difference.witnesses.map(\.refusedBy) == ["key.never-leaves-unwrapped"])
    #expect(difference.witnesses.first?.words.hasSuffix("where wrapping is transparent") == true)
  }
}
