import Foundation
import TestSupport
import Testing

private let isThere = (try? ChildProcess(["swift", "format", "--version"]))?.status == 0

/// Every source is as the toolchain's formatter writes it under `.swift-format`, and no line is longer than it may be.
@Suite(.enabled(if: isThere, "the toolchain has no `swift format`")) struct FormatTests {
  private static let configuration = PackageRoot.url.appending(path: ".swift-format").path
  private static let folders = ["Sources", "Games", "Adversaries", "Tests", "Benchmarks", "Examples", "Plugins"]

  /// What the formatter would change in these files or folders, one line a fault.
  private func faults(_ paths: [String]) throws -> [Substring] {
    let run = try ChildProcess(
      ["swift", "format", "lint", "--strict", "--parallel", "--configuration", Self.configuration, "--recursive"] + paths,
      in: PackageRoot.url)
    #expect((run.status == 0) == run.error.isEmpty, "\(run)")
    return run.error.split(separator: "\n")
  }

  @Test func everySourceIsFormatted() throws {
    #expect(try faults(Self.folders + ["Package.swift"]) == [])
  }

  @Test(arguments: [
    ("let a = 1\n", []), ("let a = 1\n\n\n\nlet b = 2\n", ["RemoveLine"]), ("  let a = 1\n", ["Indentation"]),
    ("let a=1\n", ["Spacing"]), ("let a = [1,\n  2]\n", ["AddLines"]),
    ("let a = \"\(String(repeating: "a", count: 130))\"\n", ["LineLength"]),
  ]) func aPlantedFaultIsFound(_ text: String, _ rules: [String]) throws {
    let found = try inScratchFolder { folder in
      let file = folder.appending(path: "Planted.swift")
      try Data(text.utf8).write(to: file)
      return try faults([file.path])
    }
    for rule in rules { #expect(found.contains { $0.contains(rule) }, "\(found)") }
    #expect(found.isEmpty == rules.isEmpty, "\(found)")
  }

  /// The formatter leaves comments and texts as they are.
  @Test func noLineIsTooLong() throws {
    let long = try (PackageRoot.swiftFiles(in: Self.folders)).flatMap { path, text in
      SourceRules.longLines(text).map { "\(path):\($0)" }
    }
    #expect(long == [])
    let line = String(repeating: "−", count: 131)
    #expect(SourceRules.longLines("a\n// \(line.dropLast(3))\n\(line.dropLast())\n\(line)\n") == [2, 4])
  }
}
