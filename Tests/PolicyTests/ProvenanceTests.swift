import DomainManagement
import Foundation
import Policy
import Testing

/// Where a rule comes from is said once, in its code; the documents say the same.
@Suite struct ProvenanceTests {
  private let rules = RuleCatalogue<SymbolicSuite>.rules.map(\.facts)

  @Test func theModelHasARowForEveryRuleWithItsSources() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let model = try String(contentsOf: root.appending(path: "docs/model.md"), encoding: .utf8).split(separator: "\n")
    for rule in rules { #expect(model.contains("| `\(rule.identifier)` | \(rule.words) | \(rule.source) |")) }
  }

  @Test func everyRuleNamesASourceAndWhatNoSourceSaysIsOurs() {
    for rule in RuleCatalogue<SymbolicSuite>.everything.map(\.facts) { #expect(!rule.sources.isEmpty, "\(rule.identifier)") }
    // Not one of the weaker rules was found anywhere: each is a planted defect.
    #expect(RuleCatalogue<SymbolicSuite>.weaker.allSatisfy { $0.facts.sources == [.ours("a planted defect")] })
  }

  @Test func sourcesReadAsTheyAreCited() {
    #expect(Provenance.patent(claim: 3).description == "US 9,397,835 B1, claim 3")
    #expect(
      Provenance.documentation(page: .domains, heading: "Domain keys").description
        == "AWS KMS documentation, Domains and domain state, Domain keys")
    #expect(Provenance.ours().description == "[ours]")
    #expect(Provenance.ours("a planted defect").description == "[ours] a planted defect")
  }
}
