internal import Arena
internal import Foundation
internal import Grading
internal import Scenarios
internal import ShippedFiles
internal import Words

extension Files {
  /// The shipped assignments: their files are called by number and name.
  private static let assignments = ShippedFiles.paths(in: "Adversaries/Assignments", ending: ".yaml").compactMap { path in
    path.firstMatch(of: /\/\d+-([^\/]+)\.yaml$/).map { (name: String($0.1), path: path) }
  }

  /// In the order of the course.
  static var assignmentNames: [String] { assignments.map(\.name) }

  /// An assignment by the path of its file, or by the name of a shipped one.
  static func assignment(_ name: String) throws -> Assignment {
    if let path = assignments.first(where: { $0.name == name })?.path, let text = ShippedFiles.texts[path] {
      return try Problem.report { try Assignment(yaml: text, file: path) }
    }
    if name == "-" || isPath(name) || FileManager.default.fileExists(atPath: name) {
      let text = try text(name)
      return try Problem.report { try Assignment(yaml: text, file: name) }
    }
    throw Failure.report(.unknown("assignment", name, among: assignmentNames))
  }
}
