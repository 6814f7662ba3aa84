public import Foundation

/// The package's folder, seen from this file.
public enum PackageRoot {
  public static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All Swift files below these folders, by their path from the root, in alphabetical order.
  public static func swiftFiles(in folders: [String]) throws -> [(path: String, text: String)] {
    try folders.flatMap { folder in
      let base = url.appendingPathComponent(folder)
      let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
      return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
        ("\(folder)/\(path)", try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8))
      }
    }
  }
}
