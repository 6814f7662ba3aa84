import Arena
import Catalog
import Foundation
import Reports
import Teaching
import TestSupport
import Testing

/// The pseudocode beside the Swift: what a listing names is there, and nothing that can be asked is missing.
@Suite struct ListingTests {
  private static let entries = Catalog.registry.entries
  private static let sources =
    (try? PackageRoot.swiftFiles(in: ["Games", "Sources/GameKit", "Sources/DomainManagement", "Sources/Policy"])) ?? []
  private static let words = Set(sources.flatMap { $0.text.matches(of: /\w+/).map { String($0.output) } })

  /// The cases of the enumerations of queries, as their Swift declares them.
  private static let cases: [String: Set<String>] = sources.reduce(into: [:]) { cases, source in
    for match in source.text.matches(of: /(?m)^public enum (\w+).*GameQuery \{$/) {
      let body = source.text[match.range.upperBound...].split(separator: "public enum Kind").first ?? ""
      let lines = body.split(separator: "\n").filter { $0.hasPrefix("  case ") }
      cases[String(match.1)] = Set(lines.compactMap { $0.firstMatch(of: /case (\w+)/).map { String($0.1) } })
    }
  }

  /// The names of the types that Swift declares.
  private static let types = Set(
    sources.flatMap { $0.text.matches(of: /(?:struct|enum|class|typealias|protocol) (\w+)/).map { String($0.1) } })

  /// What in a listing is not as the Swift has it.
  private static func faults(_ listing: Listing) -> [String] {
    var faults = listing.faults
    for section in listing.sections {
      let cases = Self.cases[section.queries, default: []]
      if cases.isEmpty { faults.append("there are no queries `\(section.queries)`") }
      let place = "\(section.role.rawValue): "
      let types = section.type.split(separator: ".").map(String.init)
      faults += types.filter { !Self.types.contains($0) }.map { place + "there is no type `\($0)`" }
      if let type = types.last {
        let text = section.file.flatMap { file in sources.first { $0.path == file }?.text } ?? ""
        let isThere = text.matches(of: /(?:struct|enum|class|typealias) (\w+)/).contains { $0.1 == type }
        if !isThere { faults.append(place + "`\(section.file ?? "no file")` does not declare `\(type)`") }
      }
      faults += section.oracles.subtracting(cases).sorted().map { place + "`\($0)` is no query" }
      faults += cases.subtracting(section.oracles).sorted().map { place + "the query `\($0)` is missing" }
      let cited = section.citations.flatMap { $0.matches(of: /\w+/).map { String($0.output) } }
      faults += Set(cited).subtracting(words).sorted().map { place + "Swift has no `\($0)`" }
      if !(5...45).contains(section.lines.count) { faults.append(place + "it has \(section.lines.count) lines") }
      faults += section.lines.filter { $0.count > 96 }.map { place + "too long: \($0)" }
    }
    return faults
  }

  @Test(arguments: entries.map(\.name)) func everyGameAndHopHasOneThatAgreesWithItsSwift(_ name: String) throws {
    let entry = try #require(Self.entries.first { $0.name == name })
    let listing = try #require(Listing.named(name), "it has none")
    #expect(Self.faults(listing) == [])
    if let queries = entry.outside?.queries { #expect(listing.record(of: name).queries.contains(queries)) }
    let roles = Set(listing.sections.map(\.role))
    #expect(
      roles.isSuperset(of: [.left, .right]) || roles.subtracting([.reduction]) == [.game],
      "two worlds, or the one of a game that is won")
    if entry.kind == .hop, roles.contains(.left) {
      #expect(listing.lines.contains { $0.only != nil }, "the worlds differ")
    }
  }

  @Test func noListingIsOfNothing() {
    #expect(Set(Listing.names) == Set(Self.entries.map(\.name)))
  }

  @Test(arguments: [
    ("oracle sign(", "oracle sing(", ["left: `sing` is no query", "left: the query `sign` is missing"]),
    ("flag hasForgery", "flag hasForged", ["left: Swift has no `hasForged`"]),
    ("left SignatureIdealization.Real", "left SignatureIdealization.Reel", ["left: there is no type `Reel`"]),
    (
      "Real in Games/SignatureIdealization/", "Real in Games/",
      [
        "left: `Games/SignatureIdealization+Games.swift` does not declare `Real`"
      ]
    ),
    ("queries SignatureQuery", "queries SignatureQueries", ["there are no queries `SignatureQueries`"]),
  ]) func aPlantedDifferenceIsSeen(_ part: String, _ other: String, _ expected: [String]) throws {
    let path = try #require(Listing.path(of: "signature-idealization"))
    let text = try String(contentsOf: PackageRoot.url.appending(path: path), encoding: .utf8)
    let range = try #require(text.firstRange(of: part))
    let found = Self.faults(Listing(text.replacingCharacters(in: range, with: other)))
    #expect(Set(found).isSuperset(of: expected), "\(found)")
    #expect(Self.faults(Listing(text)) == [])
  }

  @Test func theFewestLinesAreMarked() {
    let listing = Listing("queries Q\nleft A\n  a\n  b\n  c\n\n\nright B\n  a\n  x\n  c\n  d\n")
    #expect(listing.faults == [])
    #expect(listing.lines.map(\.text) == ["a", "b", "x", "c", "d"])
    #expect(listing.lines.map(\.only) == [nil, .left, .right, nil, .right])
    #expect(listing.record(of: "x").text.contains("  │ a\nL │ b\nR │ x\n  │ c\nR │ d\n"))
  }

  @Test func aWorldMayStandElsewhere() {
    let other = "queries Q\nleft A\n  a\nright B\n  b\n"
    let listing = Listing("queries Q\nleft as right of other\nright C\n  c\n") { $0 == "other" ? other : nil }
    #expect(listing.faults == [] && listing[.left]?.type == "B" && listing[.left]?.lines == ["b"])
    #expect(Listing("queries Q\nleft as game of other\n") { _ in other }.faults == ["line 2: there is no game of other"])
    let edited = "left as left of other but\n  = a\n  + x\nright as left of other but\n  - a\n  + y\n"
    #expect(Listing(edited) { _ in other }.sections.map(\.lines) == [["a", "x"], ["y"]])
    #expect(Listing("left as left of other but\n  - z\n") { _ in other }.faults == ["line 2: `- z` edits no line"])
    let circle = "queries Q\nleft as left of self\n"
    #expect(Listing(circle) { _ in circle }.faults.count == 1, "and what leads back to itself ends")
  }
}
