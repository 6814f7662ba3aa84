package import Arena
internal import Forms

/// The game that a new adversary in another language is begun against.
package struct Opponent {
  /// What plays it.
  package let verb: String
  /// Its queries and answers, a line each.
  let lists: [String]
  /// Whether keys are made, and signatures produced and verified.
  let signs: Bool
  /// A query that can be asked first, as JSON; nil if there is none.
  let example: String?

  package static let byDefault = "signature-forgery"

  /// - Throws: an error if it cannot be played from outside.
  package init(_ entry: Entry, in registry: Registry) throws(CatalogError) {
    guard let spoken = try SpokenGame(entry, in: registry, suite: entry.suiteNames[0]) else {
      throw CatalogError("`\(entry.name)` cannot be played from outside", hint: "its queries and answers have no form in JSON")
    }
    verb = "\(entry.kind == .game ? "play" : "hop") \(entry.name)"
    lists = spoken.lists.split(separator: "\n").map(String.init)
    let queries = spoken.queries["oneOf"]?.elements ?? [spoken.queries]
    let names = queries.compactMap { $0["properties"]?.members.first?.key }
    signs = Set(names).isSuperset(of: ["keygen", "sign", "verify"])
    example = queries.lazy.compactMap(\.example).first?.line
  }
}

extension Document {
  /// A value of this schema that is about nothing else; nil if there is none.
  fileprivate var example: Document? {
    if let pattern = self["pattern"]?.text {
      let length = pattern.firstMatch(of: /\{(\d+)\}\$$/).flatMap { Int($0.1) } ?? 0
      return .string(String(repeating: "0", count: length))
    }
    guard self["type"]?.text == "object" else { return nil }
    let required = self["required"]?.elements?.compactMap(\.text) ?? []
    var values: [Member] = []
    for member in self["properties"]?.members ?? [] where required.contains(member.key) {
      guard let value = member.value.example else { return nil }
      values.append(Member(member.key, value))
    }
    return .object(values)
  }
}
