import Catalog
import DomainManagement
import Families
import Foundation
import Policy
import Records
import ShippedFiles
import Testing

/// The records that the map, the matrix and the rules are drawn from are of this program: they are not made again here.
@Suite struct RecordedTablesTests {
  private struct Ended: Decodable {
    let status: RunStatus
  }

  private static func read<Record: Decodable>(_ type: Record.Type, _ path: String) throws -> (Record, RunStatus) {
    let text = try #require(ShippedFiles.texts[path])
    return (try JSON.read(type, from: text), try JSONDecoder().decode(Ended.self, from: Data(text.utf8)).status)
  }

  @Test func theMatrixHasTheRulesAndTheScenariosOfTheProgram() throws {
    let (matrix, status) = try Self.read(MatrixRecord.self, "results/tables/matrix.json")
    let facts = RuleCatalogue<SymbolicSuite>.rules.map(\.facts)
    #expect(matrix.rows.map(\.rule).sorted() == facts.map(\.identifier).sorted())
    for row in matrix.rows {
      #expect(row.words == facts.first { $0.identifier == row.rule }?.words, "\(row.rule)")
      #expect(row.cells.count == matrix.columns.count, "\(row.rule)")
    }
    let scenarios = ShippedFiles.paths(in: "Adversaries/Scenarios", ending: ".yaml").compactMap {
      $0.split(separator: "/").last.map { String($0.dropLast(5)) }
    }
    #expect(matrix.columns.filter { !$0.hasPrefix("explorer") }.sorted() == scenarios.sorted())
    #expect(matrix.properties.map(\.rawValue).sorted() == Property.allCases.map(\.rawValue).sorted())
    #expect(status == .met && matrix.invalid.isEmpty)
  }

  @Test func theTheoremHasTheHopsAndTheTermsOfTheProgram() throws {
    let (theorem, status) = try Self.read(TheoremRecord.self, "results/figures/theorem.json")
    #expect(theorem.terms.map(\.adversary) == TheoremTerm.all.map(\.adversary))
    #expect(theorem.terms.map(\.hop) == TheoremTerm.all.map(\.hop) && theorem.terms.map(\.lemma) == TheoremTerm.all.map(\.lemma))
    #expect(Set(theorem.hops.map(\.game)) == Set(MainTheorem.way.map(\.name)))
    for run in theorem.hops {
      let entry = try Catalog.registry.entry(run.game, kind: .hop)
      #expect(entry.attacks.contains { $0.name == run.adversary }, "\(run.game), \(run.adversary)")
      #expect(run.bound?.expression == entry.bound(try #require(entry.suites.first { $0.rawValue == run.suite })).description)
    }
    #expect(status == theorem.outcome.status && status == .met)
  }
}
