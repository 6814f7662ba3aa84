import Foundation
import TestSupport
import Testing

/// What is written about the package is about this package.
@Suite struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: PackageRoot.url.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func theMapNamesEveryFolder() throws {
    let map = try #require(try text("README.md").split(separator: "\n## Map").last)
    func folders(_ path: String) throws -> [String] {
      let url = path.isEmpty ? PackageRoot.url : PackageRoot.url.appendingPathComponent(path)
      let found = try FileManager.default.contentsOfDirectory(
        at: url, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
      return try found.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false }.map(\.lastPathComponent)
    }
    let sources = try folders("Sources")
    #expect(sources.count > 20, "the folders were found")
    for folder in try sources.map({ "Sources/\($0)`" }) + folders("").map({ "\($0)/" }) {
      #expect(map.contains("`\(folder)"), "\(folder)")
    }
  }

  /// Everything that another package can depend on is in the documentation, and what makes it is there.
  @Test func theDocumentationIsOfEveryLibrary() throws {
    let manifest = try text("Package.swift")
    let list = try #require(manifest.firstMatch(of: /let libraries = \[([^\]]+)\]/)?.1)
    let libraries = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
    let makefile = try text("Makefile").replacing("\\\n", with: " ")
    let documented = try #require(makefile.firstMatch(of: /\nDOCUMENTED = ([\w ]+)\n/)?.1)
    #expect(libraries == Set(documented.split(separator: " ").map(String.init)))
    #expect(makefile.contains("generate-documentation") == manifest.contains("swift-docc-plugin"))
  }

  /// `new` refuses a name that a module has: these are the modules.
  @Test func noNewPackageIsCalledAsAModule() throws {
    let taken = try text("Sources/CommandLineTool/New/Template+Taken.swift")
    let modules = TargetGraph.written.flatMap { [$0.key] + $0.value }.filter { $0.first?.isUppercase ?? false }
    for module in Set(modules) { #expect(taken.contains("\"\(module)\""), "\(module)") }
  }
}
