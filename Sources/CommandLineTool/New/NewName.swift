internal import Arena

/// What something new is called: as a type, a module and a folder, and on the command line.
struct NewName {
  /// `SwitchingLemma`.
  let type: String
  /// `switching-lemma`.
  let words: String

  /// - Throws: an error if no type can be called so.
  init(_ text: String) throws(CatalogError) {
    guard text.count <= 64, text.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*/) != nil else {
      throw CatalogError(
        "`\(text)` is no name of a type",
        hint: "letters and digits, a letter first, for example SwitchingLemma or switching-lemma")
    }
    type = text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    if Self.taken.contains(type) {
      throw CatalogError("`\(text)` is taken: there is a type or a module of that name", hint: "for example My\(type)")
    }
    words = Self.words(of: type)
  }

  /// A type's name as the command line has names.
  static func words(of type: String) -> String {
    type.replacing(/([a-z0-9])([A-Z])/) { "\($0.1)-\($0.2)" }.lowercased()
  }

  /// What the files that are written use, and what Swift does not allow.
  private static let taken: Set = [
    "Additions", "Adversaries", "Adversary", "Answer", "Any", "Arena", "Attack", "Bool", "Bound", "Budget", "Coins", "Decision",
    "DomainManagement", "Entry", "Enumeration", "Forfeit", "Foundation", "Game", "GameKit", "GameStage", "GameTesting",
    "GamekeeperKit", "GamekeeperTool", "Games", "Guess", "Hop", "HopStage", "Idle", "Int", "KeyThief", "Kind", "Lab", "Label",
    "LinkRule", "Oracle", "Parameter", "Policy", "Primitives", "Protocol", "Query", "Records", "Referee", "Relation", "Reports",
    "Rule", "RuleFacts", "Scenarios", "Self", "String", "Suite", "Swift", "Test", "Testing", "Trust", "Type", "UInt64", "World",
  ]
}
