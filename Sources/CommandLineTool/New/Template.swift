internal import Arena
internal import Words

/// The files of something new. In their texts TYPE, NAME, LIBRARY and PACKAGE stand for what differs.
struct Template {
  let kind: New.Kind
  let name: NewName

  /// - Throws: an error if something else is called so.
  init(_ kind: New.Kind, _ name: NewName) throws(CatalogError) {
    (self.kind, self.name) = (kind, name)
    if let taken { throw CatalogError("`\(name.type)` is taken: \(taken)", hint: "for example My\(name.type)") }
  }

  func files(library: String?) throws(CatalogError) -> [(path: String, text: String)] {
    if kind == .scenario { return texts.map { filled($0) } }
    let library = try Library(at: library)
    return texts.map { filled($0, library) }
  }

  var texts: [(path: String, text: String)] { Self.texts(of: kind) }

  static func texts(of kind: New.Kind) -> [(path: String, text: String)] {
    let own =
      switch kind {
      case .hop: hop
      case .game: game
      case .adversary: adversary
      case .rule: rule
      case .scenario: scenario
      }
    // A file of its own takes the place of one that every package has.
    return kind == .scenario ? own : package.filter { file in !own.contains { $0.path == file.path } } + own
  }

  /// What to do with it, as commands.
  var next: [String] {
    switch kind {
    case .hop: ["cd \(name.type)", "swift test", "swift run lab hop \(name.words)"]
    case .game: ["cd \(name.type)", "swift test", "swift run lab play \(name.words)"]
    case .adversary: ["cd \(name.type)", "swift test", "swift run lab play key-secrecy -a \(name.words) --trials 500"]
    case .rule: ["cd \(name.type)", "swift test", "swift run lab attack \(name.words).yaml"]
    case .scenario: ["\(Program.name) attack \(name.words)/\(name.words).yaml", "\(Program.name) check \(name.words)"]
    }
  }

  private func filled(
    _ file: (path: String, text: String), _ library: Library? = nil
  ) -> (path: String, text: String) {
    func fill(_ text: String) -> String {
      text.replacing(/TYPE|NAME|LIBRARY|PACKAGE/) { match in
        switch match.output {
        case "TYPE": name.type
        case "NAME": name.words
        case "LIBRARY": library?.dependency ?? ""
        default: library?.identity ?? ""
        }
      }
    }
    return (fill(file.path), fill(file.text))
  }

  /// What every package has.
  private static let package: [(path: String, text: String)] = [
    (".gitignore", ".build/\nPackage.resolved\n"),
    (
      "Package.swift",
      """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "TYPE",
        dependencies: [LIBRARY],
        targets: [
          .target(name: "TYPE", dependencies: [.product(name: "GamekeeperKit", package: "PACKAGE")]),
          .executableTarget(name: "lab", dependencies: ["TYPE"]),
          .testTarget(name: "TYPETests", dependencies: ["TYPE", .product(name: "GameTesting", package: "PACKAGE")]),
        ]
      )

      """
    ),
    (
      "Sources/lab/Main.swift",
      """
      import GamekeeperKit
      import TYPE

      /// The whole command line, with what is here in it: `swift run lab list`.
      @main struct Lab: GamekeeperTool {
        static let additions = TYPE.additions
      }

      """
    ),
  ]
}
