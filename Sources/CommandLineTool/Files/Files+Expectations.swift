internal import Expectations
internal import Foundation
internal import Scenarios
internal import ShippedFiles

extension Files {
  /// The shipped expectations, as if the folder of games lay here.
  static var shippedExpectations: CheckSource {
    let files = ShippedFiles.paths(in: "Games", ending: ".yaml").filter { $0.split(separator: "/")[2] == "expectations" }
    return .folder("Games", files: files, others: [])
  }

  /// What `check` reads at `path`: that file, or everything in and below that folder, in alphabetical order. Hidden files and
  /// links to folders are not followed, but named.
  static func checkSource(_ path: String) -> CheckSource {
    guard isFolder(path) else { return .file(path) }
    var (files, others): ([String], [String]) = ([], [])
    func look(_ folder: String) {
      // What cannot be listed is read as a file, and is the error that it should be.
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return files.append(folder) }
      for name in names.sorted() {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        if name.hasPrefix(".") || (isFolder(path) && isLink) {
          others.append(path)
        } else if isFolder(path) {
          look(path)
        } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
          files.append(path)
        } else {
          others.append(path)
        }
      }
    }
    look(path)
    return .folder(path, files: files, others: others)
  }
}
