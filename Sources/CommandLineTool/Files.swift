internal import ArgumentParser
internal import Foundation
internal import Scenarios
internal import Words

/// Files that the policy verbs read.
enum Files {
  static func text(_ path: String) throws -> String {
    try Problem.report {
      guard let text = try InputText.read(path) else { throw InputError(file: path, "there is no such file") }
      return text
    }
  }

  // MARK: Shipped files

  /// Where they are looked for, with all folders above: the working directory and the program's.
  private static var starts: [URL] {
    [
      URL(filePath: FileManager.default.currentDirectoryPath),
      Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent(),
    ]
    .compactMap { $0?.standardizedFileURL }
  }

  /// The nearest folder that has the scenarios and the expectations: a folder that is merely called `Games` is somebody else's.
  private static let root: String? = {
    for start in starts {
      var folder = start
      while folder.pathComponents.count > 1 {
        if isFolder("\(folder.path)/\(scenariosInside)"), !expectations(in: folder.path).isEmpty { return folder.path }
        folder = folder.deletingLastPathComponent()
      }
    }
    return nil
  }()

  private static let scenariosInside = "Adversaries/Scenarios"

  private static func expectations(in root: String) -> [String] {
    names(in: "\(root)/Games", ending: "").map { "\(root)/Games/\($0)/expectations" }.filter(isFolder)
  }

  private static func shipped() throws -> String {
    if let root { return root }
    let paths = starts.map { "`\($0.path)`" }
    let places = paths.first == paths.last ? paths[0] : paths.joined(separator: " and ")
    throw Problem.fail(
      "the shipped files are missing: no folder with \(scenariosInside) and Games/*/expectations is found from \(places) upwards",
      status: Failure.unavailable)
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The folders of the shipped expectations, one for a folder of games that has any.
  static func expectations() throws -> [String] { expectations(in: try shipped()) }

  /// Where scenarios are looked up by name.
  static var scenarioFolder: String { root.map { "\($0)/\(scenariosInside)" } ?? scenariosInside }

  /// The paths, and for each that is a folder the YAML files in and below it.
  static func members(_ paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      guard isFolder(path) else { return [path] }
      let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      return below.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { "\(path)/\($0)" }
    }
  }

  static func names(in folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// Whether this is meant as the path of a file, there or not.
  static func isPath(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/") }

  /// A scenario by the path of its file, or by the name of a shipped one.
  static func scenario(_ name: String) throws -> Scenario {
    if name == "-" || isPath(name) || (!scenarioNames.contains(name) && FileManager.default.fileExists(atPath: name)) {
      let text = try text(name)
      return try Problem.report { try Scenario(yaml: text, file: name) }
    }
    let path = "\(try shipped())/\(scenariosInside)/\(name).yaml"
    guard scenarioNames.contains(name) else {
      let hint = nearestName(name, scenarioNames).map { "; did you mean `\($0)`?" } ?? "; `gamekeeper list scenarios` names them"
      throw Problem.fail("there is no scenario `\(name)`\(hint)", status: Failure.usage)
    }
    let text = try text(path)
    return try Problem.report { try Scenario(yaml: text, file: path) }
  }

  /// The shipped scenarios' names, which are those of their files; none if there are no shipped files.
  static var scenarioNames: [String] { names(in: scenarioFolder, ending: ".yaml").map { String($0.dropLast(5)) } }

  static func allScenarioNames() throws -> [String] {
    _ = try shipped()
    return scenarioNames
  }

  static func allScenarios() throws -> [Scenario] {
    let found = try allScenarioNames().map(scenario)
    if found.isEmpty { throw Problem.fail("there are no scenarios in `\(scenarioFolder)`", status: Failure.badInput) }
    return found
  }
}
