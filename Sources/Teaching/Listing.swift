public import Records
internal import ShippedFiles

/// The pseudocode of a game or a hop, beside its Swift.
public struct Listing: Hashable, Sendable {
  public typealias Role = ListingRecord.Role

  public struct Section: Hashable, Sendable {
    public let role: Role
    /// The Swift type of the queries that it answers.
    public let queries: String
    /// The Swift type.
    public let type: String
    /// Where that is declared, from the root of the tree; nil where it is not said.
    public let file: String?
    public internal(set) var lines: [String]
  }

  public let sections: [Section]
  public let faults: [String]

  public subscript(role: Role) -> Section? { sections.first { $0.role == role } }

  // MARK: The listings of the tree

  /// Where the listing of a game or hop is.
  public static func path(of name: String) -> String? {
    ShippedFiles.texts.keys.first { $0.hasPrefix("Games/") && $0.hasSuffix("/listings/\(name).txt") }
  }

  /// The names of all games and hops that have one.
  public static var names: [String] {
    ShippedFiles.paths(in: "Games", ending: ".txt").compactMap { path in
      path.firstMatch(of: /\/listings\/(.+)\.txt$/).map { String($0.1) }
    }.sorted()
  }

  /// The listing of a game or hop of the catalogue.
  public static func named(_ name: String) -> Listing? {
    path(of: name).flatMap { ShippedFiles.texts[$0] }.map { Listing($0) }
  }
}
