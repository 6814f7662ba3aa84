internal import Arena
internal import Catalog
internal import Records
internal import Words

/// Something that `list` names and `describe` describes.
struct Name {
  let section: List.Section
  /// The heading of its table.
  let group: String
  let name: String
  /// One line.
  let title: String
  /// Whether it is listed on request only.
  var isDerived = false
  let description: () throws -> Description

  /// - Parameter words: what `describe` says; by default kind, name and title.
  init(
    _ section: List.Section, group: String? = nil, _ name: String, _ title: String, isDerived: Bool = false, words: String? = nil,
    facts: @escaping () -> [DescriptionRecord.Fact] = { [] }
  ) {
    let kind = section.kind
    self.init(section, group: group, name, title, isDerived: isDerived) {
      Description(
        DescriptionRecord(
          kind: kind, name: name, words: words ?? "\(kind) \(name): \(title).", facts: facts().filter { !$0.value.isEmpty }))
    }
  }

  init(
    _ section: List.Section, group: String? = nil, _ name: String, _ title: String, isDerived: Bool = false,
    description: @escaping () throws -> Description
  ) {
    (self.section, self.group, self.name, self.title) = (section, group ?? section.rawValue, name, title)
    (self.isDerived, self.description) = (isDerived, description)
  }

  /// Everything that can be described.
  static var all: [Name] { List.Section.allCases.flatMap(\.names) }

  /// The one of this name; or of another spelling of it, as `eps_sig` for `ε_sig`.
  /// - Throws: an error with the nearest name, or with those that contain what was asked for.
  static func find(_ asked: String) throws(CatalogError) -> Name {
    let names = all
    if let name = names.first(where: { $0.name == asked }) { return name }
    let plain = Word.plain(asked)
    if let name = names.first(where: { Word.plain($0.name) == plain }) { return name }
    // The shortest first: `operators` is nearer to `operator` than to a rule that begins with it.
    let candidates = names.sorted { ($0.name.count, $0.name) < ($1.name.count, $1.name) }.map {
      (name: $0.name, plain: Word.plain($0.name))
    }
    let nearest =
      nearestName(plain, candidates.map(\.plain)).map { near in candidates.filter { $0.plain == near }.prefix(1) } ?? []
    let containing =
      plain.count < 4
      ? [] : candidates.filter { candidate in candidate.plain.contains(plain) && !nearest.contains { $0.name == candidate.name } }
    let suggestions = (nearest + containing).prefix(6).map { "`\($0.name)`" }
    throw CatalogError(
      "unknown name `\(asked)`",
      hint: suggestions.isEmpty ? "`\(Program.name) list` names them" : "did you mean \(suggestions.joined(separator: " or "))?")
  }
}
