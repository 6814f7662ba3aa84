internal import Arena

/// What something new is called: as a type, a module and a folder, and on the command line.
struct NewName {
  /// `SwitchingLemma`.
  let type: String
  /// `switching-lemma`.
  let words: String

  /// - Throws: an error if nothing can be called so.
  init(_ text: String) throws(CatalogError) {
    guard text.count <= 64, text.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*/) != nil else {
      throw CatalogError(
        "`\(text)` is no name",
        hint: "letters and digits, a letter first, for example SwitchingLemma or switching-lemma")
    }
    type = text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    words = Self.words(of: type)
  }

  /// A type's name as the command line has names.
  static func words(of type: String) -> String {
    type.replacing(/([a-z0-9])([A-Z])/) { "\($0.1)-\($0.2)" }.lowercased()
  }
}
