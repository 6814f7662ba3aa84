import Formulas
internal import Records
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
      """)
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
          + "\(list(sorts.filter { guards[$0] == nil }.map(\.rawValue))), of a `Way` that `way` or `globalWay` says and a "
          + "`Need` that `need` says (`every r: Way. way(r, trust, update) implies …`), `not`, `and`, `or`, `implies`, `iff`, "
          + "`=`, `≠`, the functions "
          + list(functions.map { called($0.rawValue, $0.signature.arguments) })
          + " and the relations " + list(relations.map { called($0.rawValue, $0.signature) })),
    ])

  private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
  private static func called(_ name: String, _ sorts: [Sort]) -> String {
    sorts.isEmpty ? name : "\(name)(\(sorts.map(\.rawValue).joined(separator: ", ")))"
  }

  /// What can be said of a trust in force.
  static let relations: [Relation] = [
    .isOperator, .isHSM, .isPair, .isHost, .isInOwnRole, .isByRole, .genuineOperator, .genuineHSM, .genuineHost, .ownKey, .honest,
    .way, .globalWay, .need, .covers, .asksNobody, .isManned,
  ]

  /// Digests are compared for equality alone: so a search may tell them apart by no more than that.
  static let functions: [Function] = [.fingerprint, .parent, .domain, .domainName, .none, .found, .update, .rotateKey]

  /// Of what a formula can speak of all: searches look at each that is listed or registered, and at strangers, and a proof means
  /// no others; commands are three. Trusts, endorsements or ballots that nobody has made are in no search.
  static let sorts: [Sort] = [.identity, .agreementKey, .command, .way, .need]

  /// Of ways and needs a formula speaks where a trust or the global rules name them.
  static let guards: [Sort: [Relation]] = [.way: [.way, .globalWay], .need: [.need]]

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
        reading: text, about: [Variable("trust", .trust)], relations: Self.relations, functions: Self.functions,
        quantifying: Self.sorts, within: Self.guards)
    } catch { throw stated.error("\(error.message), at character \(error.column)", hint: error.hint) }
    self.init(name: name, words: try told.string(), formula: formula)
  }
}
