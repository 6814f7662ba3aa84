import Formulas
package import Records
import Words

extension FileFormat {
  package static let property = FileFormat(
    title: "Property",
    words:
      "A property of one's own, for `\(CommandWords.option("property-file"))` of `prove`, `explore` and `check`: what holds of "
      + "every trust in force in an honest domain.",
    mappings: [StatedInvariant.keys],
    sample: """
      property: operators-in-role
      words: every operator of a trust in force has the role that is registered
      in-force: >
        every x: Identity. isOperator(x, trust) implies
        genuineOperator(x) and isInOwnRole(x, trust)
      """,
    vocabulary: StatedInvariant.vocabulary)
}

extension StatedInvariant {
  static let keys = FileMapping(
    "property", "The file.",
    [
      FileKey("property", "a name", "how files, reports and options call it: lower-case words with hyphens"),
      FileKey("words", "text", "what holds"),
      FileKey(
        "in-force", "a formula",
        "of `trust`: `every x: SORT. …`, `some x: SORT. …` of the sorts "
          + "\(list(sorts.map(\.key).filter { guards[$0] == nil })), of a `Way` that `way` or `globalWay` says and a "
          + "`Need` that `need` says (`every r: Way. way(r, trust, update) implies …`), `not`, `and`, `or`, `implies`, `iff`, "
          + "`=`, `≠`, and the words of the vocabulary below"),
    ])

  private static func list(_ sorts: [Sort]) -> String { sorts.map { "`\($0.rawValue)`" }.joined(separator: ", ") }

  /// A property file.
  public init(yaml text: String, file: String) throws(InputError) {
    let document = try YAMLNode.document(text, file: file)
    let fields = try document.fields(Self.keys)
    let (named, told, stated) = (
      try document.required("property", fields), try document.required("words", fields),
      try document.required("in-force", fields)
    )
    let name = try named.string()
    guard name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else {
      throw named.error("`\(name)` is no name", hint: "lower-case words with hyphens between them")
    }
    guard !Property.allCases.contains(Property(rawValue: name)) else {
      throw named.error("there is a property `\(name)` already", hint: "another name")
    }
    let text = try stated.string()
    let formula: Formula
    do throws(Formula.Misread) {
      formula = try Formula(
        reading: text, about: [Variable("trust", .trust)], relations: Self.relations.map(\.key),
        functions: Self.functions.map(\.key), quantifying: Self.sorts.map(\.key), within: Self.guards)
    } catch { throw stated.error("\(error.message), at character \(error.column)", hint: error.hint) }
    self.init(name: name, words: try told.string(), formula: formula)
  }
}
