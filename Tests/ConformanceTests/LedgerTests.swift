import Conformance
import Foundation
import Records
import Reports
import Testing

/// The ledger says something of everything that is published, and of nothing else.
@Suite struct LedgerTests {
  /// What the rows lack, and what they have too much or twice, against the names in the files.
  static func faults(_ rows: [LedgerRow]) -> [String] {
    let names = rows.map { "\($0.kind) \($0.file.rawValue) \($0.name)" }
    return Set(PublishedNames.list).subtracting(names).map { "no row: \($0)" }.sorted()
      + Set(names).subtracting(PublishedNames.list).map { "not published: \($0)" }.sorted()
      + Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.map { "twice: \($0.key)" }.sorted()
  }

  @Test func aRowForEachOracleLemmaAndAxiom() {
    #expect(Self.faults(Ledger.rows) == [])
    #expect(PublishedFile.commit == PublishedNames.commit)
    #expect(PublishedNames.list.count == 121)
  }

  @Test func aRowTooMuchOrTooLittleIsSeen() {
    let invented = LedgerRow(
      file: .diffieHellman, kind: .oracle, name: "ODH_Orcl.dec", ours: "", conformance: .proof(""))
    #expect(Self.faults(Ledger.rows + [invented]) == ["not published: oracle ODH.ec ODH_Orcl.dec"])
    #expect(Self.faults(Array(Ledger.rows.dropLast())) == ["no row: lemma DHIES.ec reduction"])
    #expect(Self.faults(Ledger.rows + Ledger.rows.suffix(1)) == ["twice: lemma DHIES.ec reduction"])
  }

  @Test func everyPlaceThatIsNamedExists() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let places = Difference.allCases.map(\.said) + Ledger.rows.compactMap(\.said)
    for place in places {
      let parts = place.split(separator: ", section ").map(String.init)
      let text = try String(contentsOf: root.appending(path: parts[0]), encoding: .utf8)
      #expect(parts.count == 1 || text.contains("\n### \(parts[1]) "), "\(place)")
    }
  }

  @Test func oursIsCodeOfThisProject() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let sources = ["Games", "Sources/GameKit", "Sources/Primitives"].flatMap { folder in
      FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        ?? []
    }
    let text = try sources.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    for type in Set(Ledger.rows.compactMap { $0.ours.firstMatch(of: /[A-Z][A-Za-z]+/)?.output }) {
      #expect(text.contains(try Regex("(struct|class|enum|protocol|extension) \(type)\\b")), "\(type)")
    }
  }
}

extension LedgerRow {
  fileprivate var said: String? { if case .different(_, let said, _) = conformance { said } else { nil } }
}
