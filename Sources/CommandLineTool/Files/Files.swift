internal import Arena
internal import ArgumentParser
internal import Foundation
internal import Scenarios
internal import ShippedFiles
internal import Words

/// Files that the policy verbs read, and those that travel inside the program.
enum Files {
  static func text(_ path: String) throws -> String {
    try Problem.report { try read(path) }
  }

  static func read(_ path: String) throws(InputError) -> String {
    guard let text = try InputText.read(path) else { throw InputError(file: path, "there is no such file") }
    return text
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  // MARK: Scenarios

  private static let scenarioFolder = "Adversaries/Scenarios"

  /// The shipped scenarios' names, which are those of their files.
  static let scenarioNames = ShippedFiles.paths(in: scenarioFolder, ending: ".yaml").map {
    String($0.dropFirst(scenarioFolder.count + 1).dropLast(".yaml".count))
  }

  /// The shipped scenario of this name, or of the file of this name.
  static func shipped(scenario name: String) throws(InputError) -> Scenario? {
    for path in ["\(scenarioFolder)/\(name).yaml", "\(scenarioFolder)/\(name)"] {
      if let text = ShippedFiles.texts[path] { return try Scenario(yaml: text, file: path) }
    }
    return nil
  }

  /// The paths, and for each that is a folder the files that `check` reads in and below it.
  static func members(_ paths: [String]) -> [String] {
    paths.flatMap { path in
      switch checkSource(path) {
      case .file(let file): [file]
      case .folder(_, let files, _): files
      }
    }
  }

  /// Whether this is meant as the path of a file, there or not.
  static func isPath(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/") }

  /// A scenario by the path of its file, or by the name of a shipped one.
  static func scenario(_ name: String) throws -> Scenario {
    if name == "-" || isPath(name) || (!scenarioNames.contains(name) && FileManager.default.fileExists(atPath: name)) {
      let text = try text(name)
      return try Problem.report { try Scenario(yaml: text, file: name) }
    }
    if let scenario = try Problem.report({ try shipped(scenario: name) }) { return scenario }
    throw Failure.report(.unknown("scenario", name, among: scenarioNames))
  }
}
