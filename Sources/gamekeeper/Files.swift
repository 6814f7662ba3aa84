internal import ArgumentParser
internal import Foundation
internal import Policy
internal import Scenarios

/// Files that the policy verbs read.
enum Files {
  static func text(_ path: String) throws -> String {
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw Problem.fail("`\(path)` cannot be read: \(obstacle(path))", status: Failure.badInput)
    }
    return text
  }

  /// Why `path` is no text file.
  static func obstacle(_ path: String) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "there is no such file" }
    if isFolder.boolValue { return "it is a folder" }
    return FileManager.default.isReadableFile(atPath: path) ? "it is not UTF-8 text" : "permission is denied"
  }

  /// The folder `relative` in the working directory or above it, or above the program: where the shipped files are.
  static func shipped(_ relative: String) -> String? {
    let starts = [URL(filePath: FileManager.default.currentDirectoryPath), Bundle.main.executableURL].compactMap { $0 }
    for start in starts {
      var folder = start.standardizedFileURL
      while folder.pathComponents.count > 1 {
        let candidate = folder.appending(path: relative).path
        if FileManager.default.fileExists(atPath: candidate) { return candidate }
        folder = folder.deletingLastPathComponent()
      }
    }
    return nil
  }

  /// The folders of the shipped expectations, one for a folder of games that has any.
  static var expectations: [String] {
    guard let games = shipped("Games") else { return ["Games"] }
    let folders = names(in: games, ending: "").map { "\(games)/\($0)/expectations" }.filter { FileManager.default.fileExists(atPath: $0) }
    return folders.isEmpty ? [games] : folders
  }

  static var scenarios: String { shipped("Adversaries/Scenarios") ?? "Adversaries/Scenarios" }

  static func names(in folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// A scenario by the path of its file, or by the name of a shipped one.
  static func scenario(_ name: String) throws -> Scenario {
    let path = name.hasSuffix(".yaml") || name.contains("/") ? name : "\(scenarios)/\(name).yaml"
    guard path != name || FileManager.default.fileExists(atPath: path) else { throw Problem.fail("`\(path)` cannot be read: \(obstacle(path))", status: Failure.badInput) }
    guard FileManager.default.fileExists(atPath: path) else {
      let hint = nearestName(name, scenarioNames).map { "; did you mean `\($0)`?" } ?? "; `gamekeeper list scenarios` names them"
      throw Problem.fail("there is no scenario `\(name)`\(hint)", status: Failure.usage)
    }
    let text = try text(path)
    return try Problem.report { try Scenario(yaml: text, file: path) }
  }

  /// The shipped scenarios' names, which are those of their files.
  static var scenarioNames: [String] { names(in: scenarios, ending: ".yaml").map { String($0.dropLast(5)) } }

  static func allScenarios() throws -> [Scenario] {
    let found = try names(in: self.scenarios, ending: ".yaml").map { try scenario("\(self.scenarios)/\($0)") }
    if found.isEmpty { throw Problem.fail("there are no scenarios in `\(self.scenarios)`", status: Failure.badInput) }
    return found
  }
}
