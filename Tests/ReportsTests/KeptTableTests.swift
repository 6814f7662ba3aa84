import Foundation
import Records
import Reports
import Testing

/// The tables under results/ beside the records that they are made from, as this program writes them.
@Suite struct KeptTableTests {
  private static let results = URL(filePath: #filePath).appending(path: "../../../results").standardizedFileURL

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.results.appending(path: path), encoding: .utf8)
  }

  @Test func theKeptTheoremIsItsRecord() throws {
    let record = try JSONDecoder().decode(
      TheoremRecord.self, from: Data(contentsOf: Self.results.appending(path: "figures/theorem.json")))
    #expect(try text("tables/theorem.md") == "`gamekeeper theorem`\n\n" + record.markdown)
    #expect(try text("figures/theorem.svg") == TheoremPlot(record).svg)
  }

  /// Of the matrix, which takes minutes, the head and the last line; without numbers those of a matrix of no rules.
  @Test func theKeptMatrixBeginsAndEndsAsAMatrix() throws {
    let empty = MatrixRecord(
      scope: ExplorationScope(), jointScope: ExplorationScope(), suite: "kms", columns: [], properties: [], jointSize: 2)
    let (kept, made) = (
      try text("tables/matrix.md").split(separator: "\n").map(String.init),
      empty.markdown.split(separator: "\n").map { String($0).replacing("0", with: "#") }
    )
    #expect(kept[0] == "`gamekeeper matrix --format markdown`" && Array(kept[1...2]) == Array(made[0...1]))
    #expect(kept.last?.replacing(/\d+/, with: "#") == made.last)
  }
}
