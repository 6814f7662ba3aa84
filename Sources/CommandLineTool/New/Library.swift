internal import Arena
internal import Foundation

/// The gamekeeper package, as the manifest of another package names it.
struct Library {
  /// What stands in `dependencies`.
  let dependency: String
  /// What products of it are named by.
  let identity: String

  /// - Parameter place: a folder, or an address; nil for the package that this program was built in.
  /// - Throws: an error if it is not there.
  init(at place: String?) throws(CatalogError) {
    if let place, place.contains("://") || place.hasPrefix("git@") {
      let name = place.split(separator: "/").last.map(String.init) ?? place
      identity = (name.hasSuffix(".git") ? String(name.dropLast(4)) : name).lowercased()
      dependency = ".package(url: \(Self.quoted(place)), from: \"\(Gamekeeper.version)\")"
      return
    }
    guard let folder = try place.map(Self.checked) ?? Self.builtIn else {
      throw CatalogError(
        "this program does not stand in the package that it was built in",
        hint: "say where the package is: --library FOLDER, or an address")
    }
    identity = "gamekeeper"
    dependency = ".package(name: \"gamekeeper\", path: \(Self.quoted(folder)))"
  }

  private static func checked(_ folder: String) throws(CatalogError) -> String {
    guard isPackage(folder) else {
      throw CatalogError(
        "`--library \(folder)` is not the gamekeeper package", hint: "a folder with its Package.swift in it, or an address")
    }
    return URL(fileURLWithPath: folder).standardizedFileURL.path
  }

  /// This program's file, behind symbolic links.
  static var program: URL {
    URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0]).resolvingSymlinksInPath()
  }

  /// The package that this program was built in: the program is still in its `.build`.
  static var builtIn: String? {
    var folder = program
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if isPackage(folder.path) { return folder.path }
    }
    return nil
  }

  private static func isPackage(_ folder: String) -> Bool {
    (try? String(contentsOfFile: "\(folder)/Package.swift", encoding: .utf8))?.contains("\n  name: \"gamekeeper\",") == true
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
