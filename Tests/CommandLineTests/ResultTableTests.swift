import Foundation
import TestSupport
import Testing

/// The tables under results/ are those of this program: what a run of few trials prints beside its numbers, heads, names of rows
/// and how it ends, stands in the kept table as well. `results/generate` makes them anew.
@Suite struct ResultTableTests {
  /// Where a kept table lies, by which command it is made, and what makes that one short.
  struct Kept: Sendable, CustomTestStringConvertible {
    let path: String
    let command: [String]
    let few: [String]
    /// In the last lines: what is the same however the run went, its numbers aside.
    let ending: String
    var testDescription: String { path }
  }

  private static let results = DocumentTests.root.appending(path: "results")

  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOf: results.appending(path: path), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  /// The command that stands above a table; what is in capitals there stands for several.
  private static func command(above lines: [String]) -> [String]? {
    guard let first = lines.first, first.hasPrefix("`gamekeeper "), first.hasSuffix("`"),
      first.firstMatch(of: /[ =][A-Z]+[ `]/) == nil
    else { return nil }
    return first.dropFirst().dropLast().split(separator: " ").dropFirst().map(String.init)
  }

  private static let names: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: results.appending(path: "tables").path)) ?? []
    return found.filter { $0.hasSuffix(".md") }.sorted()
  }()

  /// Those that the program prints as they are.
  static let kept: [Kept] = {
    let sweeps = names.filter { $0.hasPrefix("sweep-") || $0.hasPrefix("slope-") }.compactMap { name in
      (try? lines("tables/\(name)")).flatMap(command(above:)).map {
        Kept(
          path: "tables/\(name)", command: $0,
          few: ["--trials", "2"] + ($0.contains("--chances") ? [] : ["--chances", "off"]),
          ending: "# points, .*error probability [^;]*; seed #")
      }
    }
    let chances = names.filter { $0 == "chances.md" }.map {
      Kept(path: "tables/\($0)", command: ["selftest", "--chances"], few: ["--campaigns", "1"], ending: "^$")
    }
    return sweeps + chances + [
      Kept(
        path: "tables/referee-error-rates.md", command: ["selftest"], few: ["--campaigns", "1", "--played", "1"], ending: "^$"),
      Kept(path: "conformance.md", command: ["conform"], few: ["--trials", "60"], ending: "# trials a comparison, seed #$"),
    ]
  }()

  /// A Markdown table's head, or a row of it by what does not change with the number of trials; other lines as they are.
  private func shape(_ lines: [String]) -> [String] {
    var (shape, head): ([String], [String]?) = ([], nil)
    for line in lines {
      guard line.hasPrefix("|") else {
        head = nil
        continue
      }
      let cells = line.dropFirst().dropLast().components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let columns = head else {
        (head, shape) = (cells, shape + [line])
        continue
      }
      // Which ways to part were seen, and which attack came first, are results.
      if columns.contains("times") || cells[0].hasPrefix("of these by ") || cells[0].hasPrefix("---") { continue }
      shape.append(cells.prefix(["adversary", "ours"].contains(columns[1]) ? 2 : 1).joined(separator: " | "))
    }
    return shape
  }

  private func withoutNumbers(_ line: String) -> String {
    line.replacing(/1 − [\d.e-]+|\d[\d,.]*(e-\d+)?(?=\D|$)/) { "#" + ($0.0.hasSuffix(".") ? "." : "") }
  }

  private func ending(_ lines: [String], _ pattern: String) throws -> String? {
    let regex = try Regex(pattern)
    return lines.map(withoutNumbers).last { $0.firstMatch(of: regex) != nil }.flatMap {
      $0.firstMatch(of: regex).map { String($0.0) }
    }
  }

  private func text(_ arguments: [String]) throws -> [String] {
    let run = try Gamekeeper.run(arguments)
    #expect([0, 1, 2].contains(run.status), "\(arguments): \(run.error)")
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: kept) func aKeptTableIsWhatTheProgramPrints(_ kept: Kept) throws {
    let lines = try Self.lines(kept.path)
    #expect(Self.command(above: lines) == kept.command, "\(lines[0])")
    let command = kept.command.firstIndex(of: "--plot").map { Array(kept.command[..<$0]) } ?? kept.command
    let fresh = try text(command + kept.few + ["--format", "markdown"])
    #expect(shape(lines) == shape(fresh))
    #expect(shape(fresh).count > 3, "\(fresh)")
    let last = try ending(fresh, kept.ending)
    #expect(try ending(lines, kept.ending) == last && last != nil)
    #expect(lines.filter { $0.hasPrefix("## ") } == fresh.filter { $0.hasPrefix("## ") }.map { $0 })
  }

  @Test func theMatrixHasARowForEachRule() throws {
    let listed = try JSONDecoder().decode(
      [Value].self, from: Data(try Gamekeeper.run("list", "rules", "--format", "json").output.utf8))
    let rules = listed.filter { $0["group"] == listed[0]["group"] }.compactMap { $0["name"]?.text }
    let rows = shape(try Self.lines("tables/matrix.md")).dropFirst().filter { !$0.hasPrefix("|") && !$0.hasPrefix("---") }
    #expect(rows == rules.map { "`\($0)`" } && rules.count > 20)
  }

  /// The terms of the first adversary; the others are the same command.
  @Test func theTermsAreWhatTheProgramPrints() throws {
    let lines = try Self.lines("tables/terms.md")
    let fresh = try text([
      "terms", "-a", "solve-key", "--set", "work=128", "--set", "tagBits=8", "--set", "cipherKeyBits=8", "--trials", "2",
      "--format",
      "markdown",
    ])
    let first = Array(lines.prefix(fresh.count))
    #expect(first.first == fresh.first && shape(first) == shape(fresh))
    let ending = "# trials for each advantage, error probability # for all of them, seed #"
    #expect(try self.ending(first, ending) == ending && self.ending(fresh, ending) == ending)
  }

  /// Those that scripts put together from the records of runs have the scripts' heads; and whatever a verdict is called there,
  /// the program knows it.
  @Test func verdictsAndHeadsAreThoseOfToday() throws {
    let listed = try JSONDecoder().decode(
      [Value].self, from: Data(try Gamekeeper.run("list", "verdicts", "--format", "json").output.utf8))
    let verdicts = Set(listed.compactMap { $0["name"]?.text })
    let scripts = try ["generate", "generate-hierarchy", "generate-hops", "generate-pairs", "generate-secrecy"].map {
      try Self.lines($0).joined(separator: "\n")
    }.joined()
    let printed = Set(
      Self.kept.map(\.path)
        + [
          "chances", "theorem", "theorem-kms", "theorem-modern", "fixed-work", "formula-and-code", "hops", "matrix",
          "matrix-games", "terms",
        ].map { "tables/\($0).md" })
    #expect(Self.names.count > 25)
    for name in Self.names {
      var head: [String]?
      for line in try Self.lines("tables/\(name)") {
        guard line.hasPrefix("|") else { head = nil; continue }
        let cells = line.dropFirst().dropLast().components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let columns = head else {
          head = cells
          let quantities = ["Pr[bad]", "advantage"]
          if !printed.contains("tables/\(name)") {
            #expect(
              ([line] + quantities.map { line.replacing($0, with: "$1") }).contains { scripts.contains($0) }, "\(name): \(line)")
          }
          continue
        }
        guard let column = columns.firstIndex(of: "verdict"), cells.indices.contains(column), !cells[column].hasPrefix("---")
        else { continue }
        let verdict = cells[column].replacing(", assumption broken", with: "").replacing(", no chance known", with: "")
        #expect(verdicts.contains(verdict), "\(name): \(line)")
      }
    }
  }

  /// README's sentence on real cryptography is the kept table's.
  @Test func theReadmeQuotesTheTable() throws {
    let text = try String(contentsOf: DocumentTests.root.appending(path: "README.md"), encoding: .utf8).replacing("\n", with: " ")
    let said = try #require(
      text.firstMatch(
        of: /an advantage above ([\d.]+) is excluded in every row, above ([\d.]+) in all but one .*?the row of ([\d.]+) is/))
    let (all, others, one) = (try #require(Double(said.1)), try #require(Double(said.2)), try #require(Double(said.3)))
    var (limits, column): ([Double], Int?) = ([], nil)
    for line in try Self.lines("tables/theorem-kms.md") {
      guard line.hasPrefix("|") else { column = nil; continue }
      let cells = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if let column {
        // The sum of several rows is none of them.
        guard !line.contains("summed"), let limit = cells[column].firstMatch(of: /\[.*, ([\d.]+)\]/) else { continue }
        limits.append(try #require(Double(limit.1)))
      } else {
        column = cells.firstIndex(of: "advantage") ?? cells.firstIndex(of: "interval") ?? 0
      }
    }
    let sorted = limits.sorted(by: >)
    #expect(limits.count > 30, "\(limits)")
    #expect(sorted[0] == one && sorted[0] <= all && sorted[1] <= others && sorted[1] < one, "\(sorted.prefix(3))")
  }
}
