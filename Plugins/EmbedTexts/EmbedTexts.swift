import Foundation
import PackagePlugin

/// Makes the texts in Games, Adversaries, docs/lessons and of the pages part of the program, and the games themselves to be read,
/// as string literals by their paths: resources of one name collide, and byte arrays take a minute to compile.
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
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedFiles+Texts.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(texts.count) texts", executable: try context.tool(named: "embed-texts").url,
        arguments: [output.path, root.path] + texts, inputFiles: files, outputFiles: [output])
    ]
  }
}
