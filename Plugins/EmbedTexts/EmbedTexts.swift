import Foundation
import PackagePlugin

/// Makes the texts in Games, Adversaries, docs/lessons and of the pages part of the program, and the games themselves to be read,
/// as string literals by their paths: resources of one name collide, and byte arrays take a minute to compile. And the names of
/// the types that a package of one's own sees.
@main struct EmbedTexts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let texts = try ["Adversaries", "Games", "Sources/Pages/Assets", "docs/lessons", "results"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path).map { "\(folder)/\($0)" }
    }.filter {
      if $0.hasPrefix("results/") {
        return $0.hasPrefix("results/findings/") || ["results/figures/theorem.json", "results/tables/matrix.json"].contains($0)
      }
      return $0.hasPrefix("Sources/") || $0.hasPrefix("Games/") && $0.hasSuffix(".swift")
        || ["md", "txt", "yaml"].contains(URL(filePath: $0).pathExtension)
        || $0.hasPrefix("Adversaries/External/")
          && ["gamekeeper", "package"].contains($0.split(separator: "/").last?.split(separator: ".").first ?? "")
    }.sorted()
    let files = texts.map { root.appending(path: $0) }
    guard target.name == "ShippedFiles" else {
      // In the targets where they lie the texts are inputs of nothing: so they are no stray files, and no line of the manifest
      // excludes them.
      return [
        .buildCommand(
          displayName: "Passing by texts", executable: URL(filePath: "/usr/bin/true"), arguments: [],
          inputFiles: files.filter { $0.pathExtension != "swift" }, outputFiles: [])
      ]
    }
    let products = context.package.products.compactMap { $0 as? LibraryProduct }
    let sources = try sources(seenFrom: products.flatMap(\.targets))
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedFiles+Texts.swift")
    var arguments = [output.path, root.path] + texts
    arguments += ["--types-of"] + sources.map(\.path)
    return [
      .buildCommand(
        displayName: "Embedding \(texts.count) texts", executable: try context.tool(named: "embed-texts").url,
        arguments: arguments, inputFiles: files + sources, outputFiles: [output])
    ]
  }

  /// The code of these targets and of those that they export.
  private func sources(seenFrom targets: [any Target]) throws -> [URL] {
    var (seen, left) = ([String: [URL]](), targets)
    while let target = left.popLast() {
      guard seen[target.name] == nil, let module = target.sourceModule else { continue }
      let sources = module.sourceFiles(withSuffix: "swift").map(\.url)
      seen[target.name] = sources
      let exported = try sources.flatMap { file in
        try String(contentsOf: file, encoding: .utf8).matches(of: /@_exported public import (\w+)/).map { String($0.1) }
      }
      for case .target(let other) in target.dependencies where exported.contains(other.name) { left.append(other) }
    }
    return seen.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}
